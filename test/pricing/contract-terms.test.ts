import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMinorUnits } from '../../src/money/amount.js';
import { addDays, localDate } from '../../src/period/local-date.js';
import { withDiscountAndMinimum } from '../../src/pricing/contract-terms.js';
import { lineOf, type Line } from '../../src/pricing/line.js';
import { currency, decimal, eventHosting, kindsAndAmounts, span } from './builders.js';

const OCTOBER = span('2026-10');
const CONTRACT = eventHosting('200');

function planLine(amount: string): Line {
  return lineOf(CONTRACT, OCTOBER, {
    kind: 'event',
    description: { zh: '', en: '' },
    quantity: decimal('1'),
    unit: 'day',
    unitPrice: decimal(amount),
    basis: [],
  });
}

describe('discount and minimum', () => {
  it.each([
    // 1,000 − 100; 1,200 − 900 = 300
    ['1000', '0.1', '1200', ['event:100000', 'discount:-10000', 'minimum:30000']],
    // 900 is the minimum already
    ['1000', '0.1', '900', ['event:100000', 'discount:-10000']],
    // 0.15 × 0.1 = 0.015 → 0.02, away from zero
    ['0.15', '0.1', null, ['event:15', 'discount:-2']],
    // 0.04 × 0.1 = 0.004 → 0: no line
    ['0.04', '0.1', null, ['event:4']],
    // a negative sum is discounted towards zero, and topped up to the minimum
    ['-100', '0.1', '50', ['event:-10000', 'discount:1000', 'minimum:14000']],
  ])('of %s, less %s, at least %s', (amount, discount, minimum, expected) => {
    const contract = {
      ...CONTRACT,
      discountRate: decimal(discount),
      minimumFee: minimum === null ? null : decimal(minimum),
    };
    const lines = withDiscountAndMinimum(contract, OCTOBER, [planLine(amount)]);
    expect(kindsAndAmounts(lines).map(([kind, of]) => `${kind}:${of}`)).toEqual(expected);
  });

  it('prorates the minimum by active days: 1,000 × 10/31 = 322.58', () => {
    const contract = { ...CONTRACT, minimumFee: decimal('1000'), endsOn: localDate('2026-10-10') };
    const lines = withDiscountAndMinimum(contract, OCTOBER, []);
    expect(kindsAndAmounts(lines)).toEqual([['minimum', 32_258n]]); // 322.5806…
  });

  it('tops nothing up for a contract without an active day', () => {
    const contract = { ...CONTRACT, minimumFee: decimal('1000'), endsOn: localDate('2026-09-30') };
    // A late refund of −20.00 alone stays −20.00: it is not topped up to 1,000 × 0/31 = 0.
    const lines = withDiscountAndMinimum(contract, OCTOBER, [planLine('-20')]);
    expect(kindsAndAmounts(lines)).toEqual([['event', -2_000n]]);
  });
});

it('two contracts that meet in mid-month share one minimum, to within the rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 29 }), (offset) => {
      const minimumFee = decimal('1000');
      const endsOn = addDays(localDate('2026-10-01'), offset);
      const before = { ...CONTRACT, minimumFee, endsOn };
      const after = { ...CONTRACT, minimumFee, startsOn: addDays(endsOn, 1) };
      const total = [before, after]
        .flatMap((contract) => withDiscountAndMinimum(contract, OCTOBER, []))
        .reduce((sum, { amount }) => sum + amount, 0n);
      expect(total >= 99_999n && total <= 100_001n).toBe(true);
    }),
  );
});

it('a line is quantity × unit price, rounded once', () => {
  const thousandths = fc.bigInt({ min: -10_000_000n, max: 10_000_000n });
  fc.assert(
    fc.property(
      thousandths,
      thousandths,
      fc.constantFrom('CNY', 'JPY', 'KWD'),
      (left, right, code) => {
        const [quantity, unitPrice] = [left, right].map((value) =>
          decimal(String(value)).dividedBy(decimal('1000')),
        ) as [Line['quantity'], Line['unitPrice']];
        const contract = { ...CONTRACT, currency: currency(code) };
        const parts = { quantity, unitPrice, kind: 'event', unit: 'day', basis: [] } as const;
        const line = lineOf(contract, OCTOBER, { ...parts, description: { zh: '', en: '' } });
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
