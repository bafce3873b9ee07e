/**
 * Which contracts own the facts of a merchant, store and role from a date to a date: those in force
 * that name the store; where none does, those that cover all stores.
 *
 * > C1 covers all stores from 10-01; C2 names S1 from 10-16. Of S1: nobody until 09-30, C1 until 10-15,
 * > C2 from 10-16. Of any other store: nobody until 09-30, then C1.
 */
import { groupBy } from '../../group-by.js';
import { addDays, FIRST_DATE, LAST_DATE, type LocalDate } from '../../period/local-date.js';
import type { Contract } from '../../pricing/plans/registry.js';

export interface OwnerSpan {
  readonly merchantId: string;
  /** null: of facts that have no role, such as orders. */
  readonly role: Contract['role'] | null;
  /** null: every store except `exceptStores`. */
  readonly storeId: string | null;
  readonly exceptStores: readonly string[];
  /** The first day; null: it has no beginning. */
  readonly from: LocalDate | null;
  /** The last day; null: open. */
  readonly through: LocalDate | null;
  /** None, one; or several, between which nobody can decide. In order. */
  readonly contractIds: readonly string[];
}

/** Each fact of a merchant with any contract falls into exactly one span; where facts have a role, each of a merchant and role. */
export function ownerSpans(contracts: readonly Contract[], hasRole = true): OwnerSpan[] {
  const roleOf = ({ role }: Contract): OwnerSpan['role'] => (hasRole ? role : null);
  const groups = groupBy(contracts, (one) => JSON.stringify([one.merchantId, roleOf(one)]));
  return [...groups.values()].flatMap((group) => spansOfGroup(group, roleOf(group[0])));
}

/** Contracts that may own the same facts. */
type Group = [Contract, ...Contract[]];

function spansOfGroup(contracts: Group, role: OwnerSpan['role']): OwnerSpan[] {
  const { merchantId } = contracts[0];
  const named = [...new Set(contracts.flatMap(({ storeId }) => storeId ?? []))].sort();
  const spansOf = (storeId: string | null, exceptStores: readonly string[]): OwnerSpan[] =>
    spansOfStore(contracts, storeId).map((span) => ({
      merchantId,
      role,
      storeId,
      exceptStores,
      ...span,
    }));
  return [...named.flatMap((storeId) => spansOf(storeId, [])), ...spansOf(null, named)];
}

function spansOfStore(
  contracts: Group,
  storeId: string | null,
): Pick<OwnerSpan, 'from' | 'through' | 'contractIds'>[] {
  const covering = contracts.filter((one) => one.storeId === null || one.storeId === storeId);
  const starts = new Set(covering.map(({ startsOn }) => startsOn));
  for (const { endsOn } of covering)
    if (endsOn !== null && endsOn !== LAST_DATE) starts.add(addDays(endsOn, 1));
  // before the first of all dates there is no day
  const dates = [...(starts.has(FIRST_DATE) ? [] : [null]), ...[...starts].sort()];
  return dates.map((from, at) => {
    const next = dates[at + 1] ?? null;
    const through = next === null ? null : addDays(next, -1);
    const owners = from === null ? [] : ownersOn(covering, from);
    const contractIds = owners.map(({ contractId }) => contractId).sort();
    return { from, through, contractIds };
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
