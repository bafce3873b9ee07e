/**
 * What reference tables say that facts do not bear out: nothing is billed wrongly by it yet, but
 * somebody probably meant something else.
 */
import { didYouMean } from '../words/did-you-mean.js';
import type { EventDayRow, ReferenceTables } from '../reference/reference-tables.js';
import { earlier, later } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { type Contract, type Plan } from '../pricing/plans/registry.js';
import { told, type Problem } from '../problem.js';

/** By merchant, the stores that its facts name. */
export type StoresInFacts = ReadonlyMap<string, ReadonlySet<string>>;

export function doubtfulReference(
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
  const overlapping = overlaps(contracts, span);
  return [
    ...overlapping.filter(({ merchantId }) => !ambiguous.has(merchantId)),
    ...unknownStores(contracts, eventDays, stores),
  ];
}

/** Contracts that could own the same fact; once a fact meets two of them, that is an error. */
function overlaps(contracts: readonly Contract[], span: BillingSpan): Problem[] {
  const first = new Map<string, Contract[]>();
  const problems: Problem[] = [];
  for (const contract of contracts) {
    const key = JSON.stringify([contract.merchantId, contract.storeId, factsOf(contract)]);
    const others = first.get(key) ?? [];
    for (const other of others) {
      const from = later(later(contract.startsOn, other.startsOn), span.period.firstDay);
      const { lastDay } = span.period;
      const to = earlier(contract.endsOn ?? lastDay, earlier(other.endsOn ?? lastDay, lastDay));
      if (from <= to) problems.push(overlap(other, contract, `${from} to ${to}`));
    }
    first.set(key, [...others, contract]);
  }
  return problems;
}

/** The facts that a contract competes for: those of its role, but event days have none. */
function factsOf({ plan, role }: Contract): string {
  const facts: Readonly<Record<Plan, string>> = {
    fixed_salary: `shifts of ${role}`,
    base_commission: `shifts of ${role}`,
    temporary_custody: `shifts of ${role}`,
    consultation_ladder: `consultations of ${role}`,
    event_hosting: 'event days',
  };
  return facts[plan];
}

function overlap(one: Contract, other: Contract, dates: string): Problem {
  const place = one.storeId === null ? 'all stores' : `store ${one.storeId}`;
  return told(
    'contract-overlap',
    { file: 'contracts.csv', column: 'starts_on', merchantId: one.merchantId },
    `contracts ${one.contractId} and ${other.contractId} are both in force for the ${factsOf(one)} of ${place}, ${dates}`,
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
