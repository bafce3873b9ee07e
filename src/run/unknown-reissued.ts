/** Merchants that are to get new documents and are none: a slip of the hand that must not pass for done. */
import { didYouMean } from '../words/did-you-mean.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { told, type Problem } from '../problem.js';
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
      told(
        'merchant-unknown',
        { file: '--reissue' },
        `there is no merchant ${JSON.stringify(merchantId)}`,
        didYouMean(merchantId, [...known], 'the period comes first: run 2026-10 --reissue M1 M2'),
      ),
    );
}
