/**
 * `temporary_custody`: a rate for each agent and date with worked minutes inside the window.
 *
 * > 150 a day; agent A in custody on 3 dates, agent B on 1: 450.00 + 150.00 = 600.00.
 */
import { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { ContractReader } from '../contract-reader.js';
import type { HasTag } from '../calendar.js';
import { byRank, surchargedTime } from '../clock-windows.js';
import type { ClockWindow, ContractTerms, Surcharge, WorkedTimeTerms } from '../contract.js';
import { contractFigure } from '../figures.js';
import { surchargeLines, type SurchargedQuantity } from '../lines/surcharge.js';
import { custodyLine } from '../lines/custody.js';
import { priced, type PricedLines } from '../priced.js';
import type { CustodyDay, Usage, WorkedShift } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface TemporaryCustodyContract extends ContractTerms, WorkedTimeTerms {
  readonly plan: 'temporary_custody';
  /** Per agent and day. */
  readonly rate: Rational;
  /** The most agents that are billed for one date; null: no cap. */
  readonly seats: number | null;
  /** Only time inside counts. */
  readonly window: ClockWindow;
}

/** 08:00 to 24:00. */
const USUAL_WINDOW: ClockWindow = { startMinute: 8 * 60, endMinute: 24 * 60 };

export const temporaryCustody = {
  plan: 'temporary_custody',
  facts: ['shifts'],
  columns: ['rate', 'seats', 'window_start', 'window_end'],
  scales: [],
  contractOf: (reader) => ({
    ...reader.terms(),
    ...reader.workedTime(),
    plan: 'temporary_custody',
    rate: reader.rate(),
    seats: wholeSeats(reader),
    window: windowOf(reader),
  }),
  price: priceTemporaryCustody,
} as const satisfies PlanDefinition<TemporaryCustodyContract>;

function wholeSeats(reader: ContractReader): number | null {
  const { seats, contract_id: contractId } = reader.cells;
  if (seats !== null && !seats.isWhole()) {
    const values = { case: 'custody-seats', contractId, seats: seats.toDecimal() } as const;
    reader.add('number-out-of-range', 'seats', values);
  }
  return seats === null ? null : Number(seats.numerator);
}

/** It may run over midnight; equal edges are no window. */
function windowOf(reader: ContractReader): ClockWindow {
  const { window_start: start, window_end: end, contract_id: contractId } = reader.cells;
  const window = {
    startMinute: start ?? USUAL_WINDOW.startMinute,
    endMinute: end ?? USUAL_WINDOW.endMinute,
  };
  if (window.startMinute === window.endMinute)
    reader.add('number-out-of-range', 'window_end', { case: 'custody-window', contractId });
  return window;
}

/** One line per agent, in order of agent; then the surcharges. */
function priceTemporaryCustody(
  contract: TemporaryCustodyContract,
  usage: Usage,
  { span, calendar }: PricingContext,
): PricedLines {
  const billed = withinSeats(usage.custodyDays, contract.seats);
  const datesOf = new Map<string, LocalDate[]>();
  for (const { agentId, date } of billed) {
    const known = datesOf.get(agentId);
    if (known === undefined) datesOf.set(agentId, [date]);
    else known.push(date);
  }
  const agents = [...datesOf].sort(([left], [right]) => (left < right ? -1 : 1));
  const lines = agents.map(([agentId, dates]) =>
    custodyLine(contract, span, contract.rate, agentId, dates.sort()),
  );
  const days = surchargedCustodyDays(contract, billed, usage.shifts, calendar.hasTag);
  const rate = contractFigure('rate', contract.rate, contract.currency);
  return priced([...lines, ...surchargeLines(contract, span, days, 'agent_day', rate)]);
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

/** Billed agent-days with any time under a surcharge inside the window, each at its highest multiplier. */
function surchargedCustodyDays(
  { surcharges, window }: TemporaryCustodyContract,
  billed: readonly CustodyDay[],
  shifts: readonly WorkedShift[],
  hasTag: HasTag,
): SurchargedQuantity[] {
  const dayKey = ({ agentId, date }: CustodyDay): string => JSON.stringify([agentId, date]);
  const touched = new Map<string, Set<Surcharge>>();
  for (const shift of shifts) {
    const known = touched.get(dayKey(shift)) ?? new Set();
    for (const surcharge of surchargedTime(shift, surcharges, hasTag, window).keys())
      known.add(surcharge);
    touched.set(dayKey(shift), known);
  }
  const highest = billed.map((day) => {
    const under = touched.get(dayKey(day));
    return byRank(surcharges).find((surcharge) => under?.has(surcharge));
  });
  return surcharges.map((surcharge) => {
    const days = highest.filter((one) => one === surcharge).length;
    return { surcharge, quantity: Rational.of(BigInt(days)) };
  });
}
