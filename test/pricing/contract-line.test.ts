import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMinorUnits } from '../../src/money/amount.js';
import { Rational } from '../../src/money/rational.js';
import { localDate } from '../../src/period/local-date.js';
import { amountTerm, lineOf, unlessZero } from '../../src/pricing/contract-line.js';
import { constant, contractFigure, figure, type Figure } from '../../src/pricing/figures.js';
import { currency, decimal, span, TERMS } from './builders.js';

const OCTOBER = span('2026-10');

function days(value: Rational): Figure {
  return figure('days', value, { table: 'period' });
}

it('a line is quantity × unit price, rounded once', () => {
  const thousandths = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
  fc.assert(
    fc.property(
      thousandths,
      thousandths,
      fc.constantFrom('CNY', 'JPY', 'KWD'),
      (left, right, code) => {
        const [quantity, unitPrice] = [Rational.of(left, 1_000n), Rational.of(right, 1_000n)];
        const contract = { ...TERMS, currency: currency(code) };
        const line = lineOf(contract, OCTOBER, {
          kind: 'event',
          quantity: days(quantity),
          unit: 'day',
          unitPrice: contractFigure('rate', unitPrice),
        });
        expect(line.amount).toBe(toMinorUnits(quantity.times(unitPrice), contract.currency));
        // Exact is within half a minor unit.
        const error = decimal(String(line.amount))
          .dividedBy(decimal(String(10 ** contract.currency.fractionDigits)))
          .minus(quantity.times(unitPrice))
          .times(decimal(String(10 ** contract.currency.fractionDigits)));
        const half = decimal('0.5');
        expect(error.isAtMost(half) && half.negated().isAtMost(error)).toBe(true);
      },
    ),
  );
});

it('the term of the amount is the price alone where the quantity is a 1 of the rule', () => {
  const unitPrice = contractFigure('rate', decimal('200'));
  expect(amountTerm({ quantity: constant(1n), unitPrice })).toBe(unitPrice);
  // 1 day that was counted is a figure, and stays
  const quantity = days(Rational.ONE);
  expect(amountTerm({ quantity, unitPrice })).toEqual({
    kind: 'product',
    factors: [quantity, unitPrice],
  });
});

it('a line of 0.004 comes to 0.00, and is left out where zeros are', () => {
  const parts = {
    kind: 'event',
    quantity: constant(1n),
    unit: 'day',
    unitPrice: contractFigure('rate', decimal('0.004')),
  } as const;
  expect(unlessZero(lineOf(TERMS, OCTOBER, parts))).toEqual([]);
});

it('the dates of the service are those of the contract within the month, and all for an ended one', () => {
  const parts = {
    kind: 'event',
    quantity: constant(1n),
    unit: 'day',
    unitPrice: contractFigure('rate', decimal('1')),
  } as const;
  const started = { ...TERMS, startsOn: localDate('2026-10-12') };
  const ended = { ...TERMS, endsOn: localDate('2026-09-30') };
  expect(lineOf(started, OCTOBER, parts)).toMatchObject({
    serviceFrom: '2026-10-12',
    serviceTo: '2026-10-31',
  });
  expect(lineOf(ended, OCTOBER, parts)).toMatchObject({
    serviceFrom: '2026-10-01',
    serviceTo: '2026-10-31',
  });
});
