/**
 * Warnings of what reference tables say and facts do not bear out: nothing is billed wrongly by it yet,
 * but somebody probably meant something else.
 */
import { groupBy } from '../group-by.js';
import { didYouMean } from '../words/did-you-mean.js';
import type { EventDayRow, ReferenceTables } from '../reference/reference-tables.js';
import { earlier, later, type LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { factsOf, type Contract } from '../pricing/plans/registry.js';
import type { FactUse } from '../pricing/usage.js';
import { told, type Problem } from '../problem.js';

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
      const [facts] = ownFacts(contract).filter((one) => ownFacts(other).includes(one));
      const from = later(later(contract.startsOn, other.startsOn), period.firstDay);
      const ends = earlier(contract.endsOn ?? period.lastDay, other.endsOn ?? period.lastDay);
      const to = earlier(ends, period.lastDay);
      return facts === undefined || from > to ? [] : overlap(other, contract, facts, from, to);
    });
  });
}

/** The facts that a contract owns alone, in words: those of its role; orders and event days have none. */
function ownFacts(contract: Contract): string[] {
  const { role } = contract;
  const words: Readonly<Record<FactUse, string>> = {
    shifts: `shifts of ${role}`,
    consultations: `consultations of ${role}`,
    workload_consultations: `workload of ${role}`,
    orders: 'orders',
    event_days: 'event days',
  };
  return factsOf(contract).map((use) => words[use]);
}

function overlap(
  one: Contract,
  other: Contract,
  facts: string,
  from: LocalDate,
  to: LocalDate,
): Problem {
  const place = one.storeId === null ? 'all stores' : `store ${one.storeId}`;
  return told(
    'contract-overlap',
    { file: 'contracts.csv', column: 'starts_on', merchantId: one.merchantId },
    `contracts ${one.contractId} and ${other.contractId} are both in force for the ${facts} of ${place}, ${from} to ${to}`,
    'end one of them, or give them different stores or roles; a shift that names neither, or a day that meets both, blocks the merchant',
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
    ...contracts.map((row) => ({ row, file: 'contracts.csv', what: `contract ${row.contractId}` })),
    ...eventDays.map((row) => ({ row, file: 'event-days.csv', what: `the event day ${row.date}` })),
  ];
  return named.flatMap(({ row, file, what }) => {
    const known = stores.get(row.merchantId);
    const { storeId } = row;
    if (storeId === null || known === undefined || known.has(storeId)) return [];
    if (inContracts.has(storeKey(row)) && inEventDays.has(storeKey(row))) return [];
    const record = 'record' in row ? row.record : null;
    return [
      told(
        'store-unknown',
        { file, record, column: 'store_id', merchantId: row.merchantId },
        `${what} is for store ${JSON.stringify(storeId)}, and no fact of ${row.merchantId} names that store`,
        didYouMean(storeId, [...known], 'let it be'),
      ),
    ];
  });
}

function storeKey({ merchantId, storeId }: Pick<EventDayRow, 'merchantId' | 'storeId'>): string {
  return JSON.stringify([merchantId, storeId]);
}
