/** Contracts and usage as small as a test needs them. */
import { findCurrency, type Currency } from '../../src/money/currency.js';
import { Rational } from '../../src/money/rational.js';
import { addDays, localDate } from '../../src/period/local-date.js';
import { parsePeriod, wholePeriod, type BillingSpan } from '../../src/period/period.js';
import type { BaseCommissionContract } from '../../src/pricing/plans/base-commission.js';
import type {
  ConsultationLadderContract,
  LadderScale,
} from '../../src/pricing/plans/consultation-ladder.js';
import type { ContractTerms, Surcharge, Tiers } from '../../src/pricing/contract.js';
import type { EventHostingContract } from '../../src/pricing/plans/event-hosting.js';
import type { FixedSalaryContract } from '../../src/pricing/plans/fixed-salary.js';
import type { HourlyContract } from '../../src/pricing/plans/hourly.js';
import type { PerConsultationContract } from '../../src/pricing/plans/per-consultation.js';
import type { TemporaryCustodyContract } from '../../src/pricing/plans/temporary-custody.js';
import { calendarOf } from '../../src/pricing/calendar.js';
import { lineOf, type ContractLine } from '../../src/pricing/contract-line.js';
import { constant, contractFigure } from '../../src/pricing/figures.js';
import { definitionOf, type Contract } from '../../src/pricing/plans/registry.js';
import type { PricingContext } from '../../src/pricing/plans/plan.js';
import type { PricedLines } from '../../src/pricing/priced.js';
import {
  NO_USAGE,
  type AttendanceDay,
  type ConsultationDay,
  type Usage,
  type WorkedShift,
} from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';

export function decimal(text: string): Rational {
  const value = Rational.parseDecimal(text);
  assert(value !== undefined, `${text} is a decimal`);
  return value;
}

export function currency(code: string): Currency {
  const found = findCurrency(code);
  assert(found !== undefined, `${code} is a currency`);
  return found;
}

export function span(id: string): BillingSpan {
  const period = parsePeriod(id);
  assert(period !== undefined, `${id} is a period`);
  return wholePeriod(period);
}

export const TERMS: ContractTerms = {
  contractId: 'C1',
  merchantId: 'M1',
  storeId: null,
  role: 'pre_sales',
  startsOn: localDate('2026-01-01'),
  endsOn: null,
  currency: currency('CNY'),
  discountRate: null,
  minimumFee: null,
  maximumFee: null,
  charges: [],
  taxRate: decimal('0.06'),
  taxIncluded: false,
  paymentTerms: { kind: 'net', days: 30 },
};

const AGENT_RATE = {
  workload: null,
  seats: null,
  standardDays: decimal('26'),
  hoursPerDay: decimal('8'),
  surcharges: [],
};

export function fixedSalary(rate: string, share: string): FixedSalaryContract {
  const appraisal = { share: decimal(share), from: null, indicators: [] };
  return { ...TERMS, ...AGENT_RATE, plan: 'fixed_salary', rate: decimal(rate), appraisal };
}

export function baseCommission(
  rate: string,
  commission: BaseCommissionContract['commission'],
): BaseCommissionContract {
  const base = { ...TERMS, ...AGENT_RATE, rate: decimal(rate), commission };
  const terms = { partialRefunds: 'deduct', commissionCap: null, appraisal: null } as const;
  return { ...base, ...terms, plan: 'base_commission' };
}

export function consultationLadder(
  scale: LadderScale,
  steps: Tiers,
  overflowRate: string | null = null,
): ConsultationLadderContract {
  const overflow = overflowRate === null ? null : decimal(overflowRate);
  return { ...TERMS, plan: 'consultation_ladder', scale, tiers: steps, overflowRate: overflow };
}

export function eventHosting(rate: string): EventHostingContract {
  return { ...TERMS, plan: 'event_hosting', rate: decimal(rate) };
}

export function hourly(rate: string, minimumHours: string): HourlyContract {
  const time = { minimumHours: decimal(minimumHours), roundingMinutes: null, surcharges: [] };
  return { ...TERMS, ...time, plan: 'hourly', rate: decimal(rate), appraisal: null };
}

export function perConsultation(
  fee: string | null,
  included: string,
  mode: PerConsultationContract['mode'],
  steps: Tiers,
): PerConsultationContract {
  const rate = fee === null ? null : decimal(fee);
  const includedConsultations = decimal(included);
  const terms = { rate, includedConsultations, mode, tiers: steps };
  return { ...TERMS, ...terms, plan: 'per_consultation' };
}

export function temporaryCustody(rate: string, seats: number | null): TemporaryCustodyContract {
  const terms = { window: { startMinute: 8 * 60, endMinute: 24 * 60 }, surcharges: [] };
  return { ...TERMS, ...terms, plan: 'temporary_custody', rate: decimal(rate), seats };
}

/** October 2026 without scores, rates and a calendar, but for what is changed. */
export function context(changes: Partial<PricingContext> = {}): PricingContext {
  return {
    span: span('2026-10'),
    achieved: scores(),
    rates: () => undefined,
    calendar: calendarOf([]),
    ...changes,
  };
}

/** What a contract's plan makes of some usage. */
export function priced(
  contract: Contract,
  usage: Partial<Usage>,
  changes: Partial<PricingContext> = {},
): PricedLines {
  const { plan } = contract;
  return definitionOf(plan).price(contract, { ...NO_USAGE, ...usage }, context(changes));
}

/** Scores by agent. */
export function scores(...of: [string, string][]): PricingContext['achieved'] {
  const byAgent = new Map(of.map(([agent, score]) => [agent, decimal(score)]));
  return { scores: byAgent, indicatorValues: [] };
}

/** Tiers of [up to and with, price]; null is without end. */
export function tiers(...steps: [[string | null, string], ...[string | null, string][]]): Tiers {
  const [first, ...rest] = steps.map(([upTo, price]) => ({
    upTo: upTo === null ? null : decimal(upTo),
    price: decimal(price),
  }));
  assert(first !== undefined, 'there is a first tier');
  return [first, ...rest];
}

/** So many full days of 8 hours from the first of October, and perhaps half a day after them. */
export function attendance(agentId: string, shift: string, days: number): AttendanceDay[] {
  return Array.from({ length: Math.ceil(days) }, (_, at) => ({
    agentId,
    shift,
    date: localDate(`2026-10-${String(at + 1).padStart(2, '0')}`),
    workedMicroseconds: (at + 1 > days ? 4n : 8n) * 3_600_000_000n,
  }));
}

/** One shift of an agent, from an hour of the clock, that does not run over midnight. */
export function shift(agentId: string, date: string, fromHour: number, hours: string): WorkedShift {
  const worked = decimal(hours).times(Rational.of(3_600_000_000n)).numerator;
  return {
    agentId,
    shift: 'day',
    date: localDate(date),
    workedMicroseconds: worked,
    clock: [{ start: BigInt(fromHour) * 3_600_000_000n, length: worked }],
  };
}

/** One day of consultations after the other, from a first date. */
export function consultations(first: string, counts: readonly number[]): ConsultationDay[] {
  return counts.map((count, at) => ({
    date: addDays(localDate(first), at),
    consultations: BigInt(count),
  }));
}

/** A shift of an agent that begins at an hour of a date and lasts so many; past midnight it goes on. */
export function workedShift(
  agentId: string,
  date: string,
  fromHour: number,
  hours: number,
  shift = 'day',
): WorkedShift {
  const microseconds = (of: number): bigint => BigInt(of * 60) * 60_000_000n;
  const today = Math.min(hours, 24 - fromHour);
  const clock = [{ start: microseconds(fromHour), length: microseconds(today) }];
  if (hours > today) clock.push({ start: 0n, length: microseconds(hours - today) });
  const workedMicroseconds = microseconds(hours);
  return { agentId, shift, date: localDate(date), workedMicroseconds, clock };
}

/** All day and on any date, but for what is changed. */
export function surcharge(multiplier: string, changes: Partial<Surcharge> = {}): Surcharge {
  const window = { startMinute: 0, endMinute: 24 * 60 };
  return { name: 'extra', dayTag: null, window, multiplier: decimal(multiplier), ...changes };
}

/** A list of the same number, so many times. */
export function times(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value);
}

/** A line of {@link TERMS} in October 2026 that comes to an amount. */
export function lineOfAmount(amount: string): ContractLine {
  return lineOf(TERMS, span('2026-10'), {
    kind: 'event',
    quantity: constant(1n),
    unit: 'agent_day',
    unitPrice: contractFigure('rate', decimal(amount), TERMS.currency),
  });
}

/** What a test says of a line: its kind and its amount in minor units. */
export function kindsAndAmounts(lines: readonly ContractLine[]): [string, bigint][] {
  return lines.map(({ kind, amount }) => [kind, amount]);
}
