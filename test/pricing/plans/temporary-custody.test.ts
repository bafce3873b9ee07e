import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import type { CustodyDay } from '../../../src/pricing/usage.js';
import { kindsAndAmounts, priced, temporaryCustody } from '../builders.js';

function custody(agentId: string, ...days: string[]): CustodyDay[] {
  return days.map((day) => ({ agentId, date: localDate(`2026-10-${day}`) }));
}

const DAYS = [...custody('B', '02'), ...custody('A', '01', '02', '03')];

it('150 a day; A on 3 dates, B on 1: 450.00 + 150.00, a line per agent', () => {
  const usage = { custodyDays: DAYS };
  const { lines } = priced(temporaryCustody('150', null), usage);
  expect(kindsAndAmounts(lines)).toEqual([
    ['custody', 45_000n], // A: 3 × 150
    ['custody', 15_000n], // B: 1 × 150
  ]);
});

it('bills with one seat one agent a date, whatever the order of rows', () => {
  const contract = temporaryCustody('150', 1);
  const days = [...DAYS, ...custody('C', '04')];
  fc.assert(
    fc.property(fc.shuffledSubarray(days, { minLength: days.length }), (custodyDays) => {
      const { lines } = priced(contract, { custodyDays });
      // A on the 1st, 2nd and 3rd; B's 2nd is beyond the seat; C on the 4th.
      expect(lines.map(({ amount }) => amount)).toEqual([45_000n, 15_000n]);
    }),
  );
});
