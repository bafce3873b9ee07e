import fc from 'fast-check';
import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { priceTemporaryCustody } from '../../src/pricing/temporary-custody.js';
import { NO_USAGE, type CustodyDay } from '../../src/pricing/usage.js';
import { kindsAndAmounts, span, temporaryCustody } from './builders.js';

const OCTOBER = span('2026-10');

function custody(agentId: string, ...days: string[]): CustodyDay[] {
  return days.map((day) => ({ agentId, date: localDate(`2026-10-${day}`) }));
}

const DAYS = [...custody('B', '02'), ...custody('A', '01', '02', '03')];

it('150 a day; A on 3 dates, B on 1: 450.00 + 150.00, a line per agent', () => {
  const usage = { ...NO_USAGE, custodyDays: DAYS };
  const { lines } = priceTemporaryCustody(temporaryCustody('150', null), usage, OCTOBER);
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
      const { lines } = priceTemporaryCustody(contract, { ...NO_USAGE, custodyDays }, OCTOBER);
      // A on the 1st, 2nd and 3rd; B's 2nd is beyond the seat; C on the 4th.
      expect(lines.map(({ amount }) => amount)).toEqual([45_000n, 15_000n]);
    }),
  );
});
