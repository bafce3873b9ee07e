/**
 * `temporary_custody`: a rate for each agent and date with worked minutes inside the window.
 *
 * > 150 a day; agent A in custody on 3 dates, agent B on 1: 450.00 + 150.00 = 600.00.
 */
import { groupBy } from '../../group-by.js';
import { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { ContractReader } from '../contract-reader.js';
import type { HasTag } from '../calendar.js';
import type { ClockWindow, ContractTerms, WorkedTimeTerms } from '../contract.js';
import { contractFigure } from '../figures.js';
import { surchargeLines } from '../lines/surcharge.js';
import { custodyLine } from '../lines/custody.js';
import { priced, type PricedLines } from '../priced.js';
import { byRank, surchargedShifts, type SurchargedShift } from '../surcharged-shifts.js';
import type { CustodyDay, Usage } from '../usage.js';
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
  surcharged: surchargedCustody,
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
  const surcharged = surchargedCustody(contract, usage, calendar.hasTag);
  const surcharges = surchargeLines(contract, span, surcharged, {
    unit: 'agent_day',
    unitPrice: contractFigure('rate', contract.rate, contract.currency),
    quantityOf: (shifts) => Rational.of(BigInt(new Set(shifts.map(dayKey)).size)),
  });
  return priced([...lines, ...surcharges]);
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

/** Of billed agent-days, the times inside the window under the highest surcharge of the day. */
function surchargedCustody(
  contract: TemporaryCustodyContract,
  usage: Usage,
  hasTag: HasTag,
): SurchargedShift[] {
  const billed = new Set(withinSeats(usage.custodyDays, contract.seats).map(dayKey));
  const within = surchargedShifts(contract, usage, hasTag, contract.window);
  const ofDay = groupBy(within, dayKey);
  return within.filter((one) => {
    const day = dayKey(one);
    const touched = ofDay.get(day)?.map(({ surcharge }) => surcharge) ?? [];
    return (
      billed.has(day) &&
      one.surcharge === byRank(contract.surcharges).find((highest) => touched.includes(highest))
    );
  });
}

function dayKey({ agentId, date }: CustodyDay): string {
  return JSON.stringify([agentId, date]);
}
