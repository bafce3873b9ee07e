import { expect, it } from 'vitest';
import type { FactExtents } from '../../src/facts/usage/fact-extents.js';
import { localDate } from '../../src/period/local-date.js';
import { stoppedFacts } from '../../src/run/stopped-facts.js';
import { baseCommission, decimal, fixedSalary, span } from '../pricing/builders.js';

const october = span('2026-10');

/** Orders of everyone reach until the 31st, those of M1 until a day of October; null: it has none. */
function stopped(day: string | null, changes: { startsOn?: string; endsOn?: string } = {}) {
  const last = day === null ? null : localDate(`2026-10-${day}`);
  const extents: FactExtents = {
    tables: [
      { table: 'orders', rows: 9, first: october.period.firstDay, last: october.period.lastDay },
      { table: 'shifts', rows: 0, first: null, last: null },
    ],
    merchants: last === null ? [] : [{ table: 'orders', merchantId: 'M1', last }],
  };
  const { startsOn = '2026-01-01', endsOn = null } = changes;
  const contract = {
    ...baseCommission('1500', { scale: 'flat', rate: decimal('0.02') }),
    merchantId: 'M1',
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  };
  return stoppedFacts([contract], october, extents).map(
    ({ severity, file, merchantId, values }) => {
      return [severity, file, merchantId, 'last' in values ? values.last : ''].join(' ');
    },
  );
}

it('warns of a merchant whose facts end five days before those of others', () => {
  expect(stopped('27')).toEqual([]);
  expect(stopped('26')).toEqual(['warning orders M1 2026-10-26']);
});

it('warns of a merchant without any', () => {
  expect(stopped(null)).toEqual(['warning orders M1 ']);
  // From the 28th on four days are missing, from the 27th on five.
  expect(stopped(null, { startsOn: '2026-10-28' })).toEqual([]);
  expect(stopped(null, { startsOn: '2026-10-27' })).toEqual(['warning orders M1 ']);
});

it('asks for no fact behind the end of a contract, or that none needs', () => {
  expect(stopped('10', { endsOn: '2026-10-14' })).toEqual([]);
  expect(stopped('09', { endsOn: '2026-10-14' })).toEqual(['warning orders M1 2026-10-09']);
  const salary = { ...fixedSalary('5200', '0.15'), merchantId: 'M1' };
  const extents: FactExtents = {
    tables: [{ table: 'orders', rows: 1, first: october.through, last: october.through }],
    merchants: [],
  };
  expect(stoppedFacts([salary], october, extents)).toEqual([]);
});
