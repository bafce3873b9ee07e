/** The basis of each kind of line in the CSVs; its arithmetic stands in the test of the steps. */
import { describe, expect, it } from 'vitest';
import { basisText } from '../../src/words/basis-text.js';
import { consultationLadder, consultations, currency, tiers, times } from '../pricing/builders.js';
import { linesOf, LINES, REVERSED_SALARY } from '../pricing/lines-of-every-kind.js';
import { readBasis } from './read-basis.js';

const CNY = currency('CNY');

const TEXTS: Readonly<Record<keyof typeof LINES, string>> = {
  salary: 'agent_days 20.5 / standard_days 26 × rate[CNY] 5200',
  salaryOfOneDay: 'agent_days 1 / standard_days 26 × rate[CNY] 5200',
  salaryOfEndlessDays: 'agent_days 31/24 / standard_days 26 × rate[CNY] 5200',
  salaryByWorkload:
    'consultations_per_agent_day = consultations 3100 / agent_days 26 = 119.230769 <= 120; agent_days 26 / standard_days 26 × tier_price[CNY] 5200',
  appraisal: '(score 1.05 − 1) × line[1] 4100 × appraisal_share 0.15',
  appraisalByIndicators:
    '((indicator_weight[conversion] 60 × indicator_points[conversion] 85 + indicator_weight[response time] 40 × indicator_points[response time] 80) / (100 × (indicator_weight[conversion] 60 + indicator_weight[response time] 40)) − 1) × line[1] 5200 × appraisal_share 0.15',
  cap: 'min(agent_days 20.5 / standard_days 26, seats 0.5) × rate[CNY] 5200 − line[1] 4100',
  base: 'agent_days 13 / standard_days 26 × rate[CNY] 1500',
  baseBeyondAMonth: 'min(agent_days 27 / standard_days 26, 1) × rate[CNY] 1500',
  commission:
    '(attributed_sales[CNY] 128000 − refunds[CNY] 6400 − late_refunds[2026-09] 1600) × commission_rate 0.02',
  commissionCap: 'commission_cap[CNY] 2000 − line[1] 2400',
  commissionOfDollars: 'attributed_sales[USD] 1000 × exchange_rate[USD] 7.1 × commission_rate 0.02',
  commissionByAverage:
    'average_order_value = (attributed_sales[CNY] 1000 + round(attributed_sales[USD] 100 × exchange_rate[USD] 7.12345)) / (attributed_orders[CNY] 3 + attributed_orders[USD] 1) = 428.0875 <= 500; (attributed_sales[CNY] 1000 + round(attributed_sales[USD] 100 × exchange_rate[USD] 7.12345)) × tier_rate 0.03',
  commissionByVolume:
    'net_sales = attributed_sales[CNY] 150000 = 150000 <= 200000; attributed_sales[CNY] 150000 × tier_rate 0.02',
  firstSlice: 'min(attributed_sales[CNY] 250000, tier_up_to[CNY] 100000) × tier_rate 0.01',
  middleSlice:
    '(min(attributed_sales[CNY] 250000, tier_up_to[CNY] 200000) − tier_above[CNY] 100000) × tier_rate 0.02',
  lastSlice: '(attributed_sales[CNY] 250000 − tier_above[CNY] 200000) × tier_rate 0.03',
  ladderDays: 'days[10-01–17, 20–31] 29 × tier_price[CNY] 60',
  ladderLastTier: 'days[10-18–19] 2 × tier_price[CNY] 150',
  overflow:
    '(consultations[2026-10-18] 181 − last_tier 150 + consultations[2026-10-19] 160 − last_tier 150) × overflow_rate[CNY] 1.2',
  ladderMonth:
    'daily_average[2026-10] = consultations 470 / days 16 = 29.375 <= 32; active_days 16 / period_days 31 × tier_price[CNY] 1200',
  ladderFirstMonth: 'active_days 16 / period_days 31 × tier_price[CNY] 1200',
  hours: 'hours 19.5 × rate[CNY] 25',
  fee: 'active_days 31 / period_days 31 × rate[CNY] 3500',
  consultationsBeyond:
    'beyond_included = consultations 3420 − included_consultations 3100 × active_days 31 / period_days 31 = 320; (consultations 3420 − included_consultations 3100 × active_days 31 / period_days 31) × tier_price[CNY] 2',
  firstPieces: 'min(consultations 3420, tier_up_to 2000) × tier_price[CNY] 0.8',
  lastPieces: '(consultations 3420 − tier_above 2000) × tier_price[CNY] 0.6',
  surchargeOfDays:
    'surcharged_days[10-01–03] 3 × rate[CNY] 5200 / standard_days 26 × (multiplier 3 − 1)',
  surchargeOfHours: 'surcharged_hours[10-01–08] 40 × rate[CNY] 25 × (multiplier 1.3 − 1)',
  event: '(agents[2026-11-10] 2 + agents[2026-11-11] 2 + agents[2026-11-12] 1) × rate[CNY] 200',
  custody: 'days[10-01–03, 07] 4 × rate[CNY] 150',
  discount: 'line[1] 4100 × (−discount_rate 0.0333)',
  minimum: 'minimum_fee[CNY] 9000 × active_days 20 / period_days 31 − line[1] 4100',
  maximum: 'maximum_fee[CNY] 3000 × active_days 31 / period_days 31 − line[1] 4100',
  chargeOnce: 'charge_quantity 1 × charge_price[CNY] 3000',
  chargeInPart: 'charge_quantity 2 × charged_days 16 / period_days 31 × charge_price[CNY] 200',
  adjustment: 'adjustment[ADJ-1] -300',
};

describe('the basis of each kind of line', () => {
  it.each(Object.entries(TEXTS) as [keyof typeof LINES, string][])('%s', (name, text) => {
    expect(basisText(LINES[name])).toBe(text);
    const { amount } = LINES[name];
    expect(readBasis(text, CNY.fractionDigits)).toEqual({ amount, untrue: [] });
  });
});

it('of a reversed line is negated, where the note says how it was billed', () => {
  expect(basisText(REVERSED_SALARY)).toBe(
    '(−(agent_days 20.5 / standard_days 26)) × rate[CNY] 5200',
  );
});

it('a long sum is whole: 31 days above the last tier', () => {
  const contract = consultationLadder('daily_consultations', tiers(['50', '60']), '1.20');
  const usage = { consultationDays: consultations('2026-10-01', times(31, 60)) };
  const overflow = linesOf(contract, usage)[1];
  // 31 × (60 − 50) × 1.20 = 372.00
  expect(overflow?.amount).toBe(37_200n);
  const text = overflow === undefined ? '' : basisText(overflow);
  expect(text.match(/consultations\[2026-10-\d\d\] 60/g)).toHaveLength(31);
});
