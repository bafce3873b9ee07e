/**
 * `consultation_ladder`: a price for the day's, or the month's average, number of consultations.
 * A day without any row is a problem: no data is not zero.
 *
 * > 50 → 60, 100 → 110, 150 → 150, overflow 1.20. October: 12 days ≤ 50, 15 ≤ 100, 3 ≤ 150, one of 181:
 * > 720.00 + 1,650.00 + 450.00 + (150.00 + 31 × 1.20 = 37.20) = 3,007.20.
 */
import { Rational } from '../money/rational.js';
import { datesBetween } from '../period/local-date.js';
import { activeDates, periodBefore, periodOf, type BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import { totalConsultations } from './agent-months.js';
import type { ConsultationLadderContract, Tier } from './contract.js';
import { figure, lineOf, type Figure, type Line } from './line.js';
import { priced, type Priced } from './priced.js';
import { findTier, lastTier } from './tiers.js';
import type { ConsultationDay, Usage } from './usage.js';

export function priceConsultationLadder(
  contract: ConsultationLadderContract,
  usage: Usage,
  span: BillingSpan,
): Priced {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  if (active.days === 0) return priced([]);
  const missing = missingDays(contract, span, usage.consultationDays);
  if (missing.length > 0) return priced([], missing);
  switch (contract.scale) {
    case 'daily_consultations':
      return priceDaily(contract, span, usage.consultationDays);
    case 'average_daily_consultations':
      return priced([
        monthLine(contract, span, averageOf(span.period.id, usage.consultationDays, active.days)),
      ]);
    case 'previous_average_daily_consultations':
      return pricePreviousAverage(contract, span, usage.previousConsultationDays);
  }
}

/** One line per tier with its number of days, then one for all consultations beyond the last tier. */
function priceDaily(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  days: readonly ConsultationDay[],
): Priced {
  const last = lastTier(contract.tiers);
  const datesOf = new Map<Tier, string[]>();
  const beyondByDate = new Map<string, bigint>();
  for (const { date, consultations } of days) {
    const tier = findTier(contract.tiers, Rational.of(consultations));
    if (tier === undefined) beyondByDate.set(date, consultations);
    const dates = datesOf.get(tier ?? last) ?? [];
    datesOf.set(tier ?? last, [...dates, date]);
  }
  if (beyondByDate.size > 0 && contract.overflowRate === null) {
    return priced([], [ladderExceeded(contract, last, beyondByDate)]);
  }
  const lines = contract.tiers.flatMap((tier) => {
    const dates = datesOf.get(tier);
    return dates === undefined ? [] : [tierLine(contract, span, tier, dates)];
  });
  return priced([...lines, ...overflowLines(contract, span, last, beyondByDate)]);
}

function tierLine(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  tier: Tier,
  dates: readonly string[],
): Line {
  const limit = tier.upTo?.toDecimal();
  return lineOf(contract, span, {
    kind: 'ladder',
    description: {
      zh: limit === undefined ? '咨询量阶梯（最高档）' : `咨询量阶梯（每日不超过 ${limit} 人次）`,
      en:
        limit === undefined
          ? 'Consultation ladder, highest tier'
          : `Consultation ladder, days of up to ${limit}`,
    },
    quantity: Rational.of(BigInt(dates.length)),
    unit: 'day',
    unitPrice: tier.price,
    basis: [...tierFigures(tier), figure('dates', compactDates(dates))],
  });
}

function overflowLines(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  last: Tier,
  beyondByDate: ReadonlyMap<string, bigint>,
): Line[] {
  const { overflowRate } = contract;
  if (overflowRate === null || last.upTo === null || beyondByDate.size === 0) return [];
  const upTo = last.upTo;
  const beyond = [...beyondByDate.values()].reduce(
    (total, consultations) => total.plus(Rational.of(consultations).minus(upTo)),
    Rational.ZERO,
  );
  return [
    lineOf(contract, span, {
      kind: 'overflow',
      description: {
        zh: `超出最高档 ${upTo.toDecimal()} 的咨询`,
        en: `Consultations beyond ${upTo.toDecimal()} a day`,
      },
      quantity: beyond,
      unit: 'consultation',
      unitPrice: overflowRate,
      basis: [
        figure('tier_up_to', upTo),
        ...[...beyondByDate].map(([date, consultations]) =>
          figure('consultations', String(consultations), date),
        ),
        figure('rate', overflowRate),
      ],
    }),
  ];
}

/** What picked the tier of a month, and the figures that show it. */
interface MonthTier {
  /** undefined: the first tier, whatever the volume. */
  readonly average: Rational | undefined;
  readonly basis: readonly Figure[];
}

function averageOf(month: string, days: readonly ConsultationDay[], dayCount: number): MonthTier {
  const consultations = totalConsultations(days);
  const average = consultations.dividedBy(Rational.of(BigInt(dayCount)));
  return {
    average,
    basis: [
      figure('consultations', consultations),
      figure('days', dayCount),
      figure('average_daily_consultations', average, month),
    ],
  };
}

/** The month before picks the tier; a contract's first month, which has none before, takes the first. */
function pricePreviousAverage(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  previousDays: readonly ConsultationDay[],
): Priced {
  const isFirstMonth = periodOf(contract.startsOn).id === span.period.id;
  if (isFirstMonth) return priced([monthLine(contract, span, { average: undefined, basis: [] })]);
  if (previousDays.length === 0) return priced([], [previousMonthMissing(contract, span)]);
  return priced([
    monthLine(
      contract,
      span,
      averageOf(periodBefore(span.period).id, previousDays, previousDays.length),
    ),
  ]);
}

/** The tier's price is for a whole month: × active days / period days. */
function monthLine(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  { average, basis }: MonthTier,
): Line {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  const { tiers } = contract;
  const tier = average === undefined ? tiers[0] : (findTier(tiers, average) ?? lastTier(tiers));
  const ofPrevious = contract.scale === 'previous_average_daily_consultations';
  return lineOf(contract, span, {
    kind: 'ladder',
    description: ofPrevious
      ? { zh: '咨询量阶梯（按上月日均）', en: "Consultation ladder, by last month's daily average" }
      : { zh: '咨询量阶梯（按本月日均）', en: "Consultation ladder, by the month's daily average" },
    quantity: Rational.of(BigInt(active.days), BigInt(span.period.days)),
    unit: 'month',
    unitPrice: tier.price,
    basis: [
      ...basis,
      ...tierFigures(tier),
      figure('active_days', active.days),
      figure('period_days', span.period.days),
    ],
  });
}

function tierFigures({ upTo, price }: Tier): Figure[] {
  return [...(upTo === null ? [] : [figure('tier_up_to', upTo)]), figure('rate', price)];
}

/** Days of one month, shortened: `2026-10-01` `2026-10-02` → `2026-10: 01 02`. */
function compactDates(dates: readonly string[]): string {
  const days = [...dates].sort().map((date) => date.slice(8));
  return `${dates[0]?.slice(0, 7) ?? ''}: ${days.join(' ')}`;
}

function missingDays(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  days: readonly ConsultationDay[],
): Problem[] {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  const known = new Set(days.map(({ date }) => date));
  const missing = datesBetween(active.first, active.last).filter((date) => !known.has(date));
  if (missing.length === 0) return [];
  return [
    problem(
      'consultation-day-missing',
      { file: 'consultations', column: 'date', merchantId: contract.merchantId },
      { case: 'days', contractId: contract.contractId, dates: missing },
    ),
  ];
}

function previousMonthMissing(contract: ConsultationLadderContract, span: BillingSpan): Problem {
  return problem(
    'consultation-day-missing',
    { file: 'consultations', column: 'date', merchantId: contract.merchantId },
    { case: 'month-before', contractId: contract.contractId, period: periodBefore(span.period).id },
  );
}

function ladderExceeded(
  contract: ConsultationLadderContract,
  last: Tier,
  beyondByDate: ReadonlyMap<string, bigint>,
): Problem {
  return problem(
    'ladder-exceeded',
    { file: 'contract-tiers.csv', column: 'up_to', merchantId: contract.merchantId },
    {
      contractId: contract.contractId,
      upTo: last.upTo?.toDecimal() ?? '',
      dates: [...beyondByDate.keys()],
    },
  );
}
