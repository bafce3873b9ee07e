/** What of a slice differs from what was issued before. */
import type { Draft } from '../documents/document.js';
import { changesBetween, type Change } from '../documents/revise.js';
import { moneyHash } from '../ledger/issued-document.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import type { PricedSlice } from './price-slice.js';

/**
 * In order of merchant and currency. A document stays where its money is the same, unless its merchant
 * is one of `reissued`.
 */
export function compareWithIssued(
  { members }: Pick<PricedSlice, 'members'>,
  reissued: ReadonlySet<string>,
): Change<LedgerEntry>[] {
  const stays = (entry: LedgerEntry, draft: Draft): boolean =>
    !reissued.has(entry.merchantId) && entry.moneyHash === moneyHash(draft);
  return members.flatMap(({ standing, drafts }) => changesBetween(standing, drafts, stays));
}
