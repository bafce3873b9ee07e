/**
 * `base_commission`: a rate per agent, shift and month, plus a commission on the net sales that
 * agents led to.
 *
 * > 1,500 per shift, 2 %. One agent on the day shift for 26 days, one on the evening shift for 13:
 * > 1,500.00 + 750.00. Attributed 128,000.00, refunds of the month 6,400.00, late refunds 1,600.00:
 * > 120,000.00 × 0.02 = 2,400.00. Sum 4,650.00.
 */
import { earnersOf, monthlyRate, workloadProblems } from '../agent-months.js';
import type { ContractReader } from '../contract-reader.js';
import type { AgentRate, ContractTerms, PartialRefunds, Scale } from '../contract.js';
import { baseLine } from '../lines/base.js';
import { capLines } from '../lines/cap.js';
import { commissionLines, type CommissionRate } from '../lines/commission.js';
import { netSales } from '../net-sales.js';
import { priced, type PricedLines } from '../priced.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface BaseCommissionContract extends ContractTerms, AgentRate {
  readonly plan: 'base_commission';
  readonly commission: CommissionRate;
  readonly partialRefunds: PartialRefunds;
}

/** Tiers of one of these stand in place of a commission_rate. */
const COMMISSION_SCALES = ['net_sales', 'average_order_value'] as const satisfies Scale[];

export const baseCommission = {
  plan: 'base_commission',
  facts: ['shifts', 'orders'],
  columns: [
    'seats',
    'rate',
    'standard_days',
    'hours_per_day',
    'commission_rate',
    'partial_refunds',
  ],
  scales: ['consultations_per_agent_day', ...COMMISSION_SCALES],
  contractOf,
  price: priceBaseCommission,
} as const satisfies PlanDefinition<BaseCommissionContract>;

function contractOf(reader: ContractReader): BaseCommissionContract | null {
  const commission = commissionOf(reader);
  const base = { ...reader.terms(), ...reader.agentRate() };
  const partialRefunds = reader.cells.partial_refunds ?? 'deduct';
  return commission && { ...base, plan: 'base_commission', commission, partialRefunds };
}

/** Exactly one of a flat rate and the two scales of tiers. */
function commissionOf(reader: ContractReader): CommissionRate | null {
  const { contract_id: contractId, commission_rate: rate } = reader.cells;
  const scales = COMMISSION_SCALES.filter((scale) => reader.tiersByScale.has(scale));
  const given = (rate === null ? 0 : 1) + scales.length;
  if (given === 0)
    reader.add('tiers-missing', 'commission_rate', { case: 'commission', contractId });
  if (given > 1)
    reader.add('cell-unused', 'commission_rate', { case: 'commission-twice', contractId });
  if (given !== 1) return null;
  if (rate !== null) return { scale: 'flat', rate };
  const sales = reader.tiersByScale.get('net_sales');
  if (sales !== undefined) {
    const mode = sales.isGraduated ? 'graduated' : 'volume';
    return { scale: 'net_sales', mode, tiers: sales.tiers };
  }
  const value = reader.tiersByScale.get('average_order_value');
  return value ? { scale: 'average_order_value', tiers: value.tiers } : null;
}

/** The bases in order of agent and shift, their cap, then the commission; none without sales. */
function priceBaseCommission(
  contract: BaseCommissionContract,
  usage: Usage,
  { span, rates }: PricingContext,
): PricedLines {
  const earners = earnersOf(contract, usage.attendance, 'shift');
  const rate = monthlyRate(contract, span, earners, usage.consultationDays);
  const bases = earners.map((earner) => baseLine(contract, span, earner, rate));
  const lines = [...bases, ...capLines(contract, span, earners, bases, rate)];
  const problems = workloadProblems(contract, span, earners, usage.consultationDays);
  if (usage.sales.length === 0) return priced(lines, problems);
  const sales = netSales(contract, span, usage.sales, rates);
  return 'net' in sales
    ? priced([...lines, ...commissionLines(contract, span, contract.commission, sales)], problems)
    : priced(lines, [...problems, ...sales]);
}
