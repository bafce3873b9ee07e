/**
 * `base_commission`: a rate per agent, shift and month, plus a commission on the net sales that
 * agents led to.
 *
 * > 1,500 per shift, 2 %. One agent on the day shift for 26 days, one on the evening shift for 13:
 * > 1,500.00 + 750.00. Attributed 128,000.00, refunds of the month 6,400.00, late refunds 1,600.00:
 * > 120,000.00 × 0.02 = 2,400.00. Sum 4,650.00.
 */
import type { Rational } from '../../money/rational.js';
import { earnersOf, monthlyRate, workloadProblems } from '../agent-months.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractLine } from '../contract-line.js';
import type {
  AgentRate,
  Appraisal,
  ContractTerms,
  PartialRefunds,
  Scale,
  WorkedTimeTerms,
} from '../contract.js';
import { withAppraisals } from '../lines/appraisal.js';
import { baseLine } from '../lines/base.js';
import { capLines } from '../lines/cap.js';
import { commissionLines, type CommissionRate } from '../lines/commission.js';
import { commissionCapLines } from '../lines/commission-cap.js';
import { surchargeLines } from '../lines/surcharge.js';
import { netSales } from '../net-sales.js';
import { priced, type PricedLines } from '../priced.js';
import { agentDayRate, surchargedAgentDays } from '../surcharged-days.js';
import { surchargedShifts } from '../surcharged-shifts.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface BaseCommissionContract extends ContractTerms, AgentRate, WorkedTimeTerms {
  readonly plan: 'base_commission';
  readonly commission: CommissionRate;
  /** The most that the commission lines come to; null: no cap. */
  readonly commissionCap: Rational | null;
  readonly partialRefunds: PartialRefunds;
  readonly appraisal: Appraisal | null;
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
    'commission_cap',
    'partial_refunds',
    'appraisal_share',
    'appraisal_from',
  ],
  scales: ['consultations_per_agent_day', ...COMMISSION_SCALES],
  contractOf,
  price: priceBaseCommission,
} as const satisfies PlanDefinition<BaseCommissionContract>;

function contractOf(reader: ContractReader): BaseCommissionContract | null {
  const commission = rateOf(reader);
  const base = {
    ...reader.terms(),
    ...reader.agentRate(),
    ...reader.workedTime(),
    appraisal: reader.appraisal(),
    commissionCap: reader.cells.commission_cap,
    partialRefunds: reader.cells.partial_refunds ?? 'deduct',
  };
  return commission && { ...base, plan: 'base_commission', commission };
}

/** Exactly one of a flat rate and the two scales of tiers. */
function rateOf(reader: ContractReader): CommissionRate | null {
  const rate = reader.cells.commission_rate;
  const scales = COMMISSION_SCALES.filter((scale) => reader.tiersByScale.has(scale));
  if ((rate === null ? 0 : 1) + scales.length !== 1) {
    const contractId = reader.cells.contract_id;
    if (rate === null && scales.length === 0)
      reader.add('tiers-missing', 'commission_rate', { case: 'commission', contractId });
    else reader.add('cell-unused', 'commission_rate', { case: 'commission-twice', contractId });
    return null;
  }
  if (rate !== null) return { scale: 'flat', rate };
  const sales = reader.tiersByScale.get('net_sales');
  if (sales !== undefined) {
    const mode = sales.isGraduated ? 'graduated' : 'volume';
    return { scale: 'net_sales', mode, tiers: sales.tiers };
  }
  const value = reader.tiersByScale.get('average_order_value');
  return value ? { scale: 'average_order_value', tiers: value.tiers } : null;
}

/**
 * The bases in order of agent and shift, each with its appraisal, their cap, then the commission (none
 * without sales) and its cap, then the surcharges.
 */
function priceBaseCommission(
  contract: BaseCommissionContract,
  usage: Usage,
  context: PricingContext,
): PricedLines {
  const { span, achieved, calendar } = context;
  const earners = earnersOf(contract, usage.attendance, 'shift');
  const rate = monthlyRate(contract, span, earners, usage.consultationDays);
  const earned = earners.map((earner) => ({
    agentId: earner.agentId,
    line: baseLine(contract, span, earner, rate),
  }));
  const appraised = withAppraisals(contract, span, earned, achieved);
  const bases = [...appraised.lines, ...capLines(contract, span, earners, appraised.lines, rate)];
  const commission = commissionOf(contract, usage, context, bases);
  const surcharged = surchargedShifts(contract, usage, calendar.hasTag);
  return priced(
    [
      ...bases,
      ...commission.lines,
      ...surchargeLines(contract, span, surcharged, {
        unit: 'agent_day',
        unitPrice: agentDayRate(contract, rate),
        quantityOf: (shifts) => surchargedAgentDays(contract, shifts, 'shift'),
      }),
    ],
    [...workloadProblems(contract, usage), ...appraised.problems, ...commission.problems],
  );
}

/** `bases` are the contract's lines so far. */
function commissionOf(
  contract: BaseCommissionContract,
  { sales }: Usage,
  { span, rates }: PricingContext,
  bases: readonly ContractLine[],
): PricedLines {
  if (sales.length === 0) return priced([]);
  const net = netSales(contract, span, sales, rates);
  if (!('net' in net)) return priced([], net);
  const lines = commissionLines(contract, span, contract.commission, net);
  const cap = commissionCapLines(contract, span, contract.commissionCap, [...bases, ...lines]);
  return priced([...lines, ...cap]);
}
