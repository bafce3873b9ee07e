/**
 * `charge`: set-up, training, extra seats of a tool. `once` in the period of its day; `monthly` in every
 * period that has a day in common with the charge and its contract, and where it is prorated for those
 * days / period days.
 *
 * > Set-up 3,000.00 once; two extra accounts at 200 a month from 10-16, prorated: 2 × 200 × 16/31 = 206.45.
 */
import { daysBetween, earlier, later } from '../../period/local-date.js';
import { activeDates, type BillingSpan } from '../../period/period.js';
import type { Charge, ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { figure, type FigureName } from '../figures.js';
import type { Rational } from '../../money/rational.js';
import type { Currency } from '../../money/currency.js';
import { product, quotient, type Term } from '../terms.js';

/** In the order of the contract's charges. */
export function chargeLines(contract: ContractTerms, span: BillingSpan): ContractLine[] {
  return contract.charges.flatMap((charge) => {
    const days = commonDays(contract, charge, span);
    return days === null ? [] : [chargeLine(contract, span, charge, days)];
  });
}

interface CommonDays {
  readonly from: ContractLine['serviceFrom'];
  readonly to: ContractLine['serviceTo'];
}

/** The days of the span that a charge is billed for; null where it is not. */
function commonDays(contract: ContractTerms, charge: Charge, span: BillingSpan): CommonDays | null {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  if (active.days === 0) return null;
  const from = later(active.first, charge.startsOn);
  const end = charge.frequency === 'once' ? charge.startsOn : charge.endsOn;
  const to = end === null ? active.last : earlier(active.last, end);
  return from <= to ? { from, to } : null;
}

function chargeLine(
  contract: ContractTerms,
  span: BillingSpan,
  charge: Charge,
  { from, to }: CommonDays,
): ContractLine {
  const source = { table: 'charges', chargeId: charge.chargeId } as const;
  const of = (name: FigureName, value: Rational, currency?: Currency): Term =>
    figure(name, value, source, currency === undefined ? {} : { currency });
  const quantity = of('charge_quantity', charge.quantity);
  const share = quotient(
    figure('charged_days', BigInt(daysBetween(from, to)), { table: 'period' }),
    figure('period_days', BigInt(span.period.days), { table: 'period' }),
  );
  return lineOf(contract, span, {
    kind: 'charge',
    subject: { charge: charge.description },
    quantity: charge.isProrated ? product(quantity, share) : quantity,
    unit: charge.frequency === 'once' ? 'item' : 'month',
    unitPrice: of('charge_price', charge.unitPrice, contract.currency),
    service: { from, to },
  });
}
