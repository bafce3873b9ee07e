/** What queries may name, what they make of the rows of an export, and where each row stays. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database, quoted } from '../../../src/facts/database.js';
import { inspectFile } from '../../../src/facts/files/inspect-file.js';
import { AS_IT_IS } from '../../../src/facts/files/text-reading.js';
import { createExportMacros, createMacros } from '../../../src/facts/macros.js';
import { queryFile } from '../../../src/facts/tables/queries/query-file.js';
import { recordOfExport } from '../../../src/facts/tables/queries/record-steps.js';
import { readSources } from '../../../src/facts/sources/read-sources.js';
import { parsePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const EXPORT = `id,price,pieces,state
A,2.50,3,paid
A,1.00,1,paid
B,0.10,2,paid
C,9.00,1,closed
`;
const REST = `id AS order_id, '2026-10-02T10:00' AS paid_at`;
const SOURCE = {
  table: 'orders',
  files: 'export.csv',
  query: 'a.sql',
  constants: { merchant_id: 'M1', store_id: null, currency: 'CNY' },
};

let database: Database;

beforeAll(async () => {
  database = await Database.open(temporaryFolder());
  const period = parsePeriod('2026-10');
  assert(period !== undefined, 'it is a month');
  await createMacros(database, 'Asia/Shanghai', period);
  await createExportMacros(database);
});

afterAll(() => {
  database.close();
});

interface Asked {
  /** Each row: its record, order and amount. */
  readonly rows: readonly string[];
  /** What became of the rows that are none of these. */
  readonly leftOut: readonly string[];
  /** The sentence of each problem. */
  readonly problems: readonly string[];
}

async function asked(
  text: string,
  change: object = {},
  csv = EXPORT,
  limits: object = {},
): Promise<Asked> {
  const input = temporaryFolder({
    'export.csv': csv,
    'sources.json': JSON.stringify([{ ...SOURCE, ...change }]),
  });
  const work = temporaryFolder();
  const { sources } = await readSources(input);
  const source = sources?.[0];
  assert(source !== undefined, 'the source is sound');
  const reading = { ...AS_IT_IS, ...source.reading };
  const { file } = await inspectFile(database, input, 'export.csv', reading, work, false);
  assert(file !== null, 'the export can be read');
  const identity = { file: 'a.sql', sha256: '', size: 0, identity: file.identity, rows: 0 };
  const query = { file: 'a.sql', text, read: identity };
  const made = await queryFile(database, file, { ...source, ...limits }, query, work);
  return {
    rows: made.file === null ? [] : await rowsOf(made.file.path),
    leftOut: made.leftOut.map(({ outcome, rows }) => `${outcome} ${String(rows)}`),
    problems: made.problems.map((found) => {
      const { message, hint } = problemSentence(found, 'en');
      return `${found.code} ${String(found.record)}: ${message} → ${hint}`;
    }),
  };
}

async function rowsOf(path: string): Promise<string[]> {
  const rows = await database.rows(
    `SELECT record, order_id, amount FROM read_parquet(${quoted(path)})`,
  );
  return rows.map(({ record, order_id: order, amount }) => {
    assert(typeof record === 'bigint', 'a record is a whole number');
    return `${recordOfExport(record)} ${String(order)} ${String(amount)}`;
  });
}

it('is interrupted where it never ends, and leaves the engine as it was', async () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => `${at},1,1,paid\n`).join('');
  // a thousand rows with each other, five times: a thousand billion rows
  const endless = `SELECT ${REST.replace('id AS', 'source.id AS')}, source.price::DECIMAL(18, 2) AS amount
    FROM source, source AS b, source AS c, source AS d WHERE b.id || c.id || d.id = 'never'`;
  const limit = { queryMinutes: 0.002 };
  const { problems, rows: made } = await asked(
    endless,
    {},
    `id,price,pieces,state\n${rows}`,
    limit,
  );
  expect(made).toEqual([]);
  expect(problems).toEqual([
    'query-malformed null: the query is not done with export.csv after 0.002 minutes → look whether it joins every row with every other; if it needs the time: "query_minutes" in its source',
  ]);
  const again = await asked(`SELECT ${REST}, price::DECIMAL(18, 2) AS amount FROM source`);
  expect(again.problems).toEqual([]);
});

describe('each row of an export is fed, joined or left out', () => {
  it.each([
    [
      'a row for a row',
      `SELECT ${REST}, price::DECIMAL(18, 2) * pieces::INTEGER AS amount FROM source WHERE state = 'paid'`,
      ['1 A 7.5', '2 A 1', '3 B 0.2'],
      ['source_query 1'],
    ],
    [
      'rows of one order in one',
      `SELECT ${REST}, sum(price::DECIMAL(18, 2) * pieces::INTEGER) AS amount FROM source WHERE state = 'paid' GROUP BY id`,
      ['1 A 8.5', '3 B 0.2'],
      ['source_query 1', 'source_joined 1'],
    ],
    [
      'a part with a name, joined to the rows again',
      `WITH sums AS (SELECT id, sum(price::DECIMAL(18, 2)) AS amount FROM source GROUP BY id)
        SELECT ${REST.replace('id AS', 'sums.id AS')}, amount FROM sums WHERE amount > 1`,
      ['1 A 3.5', '4 C 9'],
      ['source_query 1', 'source_joined 1'],
    ],
    [
      'several rows of one',
      `SELECT ${REST.replace('id AS', "id || '-' || unnest(range(pieces::INTEGER)) AS")}, price::DECIMAL(18, 2) AS amount FROM source WHERE id <> 'C'`,
      ['1 A-0 2.5', '1 A-1 2.5', '1 A-2 2.5', '2 A-0 1', '3 B-0 0.1', '3 B-1 0.1'],
      ['source_query 1'],
    ],
    [
      'two SELECTs below one another',
      `SELECT ${REST}, price AS amount FROM source WHERE id = 'A' UNION ALL SELECT ${REST}, price FROM source WHERE id = 'B'`,
      ['1 A 2.50', '2 A 1.00', '3 B 0.10'],
      ['source_query 1'],
    ],
    [
      'what the query itself says',
      `SELECT DISTINCT ON (id) ${REST}, price AS amount, record FROM source ORDER BY id, record`,
      ['1 A 2.50', '3 B 0.10', '4 C 9.00'],
      ['source_query 1'],
    ],
    [
      'a whole number of many digits',
      `SELECT ${REST}, price AS amount FROM source WHERE 9007199254740993 = '9007199254740993'::BIGINT AND id = 'B'`,
      ['3 B 0.10'],
      ['source_query 3'],
    ],
  ])('%s', async (_, sql, rows, leftOut) => {
    expect(await asked(sql)).toEqual({ rows, leftOut, problems: [] });
  });

  it('with filters of the source before it', async () => {
    const sql = `SELECT ${REST}, price AS amount FROM source WHERE id <> 'B'`;
    expect(await asked(sql, { skip_where: { state: 'closed' } })).toMatchObject({
      rows: ['1 A 2.50', '2 A 1.00'],
      leftOut: ['source_value 1', 'source_query 1'],
    });
  });

  it('a broken row is a problem, and none that the query is asked about', async () => {
    const found = await asked(
      `SELECT ${REST}, price AS amount FROM source`,
      {},
      `${EXPORT}D,1.00\n`,
    );
    expect(found.problems.join()).toContain('row-broken 5: ');
    expect(found.leftOut).toEqual(['rejected 1']);
  });
});

describe('a query may not', () => {
  it.each([
    ['SELECT id FROM orders', 'the table orders'],
    ["SELECT id FROM 'export.csv'", 'the table export.csv'],
    ['SELECT id FROM source WHERE id IN (SELECT id FROM main.source)', 'the table main.source'],
    ['SELECT id FROM source, (WITH x AS (FROM source) FROM x) y, x', 'the table x'],
    ["SELECT * FROM read_csv('/etc/passwd')", 'the table function read_csv'],
    ["SELECT * FROM read_text('/etc/passwd')", 'the table function read_text'],
    ["SELECT * FROM glob('/*')", 'the table function glob'],
    ["SELECT * FROM query('SELECT 1')", 'the table function query'],
    ['SELECT * FROM duckdb_settings()', 'the table function duckdb_settings'],
    ['FROM (SHOW TABLES)', 'the table'],
    ["SELECT current_setting('threads') FROM source", 'the function current_setting'],
    ["SELECT getenv('HOME') FROM source", 'the function getenv'],
    ['SELECT random() FROM source', 'the function random'],
    ['SELECT now() FROM source', 'the function now'],
    ['SELECT current_date FROM source', 'the value current_date'],
  ])('name more than its rows: %s', async (sql, named) => {
    const { problems } = await asked(sql);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`query-malformed null: the query names ${named}`);
  });

  it.each([
    ["COPY source TO 'x.csv'", 'the query is no SELECT'],
    ['SET threads = 1', 'the query is no SELECT'],
    ['', 'the query is no SELECT'],
    ['SELECT 1; SELECT 2', 'the query is several statements'],
    ['SELEC id FROM source', 'the query is no SQL: something is wrong at or before "SELEC"'],
    ['SELECT (id FROM source', 'the query is no SQL: something is wrong at or before "FROM"'],
    [`SELECT ${REST}, prize AS amount FROM source`, 'reads the column "prize"'],
    [`SELECT ${REST}, price * pieces AS amount FROM source`, 'reckons with text'],
    [
      `SELECT ${REST}, state::DECIMAL(18, 2) AS amount FROM source`,
      'cannot make DECIMAL(18,2) of the cell "paid"',
    ],
    [
      `SELECT ${REST}, price::DOUBLE * 3 AS amount FROM source`,
      'amount comes out of the query as DOUBLE',
    ],
    [
      `SELECT ${REST}, price AS amount, 'a' AS agent FROM source`,
      'makes the column "agent", and orders has none',
    ],
    [`SELECT ${REST} FROM source`, 'the query makes no amount'],
    [`SELECT ${REST}, price AS amount, 'CNY' AS currency FROM source`, 'currency is made by'],
    [`SELECT DISTINCT ${REST}, price AS amount FROM source`, 'nobody can tell which rows'],
  ])('be otherwise than it should: %s', async (sql, sentence) => {
    const { rows, problems } = await asked(sql);
    expect(rows).toEqual([]);
    expect(problems.join('\n')).toContain(sentence);
  });
});

describe('a header is', () => {
  it('asked about its status and its zone, where the query does not', async () => {
    const csv = `id,price,Created (UTC),Status\nA,1.00,2026-10-01 10:00,paid\n`;
    const sql = `SELECT id AS order_id, price AS amount, "Created (UTC)" AS paid_at FROM source`;
    expect((await asked(sql, {}, csv)).problems.join()).toContain('zone-unstated');
    const zoned = { time_zone: 'UTC' };
    expect((await asked(sql, zoned, csv)).problems.join()).toContain('status-unfiltered');
    const filtered = `${sql} WHERE "Status" = 'paid'`;
    expect((await asked(filtered, zoned, csv)).problems).toEqual([]);
  });

  it('told apart from another of its name in other letters, and from the record', async () => {
    const csv = `record,Price,PRICE\nA,1.00,2.00\n`;
    const sql = `SELECT "record.2" AS order_id, "PRICE.2" AS amount, '2026-10-01T10:00' AS paid_at FROM source`;
    expect((await asked(sql, {}, csv)).rows).toEqual(['1 A 2.00']);
  });
});
