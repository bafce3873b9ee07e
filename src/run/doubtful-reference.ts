/**
 * What reference tables say that facts do not bear out: nothing is billed wrongly by it yet, but
 * somebody probably meant something else.
 */
import { nearestWord } from '../words/nearest-word.js';
import type { EventDayRow, ReferenceTables } from '../reference/reference-tables.js';
import { earlier, later, type LocalDate } from '../period/local-date.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { type Contract, type Plan } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';

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
    const { merchantId, storeId, role } = contract;
    const facts = contestedFacts(contract);
    const key = JSON.stringify([merchantId, storeId, facts, facts === 'event-days' ? null : role]);
    const others = first.get(key) ?? [];
    for (const other of others) {
      const from = later(later(contract.startsOn, other.startsOn), span.period.firstDay);
      const { lastDay } = span.period;
      const to = earlier(contract.endsOn ?? lastDay, earlier(other.endsOn ?? lastDay, lastDay));
      if (from <= to) problems.push(overlap(other, contract, from, to));
    }
    first.set(key, [...others, contract]);
  }
  return problems;
}

/** The facts that a contract competes for: those of its role, but event days have none. */
function contestedFacts({ plan }: Contract): ProblemValues['contract-overlap']['facts'] {
  const facts = {
    fixed_salary: 'shifts',
    base_commission: 'shifts',
    temporary_custody: 'shifts',
    consultation_ladder: 'consultations',
    event_hosting: 'event-days',
  } as const satisfies Readonly<Record<Plan, string>>;
  return facts[plan];
}

function overlap(one: Contract, other: Contract, from: LocalDate, to: LocalDate): Problem {
  const { merchantId, role, storeId } = one;
  return problem(
    'contract-overlap',
    { file: 'contracts.csv', column: 'starts_on', merchantId },
    {
      contractIds: [one.contractId, other.contractId],
      facts: contestedFacts(one),
      role,
      storeId,
      from,
      to,
    },
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
