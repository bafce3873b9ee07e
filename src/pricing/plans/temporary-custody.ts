/**
 * `temporary_custody`: a rate for each agent and date with worked minutes inside the window.
 *
 * > 150 a day; agent A in custody on 3 dates, agent B on 1: 450.00 + 150.00 = 600.00.
 */
import type { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractTerms } from '../contract.js';
import { custodyLine } from '../lines/custody.js';
import { priced, type PricedLines } from '../priced.js';
import type { CustodyDay, Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface TemporaryCustodyContract extends ContractTerms {
  readonly plan: 'temporary_custody';
  /** Per agent and day. */
  readonly rate: Rational;
  /** The most agents that are billed for one date; null: no cap. */
  readonly seats: number | null;
  /** Minutes after midnight; the window is half-open. */
  readonly windowStartMinute: number;
  readonly windowEndMinute: number;
}

const WINDOW_START = 8 * 60;
const WINDOW_END = 24 * 60;

export const temporaryCustody = {
  plan: 'temporary_custody',
  facts: ['shifts'],
  columns: ['rate', 'seats', 'window_start', 'window_end'],
  scales: [],
  contractOf: (reader) => ({
    ...reader.terms(),
    plan: 'temporary_custody',
    rate: reader.rate(),
    seats: wholeSeats(reader),
    ...windowOf(reader),
  }),
  price: priceTemporaryCustody,
} as const satisfies PlanDefinition<TemporaryCustodyContract>;

function wholeSeats(reader: ContractReader): number | null {
  const { contract_id: contractId, seats } = reader.cells;
  if (seats !== null && !seats.isWhole()) {
    const told = { case: 'custody-seats', contractId, seats: seats.toDecimal() } as const;
    reader.add('number-out-of-range', 'seats', told);
  }
  return seats === null ? null : Number(seats.numerator);
}

type Window = Pick<TemporaryCustodyContract, 'windowStartMinute' | 'windowEndMinute'>;

function windowOf(reader: ContractReader): Window {
  const windowStartMinute = reader.cells.window_start ?? WINDOW_START;
  const windowEndMinute = reader.cells.window_end ?? WINDOW_END;
  if (windowEndMinute <= windowStartMinute) {
    const contractId = reader.cells.contract_id;
    reader.add('number-out-of-range', 'window_end', { case: 'custody-window', contractId });
  }
  return { windowStartMinute, windowEndMinute };
}

/** One line per agent, in order of agent. */
function priceTemporaryCustody(
  contract: TemporaryCustodyContract,
  usage: Usage,
  { span }: PricingContext,
): PricedLines {
  const datesOf = new Map<string, LocalDate[]>();
  for (const { agentId, date } of withinSeats(usage.custodyDays, contract.seats)) {
    const known = datesOf.get(agentId);
    if (known === undefined) datesOf.set(agentId, [date]);
    else known.push(date);
  }
  const agents = [...datesOf].sort(([left], [right]) => (left < right ? -1 : 1));
  return priced(
    agents.map(([agentId, dates]) =>
      custodyLine(contract, span, contract.rate, agentId, dates.sort()),
    ),
  );
}

/** With seats, the first so many agents of each date, in order of agent. */
function withinSeats(days: readonly CustodyDay[], seats: number | null): CustodyDay[] {
  const sorted = [...days].sort((left, right) => (left.agentId < right.agentId ? -1 : 1));
  if (seats === null) return sorted;
  const taken = new Map<LocalDate, number>();
  return sorted.filter(({ date }) => {
    const count = (taken.get(date) ?? 0) + 1;
    taken.set(date, count);
    return count <= seats;
  });
}
