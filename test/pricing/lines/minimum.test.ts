import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, localDate } from '../../../src/period/local-date.js';
import type { ContractLine } from '../../../src/pricing/contract-line.js';
import { minimumLines } from '../../../src/pricing/lines/minimum.js';
import { decimal, kindsAndAmounts, lineOfAmount, span, TERMS } from '../builders.js';

const OCTOBER = span('2026-10');

function topUp(
  minimum: string,
  lines: readonly ContractLine[],
  dates: Partial<Pick<typeof TERMS, 'startsOn' | 'endsOn'>> = {},
): [string, bigint][] {
  const contract = { ...TERMS, minimumFee: decimal(minimum), ...dates };
  return kindsAndAmounts(minimumLines(contract, OCTOBER, lines));
}

it('minimum 1,200 for 31 of 31 days, lines of 900.00: 1,200.00 − 900.00 = 300.00', () => {
  expect(topUp('1200', [lineOfAmount('1000'), lineOfAmount('-100')])).toEqual([
    ['minimum', 30_000n],
  ]);
});

it('is no line where the lines come to the minimum, or to more', () => {
  expect(topUp('900', [lineOfAmount('900')])).toEqual([]);
  expect(topUp('900', [lineOfAmount('900.01')])).toEqual([]);
});

it('is no line where a contract has no minimum', () => {
  expect(minimumLines(TERMS, OCTOBER, [])).toEqual([]);
});

it('is prorated by active days: 1,000 × 10/31 = 322.58', () => {
  // 322.5806…
  expect(topUp('1000', [], { endsOn: localDate('2026-10-10') })).toEqual([['minimum', 32_258n]]);
});

it('tops nothing up for a contract without an active day', () => {
  // A late refund of −20.00 alone stays −20.00: it is not topped up to 1,000 × 0/31 = 0.
  const dates = { endsOn: localDate('2026-09-30') };
  expect(topUp('1000', [lineOfAmount('-20')], dates)).toEqual([]);
});

it('is shared by two contracts that meet in mid-month, to within the rounding', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 29 }), (offset) => {
      const endsOn = addDays(localDate('2026-10-01'), offset);
      const total = [{ endsOn }, { startsOn: addDays(endsOn, 1) }]
        .flatMap((dates) => topUp('1000', [], dates))
        .reduce((sum, [, amount]) => sum + amount, 0n);
      expect(total >= 99_999n && total <= 100_001n).toBe(true);
    }),
  );
});
