import { expect, it } from 'vitest';
import { seriesOf } from '../../src/ledger/month-totals.js';
import { unusual, unusualTotals } from '../../src/run/unusual-totals.js';
import { currency, span } from '../pricing/builders.js';

const CNY = currency('CNY');

/** The months before, in fen; null where the merchant was not billed. */
function isUnusual(total: number, months: readonly (number | null)[], isWhole = true): boolean {
  const before = months.map((amount, at) => ({
    period: `2026-0${7 + at}`,
    totals: new Map(amount === null ? [] : [[seriesOf('M1', 'CNY'), BigInt(amount)]]),
  }));
  return (
    unusual({ merchantId: 'M1', currency: CNY, total: BigInt(total) }, before, isWhole).length > 0
  );
}

it.each([
  // 1,000.00, 1,200.00 and 800.00 have the mean 1,000.00.
  [200_000, [100_000, 120_000, 80_000], false],
  [200_001, [100_000, 120_000, 80_000], true],
  [50_000, [100_000, 120_000, 80_000], false],
  [49_999, [100_000, 120_000, 80_000], true],
  // Months without a document are not months of nothing.
  [200_000, [null, null, 100_000], false],
  [200_001, [null, null, 100_000], true],
  [-1, [null, null, 100_000], true],
  [999_999, [null, null, null], false],
  [999_999, [-100_000, 0, 0], false],
])('%d after %j: %s', (total, months, expected) => {
  expect(isUnusual(total, months)).toBe(expected);
});

it('does not call a month to date small', () => {
  expect(isUnusual(1, [null, null, 100_000], false)).toBe(false);
  expect(isUnusual(200_001, [null, null, 100_000], false)).toBe(true);
});

it('reads nothing where nothing is issued', async () => {
  expect(await unusualTotals({ output: '/nowhere' }, span('2026-10'), [])).toEqual([]);
});
