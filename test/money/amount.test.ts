import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatAmountGrouped,
  sumAmounts,
  toMajorUnits,
  toMinorUnits,
} from '../../src/money/amount.js';
import { Rational, sum } from '../../src/money/rational.js';
import { currency, decimal } from '../pricing/builders.js';

const Precise = Decimal.clone({ precision: 200, rounding: Decimal.ROUND_HALF_UP });
const CNY = currency('CNY');
const amounts = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });
const currencies = fc.constantFrom(...['JPY', 'CNY', 'KWD'].map(currency));

describe('toMinorUnits', () => {
  it.each([
    ['1.005', 'CNY', 101n], // 100.5 fen → 101
    ['-1.005', 'CNY', -101n], // −100.5 fen → −101
    ['1.0049', 'CNY', 100n], // 100.49 fen → 100
    ['0.5', 'JPY', 1n],
    ['-0.5', 'JPY', -1n],
    ['1.2345', 'KWD', 1_235n], // 1234.5 fils → 1235
  ])('%s %s is %s', (text, code, expected) => {
    expect(toMinorUnits(decimal(text), currency(code))).toBe(expected);
  });

  it('rounds a product as a decimal library does, half away from zero', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt({ min: -99_999n, max: 99_999n }), (fen, tenThousandths) => {
        // At four digits of the rate a half is met often: 1.50 × 0.0100 = 0.015.
        const ours = toMajorUnits(fen, CNY).times(Rational.of(tenThousandths, 10_000n));
        const theirs = new Precise(String(fen)).times(String(tenThousandths)).div(10_000);
        expect(String(toMinorUnits(ours, CNY))).toBe(theirs.toFixed(0).replace(/^-0$/, '0'));
      }),
    );
  });

  it('is undone by toMajorUnits', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, of) => {
        expect(toMinorUnits(toMajorUnits(amount, of), of)).toBe(amount);
      }),
    );
  });
});

describe('formatAmount', () => {
  it.each([
    [-6_240n, 'CNY', '-62.40'],
    [5n, 'CNY', '0.05'],
    [-5n, 'CNY', '-0.05'],
    [0n, 'CNY', '0.00'],
    [6_240n, 'JPY', '6240'],
    [-1n, 'KWD', '-0.001'],
  ])('%s of %s is %s', (amount, code, expected) => {
    expect(formatAmount(amount, currency(code))).toBe(expected);
  });

  it('is read back exactly', () => {
    fc.assert(
      fc.property(amounts, currencies, (amount, of) => {
        expect(toMinorUnits(decimal(formatAmount(amount, of)), of)).toBe(amount);
      }),
    );
  });

  it.each([
    [12_345_678n, 'CNY', '123,456.78'],
    [-12_345_678n, 'CNY', '−123,456.78'],
    [99_999n, 'CNY', '999.99'],
    [100_000n, 'JPY', '100,000'],
    [-100_000n, 'JPY', '−100,000'],
    [1_234_567n, 'KWD', '1,234.567'],
  ])('%s of %s is grouped as %s', (amount, code, expected) => {
    expect(formatAmountGrouped(amount, currency(code))).toBe(expected);
  });
});

it('sumAmounts is the exact sum', () => {
  expect(sumAmounts([])).toBe(0n);
  fc.assert(
    fc.property(fc.array(amounts), (list) => {
      const exact = sum(list.map((amount) => toMajorUnits(amount, CNY)));
      expect(toMajorUnits(sumAmounts(list), CNY).compare(exact)).toBe(0);
    }),
  );
});
