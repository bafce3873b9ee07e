/** Numbers of a period that leave a gap, or are of another period. */
import type { Document } from '../documents/document.js';
import { documentNumber, parseDocumentNumber } from '../documents/document-number.js';
import type { Problem } from '../problem.js';
import { brokenLedger } from './broken-ledger.js';

/** 000001, 000002, … over all batches of a period, whatever their prefix; the first that is not. */
export function wrongNumbers(
  period: string,
  documents: readonly Pick<Document, 'number'>[],
): Problem[] {
  const wrong = documents.findIndex(({ number }, at) => !isNumbered(number, period, at + 1));
  if (wrong < 0) return [];
  const number = documents[wrong]?.number ?? '';
  return [brokenLedger(period, { case: 'number', after: wrong, number })];
}

function isNumbered(number: string, period: string, sequence: number): boolean {
  const parts = parseDocumentNumber(number);
  return parts !== null && number === documentNumber({ prefix: parts.prefix, period, sequence });
}
