/**
 * Monthly prices per agent, earned by agent-days: what `fixed_salary` and the base of
 * `base_commission` share.
 *
 * An agent-day is min(1, worked minutes / (60 × hours_per_day)) per date.
 * months = min(1, agent-days / standard_days); amount = rate × months.
 *
 * > 5,200 a month, 26 standard days. Worked 20.5 agent-days: 5,200 × 20.5/26 = 4,100.00.
 */
import { toMajorUnits, sumAmounts } from '../money/amount.js';
import { Rational, smaller, sum } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { AgentRate, ContractTerms, Plan } from './contract.js';
import { figure, lineOf, type Figure, type Line } from './line.js';
import { findTier } from './tiers.js';
import type { AttendanceDay, ConsultationDay, Usage } from './usage.js';

type AgentRateContract = ContractTerms & AgentRate & { readonly plan: Plan };

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** Whoever earns one monthly rate: an agent, or an agent on one of their shifts. */
export interface Earner {
  readonly agentId: string;
  /** The shift name where the rate is per shift. */
  readonly shift: string | null;
  readonly agentDays: Rational;
  readonly months: Rational;
}

/** In order of agent and shift. Attendance without worked time earns nothing and names nobody. */
export function earnersOf(
  contract: AgentRateContract,
  attendance: readonly AttendanceDay[],
  per: 'agent' | 'shift',
): Earner[] {
  const fullDay = contract.hoursPerDay.times(Rational.of(MICROSECONDS_PER_HOUR));
  return [...workedDays(attendance, per).values()]
    .sort(
      (left, right) =>
        compareText(left.agentId, right.agentId) || compareText(left.shift, right.shift),
    )
    .map(({ agentId, shift, byDate }) => {
      const agentDays = sum(
        [...byDate.values()].map((worked) =>
          smaller(Rational.ONE, Rational.of(worked).dividedBy(fullDay)),
        ),
      );
      const months = smaller(Rational.ONE, agentDays.dividedBy(contract.standardDays));
      return { agentId, shift: per === 'shift' ? shift : null, agentDays, months };
    });
}

/** The price per agent and month, and the figures by which the workload picked it. */
export interface MonthlyRate {
  readonly rate: Rational;
  readonly basis: readonly Figure[];
}

/**
 * The contract's rate, or the price of the first workload tier whose `up_to` is not below
 * consultations / agent-days.
 */
export function monthlyRate(
  contract: AgentRateContract,
  earners: readonly Earner[],
  consultationDays: readonly ConsultationDay[],
): MonthlyRate {
  const agentDays = sum(earners.map((earner) => earner.agentDays));
  if (contract.workload === null || agentDays.isZero()) {
    return { rate: contract.rate ?? Rational.ZERO, basis: [] };
  }
  const consultations = totalConsultations(consultationDays);
  const workload = consultations.dividedBy(agentDays);
  const tier = findTier(contract.workload, workload) ?? contract.workload[0];
  return {
    rate: tier.price,
    basis: [
      figure('consultations', consultations),
      figure('agent_days', agentDays, 'all'),
      figure('consultations_per_agent_day', workload),
      ...(tier.upTo === null ? [] : [figure('tier_up_to', tier.upTo)]),
    ],
  };
}

/** Agents worked, and no row says how much they were asked: no data is not zero. */
export function workloadProblems(
  contract: AgentRateContract,
  { period }: BillingSpan,
  earners: readonly Earner[],
  { consultationDays }: Usage,
): Problem[] {
  if (contract.workload === null || earners.length === 0 || consultationDays.length > 0) return [];
  return [
    problem(
      'workload-unknown',
      { file: 'consultations', merchantId: contract.merchantId },
      { contractId: contract.contractId, period: period.id },
    ),
  ];
}

/** The salary or base line of one earner. */
export function earnerLine(
  contract: AgentRateContract,
  span: BillingSpan,
  kind: 'salary' | 'base',
  earner: Earner,
  { rate, basis }: MonthlyRate,
): Line {
  const name = earner.shift === null ? earner.agentId : `${earner.agentId} · ${earner.shift}`;
  return lineOf(contract, span, {
    kind,
    description:
      kind === 'salary'
        ? { zh: `客服月薪 ${name}`, en: `Monthly salary, ${name}` }
        : { zh: `客服底薪 ${name}`, en: `Monthly base, ${name}` },
    quantity: earner.months,
    unit: 'month',
    unitPrice: rate,
    basis: [
      figure('agent', earner.agentId),
      ...(earner.shift === null ? [] : [figure('shift', earner.shift)]),
      figure('agent_days', earner.agentDays),
      figure('standard_days', contract.standardDays),
      ...basis,
      figure('rate', rate),
    ],
  });
}

/**
 * Where the agents' months exceed the seats, one line that brings their lines to exactly
 * rate × seats.
 *
 * > 2 seats at 3,000; three agents worked 1 + 1 + 0.5 months: 7,500.00, cap −1,500.00 = 6,000.00.
 */
export function capLines(
  contract: AgentRateContract,
  span: BillingSpan,
  earners: readonly Earner[],
  earnerLines: readonly Line[],
  { rate }: MonthlyRate,
): Line[] {
  const months = sum(earners.map((earner) => earner.months));
  if (contract.seats === null || months.isAtMost(contract.seats)) return [];
  const earned = toMajorUnits(
    sumAmounts(earnerLines.map(({ amount }) => amount)),
    contract.currency,
  );
  const line = lineOf(contract, span, {
    kind: 'cap',
    description: {
      zh: `超出合同席位 ${contract.seats.toDecimal()} 席部分`,
      en: `Beyond the contract's ${contract.seats.toDecimal()} seats`,
    },
    quantity: Rational.ONE,
    unit: 'cap',
    unitPrice: rate.times(contract.seats).minus(earned),
    basis: [
      figure('agents_months', months),
      figure('seats', contract.seats),
      figure('rate', rate),
      figure('lines_sum', earned),
    ],
  });
  return line.amount === 0n ? [] : [line];
}

/** All consultations of the days. */
export function totalConsultations(days: Usage['consultationDays']): Rational {
  return sum(days.map(({ consultations }) => Rational.of(consultations)));
}

interface WorkedDays {
  readonly agentId: string;
  readonly shift: string;
  readonly byDate: Map<string, bigint>;
}

function workedDays(
  attendance: readonly AttendanceDay[],
  per: 'agent' | 'shift',
): Map<string, WorkedDays> {
  const earners = new Map<string, WorkedDays>();
  for (const { agentId, shift, date, workedMicroseconds } of attendance) {
    if (workedMicroseconds === 0n) continue;
    const key = JSON.stringify(per === 'shift' ? [agentId, shift] : [agentId]);
    const earner = earners.get(key) ?? { agentId, shift, byDate: new Map<string, bigint>() };
    earner.byDate.set(date, (earner.byDate.get(date) ?? 0n) + workedMicroseconds);
    earners.set(key, earner);
  }
  return earners;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
