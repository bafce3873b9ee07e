/**
 * `surcharge`: worked time of some dates or hours × its usual price × (multiplier − 1). One line per
 * surcharge, in the order of the contract's rows; none where no time lies under it.
 *
 * > 5,200 / 26 = 200 a day; three statutory holidays at 3: 3 × 200 × (3 − 1) = 1,200.00.
 * > 25 an hour, 40 night hours at 1.3: 40 × 25 × 0.3 = 300.00.
 */
import { groupBy } from '../../group-by.js';
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms, WorkedTimeTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, figure } from '../figures.js';
import type { SurchargedShift } from '../surcharged-shifts.js';
import { difference, product, type Term } from '../terms.js';

/** How the time under a surcharge is measured, and what it usually costs. */
export interface SurchargedUnit {
  readonly unit: 'agent_day' | 'hour';
  /** Of one agent-day or hour. */
  readonly unitPrice: Term;
  /** Agent-days or hours of shifts under one surcharge. */
  readonly quantityOf: (shifts: readonly SurchargedShift[]) => Rational;
}

export function surchargeLines(
  contract: ContractTerms & WorkedTimeTerms,
  span: BillingSpan,
  shifts: readonly SurchargedShift[],
  { unit, unitPrice, quantityOf }: SurchargedUnit,
): ContractLine[] {
  const under = groupBy(shifts, ({ surcharge }) => surcharge);
  return contract.surcharges.flatMap((surcharge) => {
    const own = under.get(surcharge);
    if (own === undefined) return [];
    const dates = [...new Set(own.map(({ date }) => date))].sort();
    const worked = { table: 'shifts', agentId: null, shift: null, dates } as const;
    const row = { table: 'contract-surcharges', surcharge: surcharge.name } as const;
    const multiplier = figure('multiplier', surcharge.multiplier, row);
    return lineOf(contract, span, {
      kind: 'surcharge',
      subject: { surcharge: surcharge.name },
      quantity: figure(
        unit === 'hour' ? 'surcharged_hours' : 'surcharged_days',
        quantityOf(own),
        worked,
      ),
      unit,
      unitPrice: product(unitPrice, difference(multiplier, constant(1n))),
    });
  });
}
