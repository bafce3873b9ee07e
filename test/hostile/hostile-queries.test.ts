/** Queries that try to leave the rows of their export: each is told by its parse tree, and none is run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../src/facts/database.js';
import { forbiddenName } from '../../src/facts/tables/queries/check-query.js';
import { parseQuery, wordOf } from '../../src/facts/tables/queries/query-tree.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HEADERS = ['id', 'price'];

let database: Database;
beforeAll(async () => {
  database = await Database.open(temporaryFolder());
});
afterAll(() => {
  database.close();
});

/** Why the query is refused: what is wrong with it, or what it names; null where it is not. */
async function refusal(sql: string): Promise<string | null> {
  const query = await parseQuery(database, sql);
  if ('fault' in query) return wordOf(query.fault);
  const found = await forbiddenName(database, query, HEADERS);
  return found === null ? null : `${found.what} ${found.name}`;
}

describe('statements that are no SELECT, or more than one', () => {
  it.each([
    ["ATTACH '/tmp/x.db' AS x", 'no-select'],
    ['PRAGMA database_list', 'no-select'],
    ['CALL pragma_version()', 'no-select'],
    ['INSTALL httpfs', 'no-select'],
    ['LOAD httpfs', 'no-select'],
    ['RESET threads', 'no-select'],
    ['EXPLAIN SELECT 1', 'no-select'],
    ['CREATE MACRO f(a) AS a', 'no-select'],
    ["EXPORT DATABASE '/tmp/x'", 'no-select'],
    ['INSERT INTO source VALUES (1)', 'no-select'],
    ['WITH x AS (DELETE FROM orders RETURNING *) SELECT * FROM x', 'syntax'],
    ["PIVOT 'export.csv' ON id USING sum(1)", 'no-select'],
    ['SELECT id FROM source; SELECT id FROM source', 'several'],
    ['SELECT id FROM source -- the end\n; DROP TABLE orders', 'no-select'],
    ['SELECT id FROM source /* ; */ ; DROP TABLE orders', 'no-select'],
    ['DESCRIBE source', 'table-function SHOW'],
    ['SUMMARIZE source', 'table-function SHOW'],
  ])('%s', async (sql, reason) => {
    expect(await refusal(sql)).toBe(reason);
  });
});

describe('other tables, files and settings, wherever they stand', () => {
  it.each([
    ['SELECT * FROM "read_csv"(\'/etc/passwd\')', 'table-function read_csv'],
    ["SELECT * FROM main.read_text('/etc/passwd')", 'table-function read_text'],
    ["SELECT * FROM read_parquet('x.parquet')", 'table-function read_parquet'],
    ["SELECT * FROM read_json_auto('x.json')", 'table-function read_json_auto'],
    ["SELECT (SELECT content FROM read_blob('/x')) FROM source", 'table-function read_blob'],
    ['SELECT (SELECT max(amount) FROM orders) FROM source', 'table orders'],
    ['WITH orders AS (SELECT * FROM orders) SELECT id FROM orders', 'table orders'],
    ['WITH source AS (SELECT * FROM refunds) SELECT id FROM source', 'table refunds'],
    ['SELECT id FROM source, LATERAL (SELECT 1 FROM "/etc/passwd") x', 'table /etc/passwd'],
    ["SELECT id FROM source POSITIONAL JOIN 'a.csv'", 'table a.csv'],
    ['SELECT id FROM source WHERE EXISTS (FROM orders)', 'table orders'],
    ['SELECT id FROM source ORDER BY (SELECT max(id) FROM orders)', 'table orders'],
    [
      'SELECT id FROM source LIMIT (SELECT count(*) FROM duckdb_tables())',
      'table-function duckdb_tables',
    ],
    ['SELECT id FROM information_schema.tables', 'table information_schema.tables'],
    ['SELECT id FROM sqlite_master', 'table sqlite_master'],
    ["SELECT list_transform([1], x -> getenv('HOME')) FROM source", 'function getenv'],
    [
      "SELECT id FROM source QUALIFY row_number() OVER (ORDER BY getenv('HOME')) = 1",
      'function getenv',
    ],
    ["SELECT id FROM source GROUP BY id HAVING getenv('HOME') = ''", 'function getenv'],
    ["SELECT max(id) FILTER (getenv('HOME') = '') FROM source", 'function getenv'],
    ["SELECT getvariable('x') FROM source", 'function getvariable'],
    ["SELECT nextval('s') FROM source", 'function nextval'],
    ['SELECT id FROM source ORDER BY random()', 'function random'],
    ['SELECT gen_random_uuid() FROM source', 'function gen_random_uuid'],
    ["SELECT unmarked('1') FROM source", 'function unmarked'],
  ])('%s', async (sql, named) => {
    expect(await refusal(sql)).toBe(named);
  });
});

describe('what has no end, or another result tomorrow', () => {
  it.each([
    [
      'WITH RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t) SELECT n FROM source, t',
      'table t',
    ],
    ['SELECT id FROM source USING SAMPLE 1 ROWS', 'function SAMPLE'],
    ['SELECT id FROM source TABLESAMPLE 10%', 'function SAMPLE'],
    ['SELECT id FROM (SELECT id FROM source USING SAMPLE 10%)', 'function SAMPLE'],
  ])('%s', async (sql, named) => {
    expect(await refusal(sql)).toBe(named);
  });
});

it('words of comments and texts name nothing', async () => {
  const sql =
    "SELECT id /* FROM orders; DROP TABLE orders */ FROM source WHERE id <> 'read_csv(x)' -- now()";
  expect(await refusal(sql)).toBeNull();
});
