/** The macros of the engine: what a cell of an export loses, and what it keeps. */
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database, quoted } from '../../src/facts/database.js';
import { createExportMacros, createMacros } from '../../src/facts/macros.js';
import { guarded } from '../../src/formula-guard.js';
import { idKey } from '../../src/id-key.js';
import { parsePeriod } from '../../src/period/period.js';
import { assert } from '../../src/problem.js';

let database: Database;

beforeAll(async () => {
  database = await Database.open(tmpdir());
  const period = parsePeriod('2026-10');
  assert(period !== undefined, '2026-10 is a month');
  await createMacros(database, 'Asia/Shanghai', period);
  await createExportMacros(database);
});

afterAll(() => {
  database.close();
});

async function each(sql: string, cells: readonly string[]): Promise<unknown[]> {
  const values = cells.map((cell, at) => `(${at}, ${quoted(cell)})`).join(', ');
  const rows = await database.rows(
    `SELECT ${sql} AS cleaned FROM (VALUES ${values}) AS given(position, cell) ORDER BY position`,
  );
  return rows.map(({ cleaned }) => cleaned);
}

const CLEANED = 'unwrapped(bare_cell(cell))';

it.each([
  ['blanks and tabs', ' \t3515\t ', '3515'],
  ['a full-width blank, a hard space and a mark', '\uFEFF\u3000\u00A03515\u3000', '3515'],
  ['line ends', '\r\n3515\n', '3515'],
  ['blanks inside stay', ' 张 三 ', '张 三'],
  ['a leading apostrophe', "'3515200110000000001", '3515200110000000001'],
  ['an apostrophe with blanks around', "\t' 3515", '3515'],
  ['one apostrophe, not two', "''3515", "'3515"],
  ['an apostrophe inside', "O'Hara", "O'Hara"],
  ['an apostrophe alone', "'", ''],
  ['a wrapper', '="3515"', '3515'],
  ['a wrapper and a tab', '="3515"\t', '3515'],
  ['a wrapper with blanks inside', '=" 3515\t"', '3515'],
  ['an apostrophe inside a wrapper', `="'3515"`, '3515'],
  ['an apostrophe before a wrapper', `'="3515"`, '3515'],
  ['an empty wrapper', '=""', ''],
  ['doubled quotes inside a wrapper', '="a""b"', 'a"b'],
  ['a wrapper in a wrapper', '="=""3515"""', '="3515"'],
  ['a wrapper that does not end', '="', '="'],
  ['a wrapper that ends early', '="35"15', '="35"15'],
  ['a lone quote inside a wrapper', '="35"15"', '="35"15"'],
  ['a formula', '=SUM(A1:A9)', '=SUM(A1:A9)'],
  ['no wrapper without =', '"3515"', '"3515"'],
  ['SQL', "'); DROP TABLE orders; --", '); DROP TABLE orders; --'],
  ['a currency sign in a text', '¥hop', '¥hop'],
])('%s', async (_name, cell, cleaned) => {
  expect(await each(CLEANED, [cell])).toEqual([cleaned]);
});

it.each([
  ['¥12.50', '12.50', '¥'],
  ['￥12.50', '12.50', '￥'],
  ['¥ 12.50', '12.50', '¥'],
  ['-¥12.50', '-12.50', '¥'],
  ['¥-12.50', '-12.50', '¥'],
  ['16.66 EUR', '16.66', 'EUR'],
  ['AU $97.99', '97.99', 'AU$'],
  ['US$1', '1', 'US$'],
  ['12.50', '12.50', ''],
  ['¥1,250.00', '1,250.00', '¥'],
  ['+12.50', '12.50', ''],
  ['+ ¥12.50', '12.50', '¥'],
  ['12.50+', '12.50', ''],
  ['−12.50', '-12.50', ''],
  // No amount, and one with a mark at both ends, are left as they are.
  ['¥', '¥', ''],
  ['¥1元', '¥1元', '¥元'],
])('%s is %s of %j', async (cell, amount, mark) => {
  expect(await each('unmarked(cell)', [cell])).toEqual([amount]);
  expect(await each('amount_mark(cell)', [cell])).toEqual([mark]);
});

it.each([
  ['1,250.00', '1250.00'],
  ['1,250,000', '1250000'],
  ['1.250,00', '1250.00'],
  ['12,5', '12.5'],
  // A thousand two hundred and fifty, or one and a quarter: nobody can tell.
  ['1,250', '1,250'],
])('an amount of %s without named marks is read as %s', async (cell, read) => {
  expect(await each('plain_amount(cell)', [cell])).toEqual([read]);
});

it('a mark fits only the currencies that it may stand for', async () => {
  const fits = async (currency: string): Promise<unknown[]> =>
    each(`mark_fits(amount_mark(cell), ${quoted(currency)})`, [
      ...['1', '¥1', '￥1', '$1', '€1', '£1', '₩1', '1 CNY'],
    ]);
  expect(await fits('CNY')).toEqual([true, true, true, false, false, false, false, true]);
  expect(await fits('JPY')).toEqual([true, true, true, false, false, false, false, false]);
  expect(await fits('USD')).toEqual([true, false, false, true, false, false, false, false]);
  expect(await fits('EUR')).toEqual([true, false, false, false, true, false, false, false]);
});

it('a date alone is the start of its day, and only a day that there is', async () => {
  const cells = ['2026-10-18', '2026-10-18T09:30', '2026-02-30', '2026-10', '18/10/2026'];
  expect(await each("strftime(plain_time_or_day(cell), '%Y-%m-%dT%H:%M')", cells)).toEqual([
    ...['2026-10-18T00:00', '2026-10-18T09:30', null, null, null],
  ]);
});

it('zero is zero however it is written, and nothing else is', async () => {
  const cells = ['0', '0.00', '¥0.00', '-0', '00', '0,00', '0.01', '', '0.', '.0'];
  expect(await each('is_zero(cell)', cells)).toEqual([
    ...[true, true, true, true, true, true],
    ...[false, false, false, false],
  ]);
});

it('whatever a spreadsheet wraps comes out as it went in', async () => {
  const kept = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => {
    const bare = text.replace(/^[\s\p{Z}\uFEFF]+|[\s\p{Z}\uFEFF]+$/gu, '');
    return bare === text && !/^['=]/.test(text) && !text.includes('\0');
  });
  const texts = fc.sample(kept, { numRuns: 2000, seed: 3 });
  const wrapped = texts.map((text) => `\t="${text.replaceAll('"', '""')}"\t`);
  expect(await each(CLEANED, wrapped)).toEqual(texts);
  expect(
    await each(
      CLEANED,
      texts.map((text) => `'${text}\t`),
    ),
  ).toEqual(texts);
});

it('a cell without blanks around it is bare without looking for any', async () => {
  const part = fc.constantFrom("'", '`', '=', '"', '3515', '张 三', ' ', '\u3000', '\t');
  const isInner = (text: string): boolean => !/^[\s\p{Z}]|[\s\p{Z}]$/u.test(text);
  const inner = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(''));
  const texts = fc.sample(inner.filter(isInner), { numRuns: 1000, seed: 7 });
  expect(await each('without_apostrophe(cell)', texts)).toEqual(
    await each('bare_cell(cell)', texts),
  );
});

it('the engine guards what a spreadsheet takes for a formula as the program itself does', async () => {
  const starts = [
    '',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '－',
    '﹫',
    ' =',
    '\t',
    '\n=',
    '\ufeff=',
    '\u200b＠',
  ];
  const more = ['\u00a0=', '\ufe0f=', '\u3164-', '\u202e', "'=", '"=', '客', '\u0001='];
  const cells = [...starts, ...more].map((start) => `${start}1`);
  expect(await each('harmless(cell)', cells)).toEqual(cells.map(guarded));
  // of four ids in a row, none is written as it is that the guard or a quote would change
  const plain = cells.map((cell) => guarded(cell) === cell && !/["\r\n]/.test(cell));
  const found = await each("is_plain('O1,' || cell || ',A1,C1')", cells);
  expect(found.filter((isPlain, at) => isPlain === true && plain[at] !== true)).toEqual([]);
  expect(await each('is_plain(cell)', ['O1,S1,A1,C1', '客1,,,C-1'])).toEqual([true, true]);
});

it('a time of another zone is an instant, but for what its clocks skip or show twice', async () => {
  // Lord Howe: from 02:00 back to 01:30 on 2026-04-05, and from 02:00 on to 02:30 on 2026-10-04.
  const times = ['2026-04-05T01:29', '2026-04-05T01:45', '2026-04-05T02:00', '2026-10-04T02:15'];
  expect(await each("left(in_zone(cell, 'Australia/Lord_Howe'), 16)", times)).toEqual([
    // Eleven hours ahead, then ten and a half.
    ...['2026-04-04T14:29', '2026-04-05T01:45', '2026-04-04T15:30', '2026-10-04T02:15'],
  ]);
  expect(await each("ends_with(in_zone(cell, 'Australia/Lord_Howe'), 'Z')", times)).toEqual([
    ...[true, false, true, false],
  ]);
});

it('the engine finds the same key of an id as the program does', async () => {
  const ids = [
    'M001',
    'm1',
    'Ｍ１',
    'M\u200b1',
    'M 1',
    '0',
    '000',
    '0010',
    'A00b07',
    '3515200110000010001',
  ];
  const more = [
    '3515200110000010000',
    '351520011000001',
    '0003515200110000010',
    '客服01',
    "it's",
    'a1b02c003',
  ];
  const all = [...ids, ...more, 'À1', '10', '100', 'O\ufeff2', '#16', ''];
  expect(await each('id_key(cell)', all)).toEqual(all.map(idKey));
});

it('no file makes a macro or a type of its own, but for the files of a table', () => {
  const source = join(import.meta.dirname, '../../src');
  const makers = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (file) =>
      file.endsWith('.ts') &&
      /CREATE (OR REPLACE )?(TEMP )?(MACRO|FUNCTION|TYPE)/.test(
        readFileSync(join(source, file), 'utf8'),
      ),
  );
  expect(makers.sort()).toEqual(['facts/macros.ts', 'facts/tables/load-facts.ts']);
});
