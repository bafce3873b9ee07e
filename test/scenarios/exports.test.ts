/** Every hand-computed scenario of `fixtures/exports`: platform exports as they are, through the whole program. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { scenariosOf } from '../../fixtures/scenario.js';
import { publishedDocuments } from '../run/run-demo.js';
import { billed, type Billed } from '../support/billed.js';
import { shownInvoices, shownLines, shownProblems } from './shown.js';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

function rowsOf(path: string): Record<string, string>[] {
  return parse(readFileSync(path), { columns: true, bom: true });
}

function byText(left: object, right: object): number {
  return JSON.stringify(left) < JSON.stringify(right) ? -1 : 1;
}

describe.each(scenariosOf('exports'))('%s', (scenario) => {
  const expected = (file: string): Record<string, string>[] =>
    rowsOf(join(FIXTURES, scenario, 'expected', file));
  let output: string;
  let result: Billed['result'];
  let issued: Document[];

  beforeAll(async () => {
    ({ output, result } = await billed(scenario));
    issued = await publishedDocuments(output, result);
  });

  it('bills what its README computes by hand', () => {
    expect(shownProblems(result.problems)).toEqual(expected('problems.csv'));
    expect(shownLines(issued)).toEqual(expected('lines.csv'));
    expect(shownInvoices(issued)).toEqual(expected('invoices.csv'));
  });

  it('accounts for every row of every export, per table that it feeds', () => {
    const published = rowsOf(join(output, '2026-10/batch-001/row-accounting.csv'));
    const shown = published.map(({ file, table, outcome, rows }) => ({
      file,
      table,
      outcome,
      rows,
    }));
    expect(shown.sort(byText)).toEqual(expected('row-accounting.csv').sort(byText));
  });

  it('records each input file once, and sources.json among them', () => {
    const manifest = JSON.parse(
      readFileSync(join(output, '2026-10/batch-001/manifest.json'), 'utf8'),
    ) as { inputs: { file: string; rows: number }[] };
    const files = manifest.inputs.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    expect(files).toContain('sources.json');
    const rowsOfFile = (file: string): number => {
      const all = expected('row-accounting.csv').filter((row) => row['file'] === file);
      const once = all.filter(({ table }) => table === all[0]?.['table']);
      return once.reduce((sum, row) => sum + Number(row['rows']), 0);
    };
    for (const { file, rows } of manifest.inputs.filter((input) =>
      input.file.startsWith('exports/'),
    )) {
      expect([file, rows]).toEqual([file, rowsOfFile(file)]);
    }
  });
});
