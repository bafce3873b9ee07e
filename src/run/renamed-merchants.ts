/** Merchants whose documents stand under a name, a tax id or an address that is no longer theirs. */
import type { Change } from '../documents/revise.js';
import { billedTo } from '../ledger/issued-document.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import type { PricedSlice } from './price-slice.js';

/** Of a slice, by id: those of whom a document stays as it is, since its money is the same. */
export function renamedMerchants(
  { members }: Pick<PricedSlice, 'members'>,
  changes: readonly Change<LedgerEntry>[],
): string[] {
  const cancelled = new Set(changes.map((change) => change.cancelled?.number));
  return members.flatMap(({ merchant, standing }) => {
    if (merchant === null) return [];
    const isFormer = (entry: LedgerEntry): boolean =>
      !cancelled.has(entry.number) && entry.billedTo !== billedTo(merchant);
    return standing.some(isFormer) ? [merchant.merchantId] : [];
  });
}
