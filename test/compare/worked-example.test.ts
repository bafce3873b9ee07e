/**
 * The example of the design: 26 days, 3,100 consultations (100 a day in 31 days), net sales 120,000: salary
 * 5,200.00; base and 2 % 3,900.00; ladder 31 × 110 = 3,410.00. Salary and base break even at net sales of
 * 185,000.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComparisonData } from '../../src/output/comparison/comparison-data.js';
import { writeComparison } from '../../src/output/comparison/write-comparison.js';
import { assert } from '../../src/problem.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { compareIn, dayOf, writeInput } from './inputs.js';

const days = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => dayOf('2026-10', at + 1));

let data: ComparisonData;
const output = temporaryFolder();

beforeAll(async () => {
  const input = temporaryFolder();
  writeInput(input, {
    'merchants.csv': ['M1,Lotus Home'],
    'shifts.csv': days(26).map(
      (date, at) => `S${at},M1,S1,A,pre_sales,day,${date}T09:00,${date}T17:00,worked,`,
    ),
    'consultations.csv': days(31).map((date) => `${date},M1,S1,pre_sales,A,100`),
    'orders.csv': ['O1,M1,S1,2026-10-05T10:00,120000.00,CNY,A'],
  });
  const result = await compareIn(input, output, ['2026-10']);
  expect(result.problems).toEqual([]);
  assert(result.data !== null, 'it is compared');
  data = result.data;
  await writeComparison(output, data, 'en');
});

const totals = (): Record<string, bigint | null> =>
  Object.fromEntries(data.cells.map(({ offerId, total }) => [offerId, total]));

describe('26 days, 3,100 consultations, net sales of 120,000', () => {
  it('salary: 5,200 × 26/26 = 5,200.00', () => {
    expect(totals()['salary']).toBe(520_000n);
  });

  it('base and 2 %: 1,500 × 26/26 + 120,000 × 0.02 = 3,900.00', () => {
    expect(totals()['base']).toBe(390_000n);
  });

  it('ladder: 31 × 110 = 3,410.00', () => {
    expect(totals()['ladder']).toBe(341_000n);
  });

  it('custody: 26 days × 150 = 3,900.00; no event day, so nothing to bill', () => {
    expect(totals()['custody']).toBe(390_000n);
    expect(data.cells.find(({ offerId }) => offerId === 'event')).toMatchObject({
      total: 0n,
      hasLines: false,
    });
  });

  it('salary and base break even at net sales of (5,200 − 1,500) / 0.02 = 185,000', () => {
    const found = data.breakEvens.filter(
      ({ measure, cheaperId, otherId }) =>
        measure === 'net_sales' && cheaperId === 'salary' && otherId === 'base',
    );
    expect(found.map(({ at, had }) => [at, had])).toEqual([[18_500_000n, 12_000_000n]]);
  });

  it('says so, as a person would', () => {
    const csv = readFileSync(join(output, 'comparison/break-even.csv'), 'utf8');
    expect(csv.replaceAll('\u00A0', ' ')).toContain(
      '"At 2 %, 5,200 a month becomes cheaper than 1,500 and 2 % above net sales of 185,000.00"',
    );
  });

  it('is written as CSV, a cell a row', () => {
    const csv = readFileSync(join(output, 'comparison/comparison.csv'), 'utf8').split('\r\n');
    expect(csv[0]?.slice(1)).toBe(
      'merchant_id,merchant_name,period,offer_id,offer_name,currency,total,billed,difference,reason',
    );
    expect(csv[1]).toBe('M1,Lotus Home,2026-10,salary,"5,200 a month",CNY,5200.00,,,');
  });
});
