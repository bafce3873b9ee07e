/** Each time format against the engine, and against luxon, whose tokens they are. */
import { tmpdir } from 'node:os';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, quoted } from '../../../src/facts/database.js';
import { createExportMacros, createMacros } from '../../../src/facts/macros.js';
import { parsePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import {
  conflictingFormats,
  isoText,
  parseTimeFormat,
  type TimeFormat,
} from '../../../src/facts/sources/time-formats.js';

let database: Database;

beforeAll(async () => {
  database = await Database.open(tmpdir());
  const period = parsePeriod('2026-10');
  assert(period !== undefined, 'it is a month');
  await createMacros(database, 'Asia/Shanghai', period);
  await createExportMacros(database);
});

afterAll(() => {
  database.close();
});

function format(text: string): TimeFormat {
  const parsed = parseTimeFormat(text);
  if ('fault' in parsed) throw new Error(parsed.fault);
  return parsed;
}

async function rewritten(
  cells: readonly string[],
  formats: readonly string[],
  kind: 'date' | 'time' = 'time',
): Promise<unknown[]> {
  const values = cells.map((cell, at) => `(${at}, ${quoted(cell)})`).join(', ');
  const rows = await database.rows(
    `SELECT ${isoText('cell', formats.map(format), kind)} AS iso FROM (VALUES ${values}) AS given(position, cell) ORDER BY position`,
  );
  return rows.map(({ iso }) => iso);
}

describe('a cell in a format becomes ISO 8601', () => {
  it.each([
    ['yyyy/M/d H:mm', '2020/2/21 0:00', '2020-02-21T00:00:00'],
    ['yyyy/M/d H:mm', '2020/12/31 23:59', '2020-12-31T23:59:00'],
    ['yyyy/M/d H:mm:ss', '2020/2/21 9:05:07', '2020-02-21T09:05:07'],
    ['yyyy-MM-dd HH:mm:ss.SSS', '2020-02-21 09:05:07.250', '2020-02-21T09:05:07.250'],
    ['yyyyMMddHHmmss', '20200221090507', '2020-02-21T09:05:07'],
    ['yyyy年M月d日 H:mm', '2020年2月21日 8:30', '2020-02-21T08:30:00'],
    ["yyyy-MM-dd'T'HH:mm", '2020-02-21T08:30', '2020-02-21T08:30:00'],
    ['d/M/yyyy h:mm a', '21/2/2020 12:05 AM', '2020-02-21T00:05:00'],
    ['d/M/yyyy h:mm a', '21/2/2020 12:05 pm', '2020-02-21T12:05:00'],
    ['d/M/yyyy hh:mm a', '21/2/2020 01:05 PM', '2020-02-21T13:05:00'],
    ['yyyy-MM-dd HH:mm:ss ZZZ', '2020-02-21 09:05:07 -0500', '2020-02-21T09:05:07-0500'],
    ['yyyy/M/d H:m ZZ', '2020/2/21 9:5 +08:00', '2020-02-21T09:05:00+08:00'],
    ['yyyy/M/d', '2020/2/21', '2020-02-21T00:00:00'],
    ['yyyy/M/d H:mm', '2020/2/21 24:00', '2020-02-21T24:00:00'],
    ['yyyy/M/d H:m:s.SSS', '2020/2/21 24:0:00.000', '2020-02-21T24:00:00.000'],
    ['yyyy%M%d H:mm', '2020%2%21 8:30', '2020-02-21T08:30:00'],
    ["yyyy-MM-dd HH:mm:ss 'UTC'", '2026-10-31 16:00:00 UTC', '2026-10-31T16:00:00+00:00'],
    ['yyyy-MM-dd HH:mm:ss UTC', '2026-10-31 16:00:00 UTC', '2026-10-31T16:00:00+00:00'],
    ['MMM d, yyyy h:mm:ss a z', 'Oct 1, 2026 12:05:32 AM PDT', '2026-10-01T00:05:32-07:00'],
    ['yyyy-MM-dd H:mm z', '2026-10-01 9:05 GMT+8', '2026-10-01T09:05:00+08:00'],
    ['MM/dd/yy', '10/31/26', '2026-10-31T00:00:00'],
    ['dd-MMM-yy', '26-Oct-26', '2026-10-26T00:00:00'],
    ['dd-MMM-yy', '26-OCT-26', '2026-10-26T00:00:00'],
    ['d. MMMM yyyy', '3. Oktober 2026', '2026-10-03T00:00:00'],
    ['dd. MMM yyyy', '03. Okt. 2026', '2026-10-03T00:00:00'],
    ['d MMM yyyy', '1 déc. 2026', '2026-12-01T00:00:00'],
    ['d MMMM yyyy', '1 AOÛT 2026', '2026-08-01T00:00:00'],
    ['d MMMM yyyy', '1 mars 2026', '2026-03-01T00:00:00'],
    ['d MMM yyyy', '7 ene 2026', '2026-01-07T00:00:00'],
    ["d 'de' MMMM 'de' yyyy", '7 de septiembre de 2026', '2026-09-07T00:00:00'],
    ['dd MMM yyyy HH:mm', '04 Oct 2026 07:17', '2026-10-04T07:17:00'],
    ['yy-MM-dd EEE H:mm', '26-10-12 星期一 8:30', '2026-10-12T08:30:00'],
    ['yyyy/M/d a h:mm:ss', '2026/10/1 下午 03:22:11', '2026-10-01T15:22:11'],
    ['yyyy/M/d a h:mm:ss', '2026/10/1 上午 12:22:11', '2026-10-01T00:22:11'],
    ['H:mZZZs yyyyMMdd', '8:5-05009 20200221', '2020-02-21T08:05:09-0500'],
  ])('%s: %s', async (tokens, cell, iso) => {
    expect(await rewritten([cell], [tokens])).toEqual([iso]);
  });

  it('several formats in one export', async () => {
    const cells = ['2020/2/21 0:00', '2020/2/21 0:00:09', '2020-02-21 08:00'];
    expect(await rewritten(cells, ['yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss'])).toEqual([
      '2020-02-21T00:00:00',
      '2020-02-21T00:00:09',
      '2020-02-21 08:00',
    ]);
  });

  it('a date column takes the date alone, with an offset that of the provider', async () => {
    const formats = ['yyyy/M/d H:mm', 'yyyy/M/d H:mm ZZ'];
    expect(await rewritten(['2020/2/21 0:00', '2020/2/21 0:00 +08:00'], formats, 'date')).toEqual([
      '2020-02-21',
      '2020-02-21',
    ]);
  });
});

it('what is no such time stays as it is, for the checks to find', async () => {
  const nonsense = [
    '2020/2/30 0:00',
    '2020/13/1 0:00',
    '2020/0/1 0:00',
    '2020/2/21 25:00',
    '2020/2/21 0:60',
    '2020/2/21 0:0',
    '2020/2/21 0:00 ',
    '20200/2/21 0:00',
    '2020/2/21  0:00',
    '2020/2/21',
    "2020/2/21 0:00'; DROP TABLE orders; --",
    '２０２０/2/21 0:00',
    '',
  ];
  expect(await rewritten(nonsense, ['yyyy/M/d H:mm'])).toEqual(nonsense);
});

it('24:00 is the end of a day that there is, and no minute follows it', async () => {
  const cells = ['2020/2/30 24:00', '2020/2/21 24:01', '2020/2/21 24:00:01'];
  expect(await rewritten(cells, ['yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss'])).toEqual(cells);
  expect(await rewritten(['2020/2/21 24:00'], ['yyyy/M/d H:mm'], 'date')).toEqual(['2020-02-21']);
});

const FORMATS = [
  'yyyy/M/d H:mm:ss',
  'yyyy-MM-dd HH:mm:ss',
  'd.M.yyyy H:m:s',
  'M/d/yyyy h:mm:ss a',
  'yyyyMMddHHmmss',
  'yyyy年M月d日 HH:mm:ss',
];

it.each(FORMATS)('%s reads back whatever luxon writes', async (tokens) => {
  const seconds = fc.integer({ min: 0, max: 4_102_444_799 });
  const times = fc
    .sample(seconds, { numRuns: 300, seed: 7 })
    .map((second) => DateTime.fromSeconds(second, { zone: 'utc', locale: 'en' }));
  const cells = times.map((time) => time.toFormat(tokens));
  const iso = times.map((time) => time.toFormat("yyyy-MM-dd'T'HH:mm:ss"));
  expect(await rewritten(cells, [tokens])).toEqual(iso);
});

it('a cell is never read where luxon cannot read it', async () => {
  const digits = fc.integer({ min: 0, max: 70 }).map(String);
  const cell = fc.tuple(fc.integer({ min: 0, max: 2100 }), digits, digits, digits, digits);
  const cells = fc
    .sample(cell, { numRuns: 2000, seed: 11 })
    .map(([year, month, day, hour, minute]) => `${year}/${month}/${day} ${hour}:${minute}`);
  const results = await rewritten(cells, ['yyyy/M/d H:mm']);
  const read = cells.filter((text, at) => results[at] !== text);
  expect(read.length).toBeGreaterThan(0);
  const strange = read.filter(
    (text) => !DateTime.fromFormat(text, 'yyyy/M/d H:mm').isValid && !text.endsWith(' 24:00'),
  );
  expect(strange).toEqual([]);
});

it.each([
  ['yyyyy/M/d H:mm', 'unknown-token yyyyy'],
  ["yyyy/M/d H:mm 'CST'", 'several-zones CST'],
  ['yyyy/M/dTHH:mm', 'unknown-token T'],
  ["yyyy/M/d 'H:mm", 'quote-open '],
  ['M/d H:mm', 'no-date '],
  ['yyyy/M/d H', 'minutes '],
  ['yyyy/M/d mm:ss', 'minutes '],
  ['yyyy/M/d h:mm', 'meridiem '],
  ['yyyy/M/d H:mm a', 'meridiem '],
  ['yyyy/M/d M H:mm', 'part-twice '],
  ['yyyyMd', 'digits-touch '],
  ['yyyy/M/dHH:mm', 'digits-touch '],
])('%s is no format: %s', (tokens, fault) => {
  const parsed = parseTimeFormat(tokens);
  expect('fault' in parsed ? `${parsed.fault} ${parsed.token}` : '').toBe(fault);
});

it('formats that read one cell as two times conflict', () => {
  const conflict = (...formats: string[]): boolean =>
    conflictingFormats(formats.map(format)) !== null;
  expect(conflict('M/d/yyyy H:mm', 'd/M/yyyy H:mm')).toBe(true);
  expect(conflict('MM/dd/yyyy', 'd/M/yyyy')).toBe(true);
  expect(conflict('yyyyMMdd', 'ddMMyyyy')).toBe(true);
  expect(conflict('yyyy/M/d H:mm', 'yyyy/M/d H:mm:ss')).toBe(false);
  expect(conflict('yyyy/M/d H:mm', 'yyyy/MM/dd HH:mm')).toBe(false);
});
