/** The merchants of a run, some at a time: nothing holds the lines of all merchants at once. */
import type { Merchant } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import type { LedgerEntry } from '../ledger/ledger-entry.js';
import type { Billing } from './billing.js';

const MERCHANTS_PER_SLICE = 200;

/** A merchant and what stands issued to it; one that is a merchant no more has that alone. */
export interface SliceMember {
  readonly merchantId: string;
  readonly merchant: Merchant | null;
  readonly standing: readonly LedgerEntry[];
}

/** In order of merchant, without those whom errors of the input block: what they have stands. */
export function* merchantSlices(
  { request, tables, ledger }: Pick<Billing, 'request' | 'tables' | 'ledger'>,
  blocked: ReadonlySet<string>,
): Generator<SliceMember[]> {
  const merchants = new Map(tables.merchants.map((one) => [one.merchantId, one]));
  const standing = groupBy(ledger.standing, ({ merchantId }) => merchantId);
  const ids = [...new Set([...merchants.keys(), ...standing.keys()])]
    .filter((id) => !blocked.has(id))
    .sort();
  for (let from = 0; from < ids.length; from += MERCHANTS_PER_SLICE) {
    yield ids.slice(from, from + MERCHANTS_PER_SLICE).map((merchantId) => ({
      merchantId,
      merchant: merchants.get(merchantId) ?? null,
      standing: standing.get(merchantId) ?? [],
    }));
    request.progress('merchants', Math.min(from + MERCHANTS_PER_SLICE, ids.length), ids.length);
  }
}
