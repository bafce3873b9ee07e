/**
 * `consultation_ladder`: a price for the day's, or the month's average, number of consultations.
 * A day without any row is a problem: no data is not zero.
 *
 * > 50 → 60, 100 → 110, 150 → 150, overflow 1.20. October: 12 days ≤ 50, 15 ≤ 100, 3 ≤ 150, one of 181:
 * > 720.00 + 1,650.00 + 450.00 + (150.00 + 31 × 1.20 = 37.20) = 3,007.20.
 */
import { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import {
  activeDates,
  periodBefore,
  periodOf,
  wholePeriod,
  type BillingSpan,
} from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { consultationsFigure, missingDays } from '../consultation-days.js';
import type { ContractLine } from '../contract-line.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractTerms, Scale, Tier, Tiers } from '../contract.js';
import { figure } from '../figures.js';
import { daysLine, monthLine } from '../lines/ladder.js';
import { overflowLine } from '../lines/overflow.js';
import { priced, type PricedLines } from '../priced.js';
import { quotient, result, type Term } from '../terms.js';
import { findTier, lastTier } from '../tiers.js';
import type { ConsultationDay, Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

/** A ladder has tiers of exactly one of these. */
const LADDER_SCALES = [
  'daily_consultations',
  'average_daily_consultations',
  'previous_average_daily_consultations',
] as const satisfies Scale[];
export type LadderScale = (typeof LADDER_SCALES)[number];

export interface ConsultationLadderContract extends ContractTerms {
  readonly plan: 'consultation_ladder';
  readonly scale: LadderScale;
  readonly tiers: Tiers;
  /** Per consultation beyond the last tier of a daily ladder. */
  readonly overflowRate: Rational | null;
}

export const consultationLadder = {
  plan: 'consultation_ladder',
  facts: ['consultations'],
  columns: ['overflow_rate'],
  scales: LADDER_SCALES,
  contractOf,
  price: priceConsultationLadder,
} as const satisfies PlanDefinition<ConsultationLadderContract>;

function contractOf(reader: ContractReader): ConsultationLadderContract | null {
  const scales = LADDER_SCALES.filter((scale) => reader.tiersByScale.has(scale));
  const [scale] = scales;
  const tiers = scale && reader.tiersByScale.get(scale)?.tiers;
  if (scale === undefined || tiers === undefined || scales.length > 1) {
    reader.tiersMissing(LADDER_SCALES);
    return null;
  }
  const overflowRate = reader.cells.overflow_rate;
  if (scale !== 'daily_consultations' && overflowRate !== null) {
    const contractId = reader.cells.contract_id;
    reader.add('cell-unused', 'overflow_rate', { case: 'ladder-scale', contractId, scale });
  }
  return { ...reader.terms(), plan: 'consultation_ladder', scale, tiers, overflowRate };
}

function priceConsultationLadder(
  contract: ConsultationLadderContract,
  usage: Usage,
  { span }: PricingContext,
): PricedLines {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  if (active.days === 0) return priced([]);
  const missing = missingDays(contract, active, usage.consultationDays);
  if (missing.length > 0) return priced([], missing);
  switch (contract.scale) {
    case 'daily_consultations':
      return priceDaily(contract, span, usage.consultationDays);
    case 'average_daily_consultations':
      return priced([
        monthLine(
          contract,
          span,
          contract,
          dailyAverage(span.period.id, usage.consultationDays, active.days),
        ),
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
): PricedLines {
  const last = lastTier(contract.tiers);
  const datesOf = new Map<Tier, LocalDate[]>(contract.tiers.map((tier) => [tier, []]));
  const beyond: ConsultationDay[] = [];
  for (const day of days) {
    const tier = findTier(contract.tiers, Rational.of(day.consultations));
    if (tier === undefined) beyond.push(day);
    datesOf.get(tier ?? last)?.push(day.date);
  }
  if (beyond.length > 0 && contract.overflowRate === null) {
    return priced([], [ladderExceeded(contract, last, beyond)]);
  }
  const lines = [...datesOf]
    .filter(([, dates]) => dates.length > 0)
    .map(([tier, dates]) => daysLine(contract, span, contract, tier, dates));
  return priced([...lines, ...overflowLines(contract, span, last, beyond)]);
}

function overflowLines(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  { upTo }: Tier,
  beyond: readonly ConsultationDay[],
): ContractLine[] {
  const { overflowRate } = contract;
  if (overflowRate === null || upTo === null || beyond.length === 0) return [];
  return [overflowLine(contract, span, beyond, upTo, overflowRate)];
}

/** Consultations / days; `month` is the one that they are of. > 3,100 / 31 = 100. */
function dailyAverage(month: string, days: readonly ConsultationDay[], dayCount: number): Term {
  const average = quotient(
    consultationsFigure(days, [month]),
    figure('days', BigInt(dayCount), { table: 'period' }),
  );
  return result('daily_average', average, { of: month });
}

/**
 * The month before picks the tier, over all its days within the contract, each of which needs a row; a
 * contract's first month, which has none before, takes the first tier.
 */
function pricePreviousAverage(
  contract: ConsultationLadderContract,
  span: BillingSpan,
  previousDays: readonly ConsultationDay[],
): PricedLines {
  const isFirstMonth = periodOf(contract.startsOn).id === span.period.id;
  if (isFirstMonth) return priced([monthLine(contract, span, contract, null)]);
  const before = periodBefore(span.period);
  const days = activeDates(wholePeriod(before), contract.startsOn, contract.endsOn);
  const missing = missingDays(contract, days, previousDays);
  if (missing.length > 0) return priced([], missing);
  const average = dailyAverage(before.id, previousDays, days.days);
  return priced([monthLine(contract, span, contract, average)]);
}

function ladderExceeded(
  contract: ConsultationLadderContract,
  last: Tier,
  beyond: readonly ConsultationDay[],
): Problem {
  return problem(
    'ladder-exceeded',
    { file: 'contract-tiers.csv', column: 'up_to', merchantId: contract.merchantId },
    {
      contractId: contract.contractId,
      upTo: last.upTo?.toDecimal() ?? '',
      dates: beyond.map(({ date }) => date),
    },
  );
}
