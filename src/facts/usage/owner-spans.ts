/**
 * Which contracts own the facts of a merchant, store and role from a date to a date: those in force
 * that name the store; where none does, those that cover all stores.
 *
 * > C1 covers all stores from 10-01; C2 names S1 from 10-16. Of S1: nobody until 09-30, C1 until 10-15,
 * > C2 from 10-16. Of any other store: nobody until 09-30, then C1.
 */
import { addDays, LAST_DATE, type LocalDate } from '../../period/local-date.js';
import type { Contract } from '../../pricing/plans/registry.js';

export interface OwnerSpan {
  readonly merchantId: string;
  readonly role: Contract['role'];
  /** null: every store but those of `besides`. */
  readonly storeId: string | null;
  readonly besides: readonly string[];
  /** The first day; null: since ever. */
  readonly from: LocalDate | null;
  /** The last day; null: open. */
  readonly through: LocalDate | null;
  /** None, one; or several, between which nobody can decide. In order. */
  readonly contractIds: readonly string[];
}

/** Spans of which each fact of a merchant and role with any contract falls into exactly one. */
export function ownerSpans(contracts: readonly Contract[]): OwnerSpan[] {
  const groups = new Map<string, Group>();
  for (const contract of contracts) {
    const key = JSON.stringify([contract.merchantId, contract.role]);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [contract]);
    else known.push(contract);
  }
  return [...groups.values()].flatMap(spansOfGroup);
}

/** Contracts of one merchant and role. */
type Group = [Contract, ...Contract[]];

function spansOfGroup(contracts: Group): OwnerSpan[] {
  const named = [...new Set(contracts.flatMap(({ storeId }) => storeId ?? []))].sort();
  const ofStores = named.flatMap((storeId) => spansOfStore(contracts, storeId, []));
  return [...ofStores, ...spansOfStore(contracts, null, named)];
}

function spansOfStore(
  contracts: Group,
  storeId: string | null,
  besides: readonly string[],
): OwnerSpan[] {
  const [{ merchantId, role }] = contracts;
  const covering = contracts.filter((one) => one.storeId === null || one.storeId === storeId);
  const starts = new Set(covering.map(({ startsOn }) => startsOn));
  for (const { endsOn } of covering)
    if (endsOn !== null && endsOn !== LAST_DATE) starts.add(addDays(endsOn, 1));
  const dates = [null, ...[...starts].sort()];
  return dates.map((from, at) => {
    const next = dates[at + 1] ?? null;
    const through = next === null ? null : addDays(next, -1);
    const owners = from === null ? [] : ownersOn(covering, from);
    const contractIds = owners.map(({ contractId }) => contractId).sort();
    return { merchantId, role, storeId, besides, from, through, contractIds };
  });
}

/** Contracts that name the store go before those that cover all. */
function ownersOn(covering: readonly Contract[], date: LocalDate): Contract[] {
  const inForce = covering.filter(
    ({ startsOn, endsOn }) => startsOn <= date && (endsOn === null || endsOn >= date),
  );
  const named = inForce.filter(({ storeId }) => storeId !== null);
  return named.length > 0 ? named : inForce;
}
