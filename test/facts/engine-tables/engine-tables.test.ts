/** The tables of the engine are what their declaration says: in the engine, and in the files that name them. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database, textOf } from '../../../src/facts/database.js';
import type { EngineTable } from '../../../src/facts/engine-tables/engine-table.js';
import {
  ENGINE_TABLES,
  TABLES_OF_A_QUERY,
  TOLD_THEIR_TABLE,
} from '../../../src/facts/engine-tables/engine-tables.js';
import { FACT_TABLE_NAMES } from '../../../src/facts/fact-tables.js';
import { openFacts } from '../../../src/facts/facts.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { readReference } from '../../../src/reference/read-reference.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const DECLARED = Object.entries<EngineTable>(ENGINE_TABLES);

describe('in the engine', () => {
  const input = temporaryFolder();
  const workFolder = temporaryFolder();
  /** By table, its columns and their types, as they were when anything was made. */
  const made = new Map<string, string>();

  beforeAll(() => {
    cpSync(join(import.meta.dirname, '../../../fixtures/demo/input'), input, { recursive: true });
    // a repeat: the tables that look for repeats are made for it alone
    const shifts = readFileSync(join(input, 'shifts.csv'), 'utf8');
    const [, first = ''] = shifts.split('\n');
    writeFileSync(join(input, 'shifts.csv'), `${shifts.trimEnd()}\n${first}\n`);
    // two lines of one order: the tables that add lines up are made for them alone
    writeFileSync(
      join(input, 'lines.csv'),
      'id,at,paid\nX1,2026-10-02T10:00,1\nX1,2026-10-02T10:00,2\n',
    );
    const columns = { order_id: 'id', paid_at: 'at', amount: 'paid' };
    const constants = { merchant_id: 'M1', store_id: null, currency: 'CNY' };
    const source = { table: 'orders', files: 'lines.csv', lines: 'sum', columns, constants };
    writeFileSync(join(input, 'sources.json'), JSON.stringify([source]));
  });

  afterEach(() => {
    vi.restoreAllMocks();
  });

  /** Looks at what there is after each statement: some tables are dropped again. */
  function watchTheEngine(): void {
    const run = Object.getOwnPropertyDescriptor(Database.prototype, 'run')?.value as (
      this: Database,
      sql: string,
    ) => Promise<void>;
    vi.spyOn(Database.prototype, 'run').mockImplementation(async function (this: Database, sql) {
      await run.call(this, sql);
      for (const [table, columns] of await columnsIn(this)) made.set(table, columns);
    });
  }

  it('there is what is declared, column by column, and nothing else', async () => {
    watchTheEngine();
    const { tables } = await readReference(input);
    const period = parsePeriod('2026-10');
    assert(tables !== null && period !== undefined, 'the demo can be read');
    const job = { inputFolder: input, workFolder, tables, span: wholePeriod(period) };
    await using facts = await openFacts(job);
    await facts.accountFor(new Set());
    await facts.billedOrders([]);
    const declared = DECLARED.map(([name, { columns }]): [string, string] => [
      name,
      Object.entries(columns)
        .map(([column, type]) => `${column} ${type}`)
        .sort()
        .join(', '),
    ]);
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(declared));
  });
});

/** Every table and view, with its columns in order of name. */
async function columnsIn(database: Database): Promise<Map<string, string>> {
  const enumerations = await database.rows(
    `SELECT type_name, array_to_string(labels, ', ') AS labels FROM duckdb_types() WHERE NOT internal`,
  );
  const named = new Map(
    enumerations.map((row) => {
      const name = textOf(row, 'type_name');
      return [textOf(row, 'labels'), name.endsWith('_file') ? 'file' : name];
    }),
  );
  const columns = await database.rows(
    `SELECT table_name, string_agg(column_name || ' ' || data_type, ';' ORDER BY column_name) AS columns
      FROM duckdb_columns() WHERE NOT internal GROUP BY table_name`,
  );
  const typed = (text: string): string =>
    text.replace(/ENUM\((.*)\)/, (whole, labels: string) => {
      return named.get(labels.replace(/'([^']*)'/g, '$1')) ?? whole;
    });
  return new Map(
    columns.map((row) => {
      const each = textOf(row, 'columns').split(';').map(typed);
      return [textOf(row, 'table_name'), each.join(', ')];
    }),
  );
}

describe('in the sources', () => {
  const root = join(import.meta.dirname, '../../../src/facts');
  const source = join(import.meta.dirname, '../../../src');
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({
      file: join(source, file).replace(`${root}/`, ''),
      text: readFileSync(join(source, file), 'utf8'),
    }))
    .filter(({ file }) => !file.startsWith('engine-tables/') || file === TOLD_THEIR_TABLE[0]);
  /** Where SQL has the name of a table; a function that makes rows is no table. */
  const PLACE = String.raw`\b(?:FROM|JOIN|UPDATE|INTO|TABLE|VIEW)\s+`;

  /** A text that may be given to a file which works on the table that it is told; no column of a list. */
  const GIVEN = /(?:\(\s*|\[|, |: )'([a-z_]+)'/g;
  const facts: readonly string[] = FACT_TABLE_NAMES;

  /** The tables that a file names, in its SQL or as a text that goes into the SQL of another. */
  function namesIn(text: string): Set<string> {
    const withinOneQuery = new Set(
      [...text.matchAll(/\b([a-z_]+) AS \(/g)].map(([, name]) => name),
    );
    const places = [...text.matchAll(new RegExp(`${PLACE}([a-z_]+)\\b(?!\\()`, 'g'))];
    const names = places.flatMap(([, name = '']) => (withinOneQuery.has(name) ? [] : name));
    const given = [...text.matchAll(GIVEN)].flatMap(([, name = '']) => name);
    return new Set([
      ...names,
      ...given.filter((name) => name in ENGINE_TABLES && !facts.includes(name)),
    ]);
  }

  const named = files
    .filter(({ file }) => file.startsWith('tables/') || file.startsWith('usage/'))
    .map(({ file, text }) => ({ file, names: namesIn(text) }));

  it.each(DECLARED)('%s is named by those that make and read it, and by no other', (name, one) => {
    const namers = named.filter(({ names }) => names.has(name)).map(({ file }) => file);
    const byName = facts.includes(name) ? [] : [one.madeBy];
    expect(namers.sort()).toEqual([...byName, ...one.readBy].sort());
  });

  it('every fact table is made by one of the files that are told their table', () => {
    const makers = facts.map((name) => DECLARED.find(([other]) => other === name)?.[1].madeBy);
    expect(makers.filter((file = '') => !TOLD_THEIR_TABLE.includes(file))).toEqual([]);
  });

  it('every table that SQL names is declared', () => {
    const all = files.flatMap(({ text }) => [...namesIn(text)]);
    const known = [...Object.keys(ENGINE_TABLES), ...TABLES_OF_A_QUERY];
    expect(all.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('SQL is written in the files of tables and usage alone', () => {
    const others = files.filter(({ file }) => !/^(tables|usage)\//.test(file));
    const naming = others.filter(({ text }) => new RegExp(`${PLACE}[a-z_]+\\b(?!\\()`).test(text));
    expect(naming.map(({ file }) => file)).toEqual([]);
  });

  it('the files that work on a table whose name they are told are known', () => {
    const told = files.filter(({ text }) => new RegExp(`${PLACE}\\$\\{[a-z.]+\\}`).test(text));
    expect(told.map(({ file }) => file).sort()).toEqual([...TOLD_THEIR_TABLE].sort());
  });
});
