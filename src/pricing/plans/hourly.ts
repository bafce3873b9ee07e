/**
 * `hourly`: a rate per worked hour. Per shift: worked minutes, raised to a multiple of `rounding_minutes`
 * and then to at least `minimum_hours`. The whole shift belongs to the date on which it starts.
 *
 * > 25 an hour, minimum 4: shifts of 7.5, 8 and 2 hours: 7.5 + 8 + 4 = 19.5 hours, 487.50.
 */
import { sumAmounts } from '../../money/amount.js';
import { ceiling, greater, Rational } from '../../money/rational.js';
import type { Appraisal, ContractTerms, WorkedTimeTerms } from '../contract.js';
import { contractFigure } from '../figures.js';
import { withAppraisals } from '../lines/appraisal.js';
import { hoursLine } from '../lines/hours.js';
import { surchargeLines } from '../lines/surcharge.js';
import { priced, type PricedLines } from '../priced.js';
import { surchargedShifts, surchargedTime } from '../surcharged-shifts.js';
import type { Usage, WorkedShift } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface HourlyContract extends ContractTerms, WorkedTimeTerms {
  readonly plan: 'hourly';
  /** Per worked hour. */
  readonly rate: Rational;
  /** What a shift is billed at the least. */
  readonly minimumHours: Rational;
  /** Whole minutes that a shift is raised to a multiple of; null: it is billed as worked. */
  readonly roundingMinutes: Rational | null;
  readonly appraisal: Appraisal | null;
}

export const hourly = {
  plan: 'hourly',
  facts: ['shifts', 'shift_times'],
  columns: ['rate', 'minimum_hours', 'rounding_minutes', 'appraisal_share', 'appraisal_from'],
  scales: [],
  contractOf: (reader) => ({
    ...reader.terms(),
    ...reader.workedTime(),
    plan: 'hourly',
    rate: reader.rate(),
    minimumHours: reader.cells.minimum_hours ?? Rational.ZERO,
    roundingMinutes: reader.cells.rounding_minutes,
    appraisal: reader.appraisal(),
  }),
  price: priceHourly,
} as const satisfies PlanDefinition<HourlyContract>;

const MICROSECONDS_PER_HOUR = 3_600_000_000n;
const MINUTES_PER_HOUR = Rational.of(60n);

/** One line per agent, in order of agent, each with its appraisal; then the surcharges. */
function priceHourly(
  contract: HourlyContract,
  usage: Usage,
  { span, achieved, calendar }: PricingContext,
): PricedLines {
  const hoursOf = new Map<string, Rational>();
  for (const shift of usage.shifts) {
    const before = hoursOf.get(shift.agentId) ?? Rational.ZERO;
    hoursOf.set(shift.agentId, before.plus(billedHours(contract, shift)));
  }
  const agents = [...hoursOf].sort(([left], [right]) => (left < right ? -1 : 1));
  const earned = agents.map(([agentId, hours]) => ({
    agentId,
    line: hoursLine(contract, span, contract.rate, agentId, hours),
  }));
  const { lines, problems } = withAppraisals(contract, span, earned, achieved);
  const rate = contractFigure('rate', contract.rate, contract.currency);
  const surcharged = surchargedShifts(contract, usage, calendar.hasTag);
  const surcharges = surchargeLines(contract, span, surcharged, {
    unit: 'hour',
    unitPrice: rate,
    quantityOf: (shifts) => hours(sumAmounts(shifts.map(surchargedTime))),
  });
  return priced([...lines, ...surcharges], problems);
}

/** The hours that one shift is billed. > 7 h 50 min to a multiple of 15 minutes: 8 hours. */
function billedHours(
  { minimumHours, roundingMinutes }: HourlyContract,
  { workedMicroseconds }: WorkedShift,
): Rational {
  const worked = hours(workedMicroseconds);
  const step = roundingMinutes?.dividedBy(MINUTES_PER_HOUR);
  const raised =
    step === undefined ? worked : Rational.of(ceiling(worked.dividedBy(step))).times(step);
  return greater(raised, minimumHours);
}

function hours(microseconds: bigint): Rational {
  return Rational.of(microseconds, MICROSECONDS_PER_HOUR);
}
