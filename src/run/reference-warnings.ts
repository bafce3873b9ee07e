/**
 * Warnings of what reference tables say and facts do not bear out: nothing is billed wrongly by it yet,
 * but somebody probably meant something else.
 */
import { groupBy } from '../group-by.js';
import { nearestWord } from '../words/nearest-word.js';
import type { EventDayRow, ReferenceTables } from '../reference/reference-tables.js';
import { earlier, later, type LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { factsOf, type Contract } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import type { ContestedFacts } from '../contested-facts.js';

/** By merchant, the stores that its facts name. */
export type StoresInFacts = ReadonlyMap<string, ReadonlySet<string>>;

export function referenceWarnings(
  tables: ReferenceTables,
  span: BillingSpan,
  stores: StoresInFacts,
  found: readonly Problem[],
): Problem[] {
  const contracts = tables.contracts.filter((one) =>
    isInForce(one, span.period.firstDay, span.through),
  );
  const eventDays = tables.eventDays.filter(
    ({ date }) => date >= span.period.firstDay && date <= span.through,
  );
  const ambiguous = new Set(
    found.flatMap(({ code, merchantId }) => (code === 'contract-ambiguous' ? merchantId : [])),
  );
  return [
    ...overlaps(contracts, span).filter(({ merchantId }) => !ambiguous.has(merchantId)),
    ...unknownStores(contracts, eventDays, stores),
  ];
}

/** Contracts that could own the same fact; once a fact meets two of them, that is an error. */
function overlaps(contracts: readonly Contract[], { period }: BillingSpan): Problem[] {
  const byStore = groupBy(contracts, storeKey);
  return contracts.flatMap((contract) => {
    const same: readonly Contract[] = byStore.get(storeKey(contract)) ?? [];
    return same.slice(0, same.indexOf(contract)).flatMap((other) => {
      const facts = contestedFacts(contract, other);
      const from = later(later(contract.startsOn, other.startsOn), period.firstDay);
      const ends = earlier(contract.endsOn ?? period.lastDay, other.endsOn ?? period.lastDay);
      const to = earlier(ends, period.lastDay);
      return facts === undefined || from > to ? [] : overlap(other, contract, facts, from, to);
    });
  });
}

/** What both contracts would own alone: facts of their role; orders and event days have none. */
function contestedFacts(one: Contract, other: Contract): ContestedFacts | undefined {
  const ofOther = factsOf(other);
  const both = factsOf(one).flatMap((use) =>
    use === 'shift_times' || !ofOther.includes(use) ? [] : use,
  );
  const haveNoRole: readonly ContestedFacts[] = ['orders', 'event_days'];
  return both.find((use) => one.role === other.role || haveNoRole.includes(use));
}

function overlap(
  one: Contract,
  other: Contract,
  facts: ContestedFacts,
  from: LocalDate,
  to: LocalDate,
): Problem {
  const { merchantId, role, storeId } = one;
  const contractIds = [one.contractId, other.contractId];
  return problem(
    'contract-overlap',
    { file: 'contracts.csv', column: 'starts_on', merchantId },
    { contractIds, facts, role, storeId, from, to },
  );
}

/** A store that one table alone names, of a merchant whose facts name others. */
function unknownStores(
  contracts: readonly Contract[],
  eventDays: readonly EventDayRow[],
  stores: StoresInFacts,
): Problem[] {
  const inContracts = new Set(contracts.map(storeKey));
  const inEventDays = new Set(eventDays.map(storeKey));
  const named = [
    ...contracts.map((row) => ({ row, file: 'contracts.csv', record: null })),
    ...eventDays.map((row) => ({ row, file: 'event-days.csv', record: row.record })),
  ];
  return named.flatMap(({ row, file, record }) => {
    const { merchantId, storeId } = row;
    const known = stores.get(merchantId);
    if (storeId === null || known === undefined || known.has(storeId)) return [];
    if (inContracts.has(storeKey(row)) && inEventDays.has(storeKey(row))) return [];
    const place = { file, record, column: 'store_id', merchantId };
    const store = { storeId, merchantId, nearest: nearestWord(storeId, [...known]) };
    return 'contractId' in row
      ? problem('store-unknown', place, { case: 'contract', contractId: row.contractId, ...store })
      : problem('store-unknown', place, { case: 'event-day', date: row.date, ...store });
  });
}

function storeKey({ merchantId, storeId }: Pick<EventDayRow, 'merchantId' | 'storeId'>): string {
  return JSON.stringify([merchantId, storeId]);
}
