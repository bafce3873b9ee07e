/**
 * `surcharge`: worked time of some dates or hours × its usual price × (multiplier − 1). One line per
 * surcharge, in the order of the contract's rows; none where no time lies under it.
 *
 * > 5,200 / 26 = 200 a day; three statutory holidays at 3: 3 × 200 × (3 − 1) = 1,200.00.
 * > 25 an hour, 40 night hours at 1.3: 40 × 25 × 0.3 = 300.00.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms, Surcharge } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { constant, figure, type FigureName } from '../figures.js';
import { difference, product, type Term } from '../terms.js';

/** What lies under one surcharge: agent-days or hours. */
export interface SurchargedQuantity {
  readonly surcharge: Surcharge;
  readonly quantity: Rational;
}

/** `unitPrice` is the usual price of an agent-day or an hour. */
export function surchargeLines(
  contract: ContractTerms,
  span: BillingSpan,
  quantities: readonly SurchargedQuantity[],
  unit: 'agent_day' | 'hour',
  unitPrice: Term,
): ContractLine[] {
  const name: FigureName = unit === 'hour' ? 'surcharged_hours' : 'surcharged_days';
  return quantities
    .filter(({ quantity }) => !quantity.isZero())
    .map(({ surcharge, quantity }) => {
      const source = { table: 'contract-surcharges', surcharge: surcharge.name } as const;
      const multiplier = figure('multiplier', surcharge.multiplier, source);
      return lineOf(contract, span, {
        kind: 'surcharge',
        subject: { surcharge: surcharge.name },
        quantity: figure(name, quantity, source),
        unit,
        unitPrice: product(unitPrice, difference(multiplier, constant(1n))),
      });
    });
}
