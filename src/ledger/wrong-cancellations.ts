/** Reversals that do not undo what they cancel. */
import type { Problem } from '../problem.js';
import { brokenLedger } from './broken-ledger.js';
import type { IssuedDocument } from './issued-document.js';

/** A reversal cancels an issued document of its period, once, in full. */
export function wrongCancellations(
  period: string,
  documents: readonly IssuedDocument[],
): Problem[] {
  const byNumber = new Map(documents.map((document) => [document.number, document]));
  const cancelled = new Set<string>();
  return documents.flatMap((reversal) => {
    const { number, cancels } = reversal;
    if (cancels === null) return [];
    const isFirst = !cancelled.has(cancels);
    cancelled.add(cancels);
    if (isFirst && undoes(reversal, byNumber.get(cancels))) return [];
    return [brokenLedger(period, { case: 'cancellation', number, cancels })];
  });
}

function undoes(reversal: IssuedDocument, original: IssuedDocument | undefined): boolean {
  return original?.total === -reversal.total && original.moneyHash === reversal.moneyHash;
}
