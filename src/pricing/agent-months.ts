/**
 * Monthly prices per agent, earned by agent-days: what `fixed_salary` and the base of
 * `base_commission` share.
 *
 * An agent-day is min(1, worked minutes / (60 × hours_per_day)) per date.
 * months = min(1, agent-days / standard_days); amount = rate × months.
 *
 * > 5,200 a month, 26 standard days. Worked 20.5 agent-days: 5,200 × 20.5/26 = 4,100.00.
 */
import { Rational, smaller, sum as sumOfValues } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { AgentRate, ContractTerms } from './contract.js';
import { constant, contractFigure, figure } from './figures.js';
import { atMost, quotient, result, sum, valueOf, type Term } from './terms.js';
import { priceOfTier } from './tiers.js';
import type { AttendanceDay, ConsultationDay, Usage } from './usage.js';
import { consultationsFigure, datesWithout } from './consultation-days.js';

export type AgentRateContract = ContractTerms & AgentRate;

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** Whoever earns one monthly rate: an agent, or an agent on one of their shifts. */
export interface Earner {
  readonly agentId: string;
  /** The shift name where the rate is per shift. */
  readonly shift: string | null;
  readonly agentDays: Rational;
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
      const agentDays = sumOfValues(
        [...byDate.values()].map((worked) =>
          smaller(Rational.ONE, Rational.of(worked).dividedBy(fullDay)),
        ),
      );
      return { agentId, shift: per === 'shift' ? shift : null, agentDays };
    });
}

/** min(1, agent-days / standard_days). */
export function monthsOf(contract: AgentRateContract, earner: Earner): Term {
  const { agentId, shift, agentDays } = earner;
  const source = { table: 'shifts', agentId, shift, dates: null } as const;
  const share = quotient(
    figure('agent_days', agentDays, source),
    contractFigure('standard_days', contract.standardDays),
  );
  return result('months', atMost(share, constant(1n)));
}

/**
 * The contract's rate, or the price of the first workload tier whose `up_to` is not below
 * consultations / agent-days.
 *
 * > 3,100 consultations in 26 agent-days: 119.23, the tier up to 120.
 */
export function monthlyRate(
  contract: AgentRateContract,
  span: BillingSpan,
  earners: readonly Earner[],
  consultationDays: readonly ConsultationDay[],
): Term {
  const { workload, currency } = contract;
  const agentDays = sumOfValues(earners.map((earner) => earner.agentDays));
  if (workload === null || agentDays.isZero()) {
    return contractFigure('rate', contract.rate ?? Rational.ZERO, currency);
  }
  const shifts = { table: 'shifts', agentId: null, shift: null, dates: null } as const;
  const measured = quotient(
    consultationsFigure(consultationDays, [span.period.id]),
    figure('agent_days', agentDays, shifts),
  );
  return priceOfTier(
    { scale: 'consultations_per_agent_day', tiers: workload, currency },
    result('consultations_per_agent_day', measured),
  );
}

/** Each date on which an agent worked needs a row of consultations: no data is not zero. */
export function workloadProblems(
  contract: AgentRateContract,
  { attendance, consultationDays }: Usage,
): Problem[] {
  if (contract.workload === null) return [];
  const worked = attendance.filter(({ workedMicroseconds }) => workedMicroseconds > 0n);
  const dates = [...new Set(worked.map(({ date }) => date))].sort();
  const missing = datesWithout(dates, consultationDays);
  if (missing.length === 0) return [];
  return [
    problem(
      'workload-unknown',
      { file: 'consultations', column: 'date', merchantId: contract.merchantId },
      { contractId: contract.contractId, dates: missing },
    ),
  ];
}

/** All months of some earners: what seats are held against. */
export function allMonths(contract: AgentRateContract, earners: readonly Earner[]): Term {
  return result('agents_months', sum(earners.map((earner) => monthsOf(contract, earner))));
}

/** Whether the months of the earners exceed the seats. */
export function exceedSeats(contract: AgentRateContract, earners: readonly Earner[]): boolean {
  const { seats } = contract;
  return seats !== null && !valueOf(allMonths(contract, earners)).isAtMost(seats);
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
