/**
 * Agent-days under each surcharge of a contract with a monthly price: Σ over agent (and shift name) and
 * date of min(1, minutes under it / (60 × hours_per_day)). Each surcharge has a day of its own.
 */
import { Rational, smaller } from '../money/rational.js';
import type { AgentRateContract } from './agent-months.js';
import type { HasTag } from './calendar.js';
import { surchargedTime } from './clock-windows.js';
import type { Surcharge, WorkedTimeTerms } from './contract.js';
import { contractFigure } from './figures.js';
import type { SurchargedQuantity } from './lines/surcharge.js';
import { quotient, result, type Term } from './terms.js';
import type { WorkedShift } from './usage.js';

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** In the order of the contract's rows. */
export function surchargedAgentDays(
  contract: AgentRateContract & WorkedTimeTerms,
  shifts: readonly WorkedShift[],
  per: 'agent' | 'shift',
  hasTag: HasTag,
): SurchargedQuantity[] {
  const fullDay = contract.hoursPerDay.times(Rational.of(MICROSECONDS_PER_HOUR));
  const worked = new Map<Surcharge, Map<string, bigint>>();
  for (const shift of shifts) {
    const key = JSON.stringify([shift.date, shift.agentId, per === 'shift' ? shift.shift : '']);
    for (const [surcharge, time] of surchargedTime(shift, contract.surcharges, hasTag)) {
      const byDay = worked.get(surcharge) ?? new Map<string, bigint>();
      worked.set(surcharge, byDay.set(key, (byDay.get(key) ?? 0n) + time));
    }
  }
  return contract.surcharges.map((surcharge) => ({
    surcharge,
    quantity: [...(worked.get(surcharge)?.values() ?? [])].reduce(
      (total, time) => total.plus(smaller(Rational.ONE, Rational.of(time).dividedBy(fullDay))),
      Rational.ZERO,
    ),
  }));
}

/** Rate / standard days. > 5,200 / 26 = 200. */
export function agentDayRate(contract: AgentRateContract, rate: Term): Term {
  const { currency, standardDays } = contract;
  const price = quotient(rate, contractFigure('standard_days', standardDays));
  return result('agent_day_rate', price, { currency });
}
