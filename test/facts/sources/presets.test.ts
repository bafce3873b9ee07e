/**
 * The presets, one by one: `fixtures/presets` has for each a small invented export under its true header,
 * what stands beside the preset, and the rows that come of it, worked out by hand.
 */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Database, type Row } from '../../../src/facts/database.js';
import { createExportMacros, createMacros } from '../../../src/facts/macros.js';
import { FACT_TABLES } from '../../../src/facts/fact-tables.js';
import {
  allPresets,
  neededHeaders,
  recognisedPresets,
  unfedColumns,
} from '../../../src/facts/sources/presets.js';
import { headOfText } from '../../../src/facts/sources/read-export-head.js';
import { readSources } from '../../../src/facts/sources/read-sources.js';
import { loadTable } from '../../../src/facts/tables/load-table.js';
import { loadContracts } from '../../../src/facts/usage/load-contracts.js';
import { loadCurrencies } from '../../../src/facts/usage/load-currencies.js';
import { parsePeriod } from '../../../src/period/period.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

const FIXTURES = join(import.meta.dirname, '../../../fixtures/presets');
const OCTOBER = parsePeriod('2026-10');

function read(preset: string, file: string): string {
  return readFileSync(join(FIXTURES, preset, file), 'utf8');
}

interface Loaded {
  readonly rows: readonly string[];
  readonly codes: readonly string[];
}

/** The rows of the table that the export feeds, in the columns of the expected ones. */
async function loaded(name: string, columns: readonly string[]): Promise<Loaded> {
  const preset = allPresets().find((one) => one.name === name);
  if (preset === undefined || OCTOBER === undefined) throw new Error(name);
  const [input, work] = [temporaryFolder(), temporaryFolder()];
  copyFileSync(join(FIXTURES, name, 'export.csv'), join(input, 'export.csv'));
  const beside = JSON.parse(read(name, 'beside.json')) as object;
  writeFileSync(
    join(input, 'sources.json'),
    JSON.stringify([{ preset: name, files: 'export.csv', ...beside }]),
  );
  const { sources, problems } = await readSources(input);
  const database = await Database.open(work);
  try {
    await createMacros(database, 'Asia/Shanghai', OCTOBER);
    await createExportMacros(database);
    await loadCurrencies(database);
    await loadContracts(database, ['M1'], []);
    const { table } = preset.mapping;
    const tables = table === 'refunds' ? (['orders', 'refunds'] as const) : [table];
    const all = [...problems];
    for (const one of tables) {
      const present = one === table ? ['export.csv'] : [];
      const job = { inputFolder: input, workFolder: work, present, sources: sources ?? [] };
      if (one === table) all.push(...(await loadTable(database, one, job)).problems);
      else await loadTable(database, one, { ...job, sources: [] });
    }
    const found =
      await database.rows(`SELECT ${columns.map((column) => `${column}::VARCHAR AS ${column}`).join(', ')}
      FROM ${table} WHERE outcome IS NULL ORDER BY ALL`);
    return { rows: found.map((row) => shown(row, columns)), codes: all.map(({ code }) => code) };
  } finally {
    database.close();
  }
}

function shown(row: Row, columns: readonly string[]): string {
  return columns.map((column) => String(row[column] ?? '')).join(',');
}

describe.each(allPresets().map((preset) => [preset.name, preset] as const))(
  '%s',
  (name, preset) => {
    const [header = ''] = read(name, 'expected.csv').split('\n');
    const exported = headOfText(read(name, 'export.csv')).header;

    it('makes the rows of its export', async () => {
      const [, ...expected] = read(name, 'expected.csv').trim().split('\n');
      const { rows, codes } = await loaded(name, header.split(','));
      expect(rows).toEqual(expected);
      // what a person has to say is asked
      expect(codes.filter((code) => code !== 'status-unfiltered')).toEqual([]);
    });

    it('names headers that were found written down, and is recognised by them', () => {
      expect(preset.header).toEqual(expect.arrayContaining(neededHeaders(preset)));
      expect(exported).toEqual(preset.header);
      expect(recognisedPresets(preset.header).map((one) => one.name)).toContain(name);
    });

    it('leaves to the person only what its exports do not have', () => {
      const { columns } = FACT_TABLES[preset.mapping.table];
      const allowed = ['merchant_id', 'store_id', 'currency', 'role', 'date', 'amount'];
      for (const column of unfedColumns(preset)) expect(allowed).toContain(column);
      expect(Object.keys(columns)).toEqual(
        expect.arrayContaining(Object.keys(preset.mapping.columns)),
      );
    });
  },
);
