/** The months that were billed, priced once more with one contract changed; the ledger stays as it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { beforeAll, describe, expect, it } from 'vitest';
import { compareChange } from '../../src/compare/compare-change.js';
import type { CompareResult } from '../../src/compare/compare-request.js';
import { monthsToCompare } from '../../src/compare/months-to-compare.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { dayOf, month, writeInput } from './inputs.js';

const TODAY = DateTime.fromISO('2027-06-30T09:00', { zone: 'utc' });
const [input, output] = [temporaryFolder(), temporaryFolder()];

const shifts = (period: string, count: number): string[] =>
  Array.from({ length: count }, (_, at) => {
    const date = dayOf(period, at + 1);
    return `S${date},M1,S1,A,pre_sales,day,${date}T09:00,${date}T17:00,worked,`;
  });

/** 2026-08 to 2026-10, the contract in force since 2026-09. */
function changed(contractId: string, change: Record<string, string>): Promise<CompareResult> {
  const range = { first: month('2026-08'), last: month('2026-10') };
  return compareChange({
    input,
    output,
    contractId,
    changes: new Map(Object.entries(change)),
    spansOf: () => monthsToCompare(TODAY, range),
    progress: () => undefined,
  });
}

/** Of each month: what the merchant's documents would have come to, and what they came to. */
async function cellsOf(change: Record<string, string>): Promise<unknown[]> {
  const { data } = await changed('C1', change);
  return (data?.cells ?? []).map(({ period, total, billed }) => [period, total, billed]);
}

beforeAll(async () => {
  writeInput(input, {
    'merchants.csv': ['M1,Lotus Home'],
    'contracts.csv': [
      'C1,M1,fixed_salary,2026-09-01,CNY,5200,,0.06,false,net 30',
      'C2,M1,event_hosting,2026-01-01,CNY,200,,0.06,false,net 30',
    ],
    'shifts.csv': [...shifts('2026-09', 26), ...shifts('2026-10', 13)],
  });
  // The agent left in mid-October.
  for (const period of ['2026-09', '2026-10'])
    await bill(input, output, {
      acceptIncomplete: new Set(['shifts']),
      spanOf: ({ settlementDays }) => spanToPublish(TODAY, month(period), null, settlementDays),
    });
});

describe('5,200 at 6 %: 26 days in September, 13 in October', () => {
  it('as it is, it comes to what was billed: 5,200 × 1.06, and 2,600 × 1.06; before it began, to nothing', async () => {
    expect(await cellsOf({ rate: '5200' })).toEqual([
      ['2026-08', 0n, null],
      ['2026-09', 551_200n, 551_200n],
      ['2026-10', 275_600n, 275_600n],
    ]);
  });

  it('at 6,000 to 6,360.00 and 3,180.00', async () => {
    expect(await cellsOf({ rate: '6000' })).toEqual([
      ['2026-08', 0n, null],
      ['2026-09', 636_000n, 551_200n],
      ['2026-10', 318_000n, 275_600n],
    ]);
  });

  it('in 13 standard days, with 10 % off: min(1, 26/13) and 13/13 months, 5,200 × 0.9 × 1.06 = 4,960.80', async () => {
    expect(await cellsOf({ standard_days: '13', discount_rate: '0.1' })).toEqual([
      ['2026-08', 0n, null],
      ['2026-09', 496_080n, 551_200n],
      ['2026-10', 496_080n, 275_600n],
    ]);
  });

  it('under another plan: 13 days of 8 hours at 25 = 2,600.00, × 1.06', async () => {
    const cells = await cellsOf({ plan: 'hourly', rate: '25' });
    expect(cells.at(-1)).toEqual(['2026-10', 275_600n, 275_600n]);
  });

  it('leaves the ledger as it is', async () => {
    const manifest = join(output, '2026-10/batch-001/manifest.json');
    const before = readFileSync(manifest);
    await changed('C1', { rate: '6000' });
    expect(readFileSync(manifest).equals(before)).toBe(true);
  });
});

it.each([
  ['C9', { rate: '6000' }, 'contract-unknown', '--contract', null],
  ['C1', { rat: '6000' }, 'column-unknown', '--change', 'rat'],
  ['C1', { rate: 'lots' }, 'number-malformed', '--change', 'rate'],
  ['C1', { merchant_id: 'M2' }, 'column-unknown', '--change', 'merchant_id'],
  ['C1', { commission_rate: '0.02' }, 'cell-unused', '--change', 'commission_rate'],
])('%s with %o is %s of %s, %s', async (contractId, change, code, file, column) => {
  const { data, problems } = await changed(contractId, change);
  expect(data).toBeNull();
  expect(problems.map((one) => [one.code, one.file, one.column])).toEqual([[code, file, column]]);
});
