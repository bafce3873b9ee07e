/** Merchants that are to get new documents and are none: a slip of the hand that must not pass for done. */
import { nearestWord } from '../words/nearest-word.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { problem, type Problem } from '../problem.js';
import type { IssuedDocument } from '../ledger/issued-document.js';

export function unknownReissued(
  reissued: ReadonlySet<string>,
  merchants: ReferenceTables['merchants'],
  issued: readonly IssuedDocument[],
): Problem[] {
  if (reissued.size === 0) return [];
  const known = new Set([...merchants, ...issued].map(({ merchantId }) => merchantId));
  return [...reissued]
    .filter((merchantId) => !known.has(merchantId))
    .map((merchantId) =>
      problem(
        'merchant-unknown',
        { file: '--reissue' },
        { case: 'reissue', merchantId, nearest: nearestWord(merchantId, [...known]) },
      ),
    );
}
