/** The input files of a run as its manifest records them. */
import type { FileRecord } from '../ledger/manifest.js';
import type { Billing } from './billing.js';

/** In order of their names; a file that feeds two tables has its rows in each. */
export function inputRecords({
  facts,
  reference,
}: Pick<Billing, 'facts' | 'reference'>): FileRecord[] {
  return [...reference.files, ...facts.files]
    .map(({ file, sha256, rows }) => ({ file, sha256, rows }))
    .sort((left, right) => (left.file < right.file ? -1 : 1));
}
