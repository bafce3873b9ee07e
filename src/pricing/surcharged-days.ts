/**
 * Agent-days under a surcharge of a contract with a monthly price: Σ over agent (and shift name) and
 * date of min(1, minutes under it / (60 × hours_per_day)). Each surcharge has a day of its own.
 */
import { Rational, smaller, sum } from '../money/rational.js';
import type { AgentRateContract } from './agent-months.js';
import { contractFigure } from './figures.js';
import { surchargedTime, type SurchargedShift } from './surcharged-shifts.js';
import { quotient, result, type Term } from './terms.js';

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** Of shifts under one surcharge. */
export function surchargedAgentDays(
  { hoursPerDay }: Pick<AgentRateContract, 'hoursPerDay'>,
  shifts: readonly SurchargedShift[],
  per: 'agent' | 'shift',
): Rational {
  const fullDay = hoursPerDay.times(Rational.of(MICROSECONDS_PER_HOUR));
  const byDay = new Map<string, bigint>();
  for (const one of shifts) {
    const key = JSON.stringify([one.date, one.agentId, per === 'shift' ? one.shift : '']);
    byDay.set(key, (byDay.get(key) ?? 0n) + surchargedTime(one));
  }
  return sum(
    [...byDay.values()].map((time) => smaller(Rational.ONE, Rational.of(time).dividedBy(fullDay))),
  );
}

/** Rate / standard days. > 5,200 / 26 = 200. */
export function agentDayRate(contract: AgentRateContract, rate: Term): Term {
  const { currency, standardDays } = contract;
  const price = quotient(rate, contractFigure('standard_days', standardDays));
  return result('agent_day_rate', price, { currency });
}
