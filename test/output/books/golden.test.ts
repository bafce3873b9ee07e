/**
 * A golden file for each file of each profile, under `fixtures/finance/expected`, read against the rules
 * of its importer. `UPDATE_TRANSCRIPTS=1` writes them anew.
 *
 * Five documents, at 6 % where nothing else is said, USD at 7.0988:
 *
 * 1. 100.08 and −0.04 without tax: net 100.04, tax 6.00 (6.0024), total 106.04; by line 6.0048 and −0.0024,
 *    cut to 6.00 and 0.00.
 * 2. The reversal of 1: every sign turned.
 * 3. 106.00 with tax: net 100.00, tax 6.00.
 * 4. 10.60 USD with tax: net 10.00, tax 0.60; in the books 75.25 (75.24728), credited as 70.99 and 4.26.
 * 5. 100.00 without tax, and 20.00 at 0 %: net 120.00, tax 6.00, total 126.00.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import {
  FINANCE_PROFILES,
  type FinanceProfileName,
} from '../../../src/reference/finance-profiles.js';
import { isInstalled } from '../../support/tools.js';
import { cellsByLibreOffice, cellsInFile, type SheetCells } from '../../support/workbook-cells.js';
import { IS_UPDATE } from '../../transcripts/replay.js';
import {
  dollarInvoice,
  exclusiveInvoice,
  filesWritten,
  inclusiveInvoice,
  reversalOf,
  twoRateInvoice,
} from './documents.js';

const EXPECTED = join(import.meta.dirname, '../../../fixtures/finance/expected');

const DOCUMENTS = [
  exclusiveInvoice(),
  reversalOf(exclusiveInvoice(), 'INV-202610-000002'),
  inclusiveInvoice({ number: 'INV-202610-000003' }),
  dollarInvoice({ number: 'INV-202610-000004' }),
  twoRateInvoice({ number: 'INV-202610-000005' }),
];

/** A workbook is shown sheet by sheet; a number begins with `=`. */
function shown(content: string | Uint8Array): string {
  return typeof content === 'string' ? content : sheetsShown(cellsInFile(content));
}

function sheetsShown(sheets: ReadonlyMap<string, SheetCells>): string {
  return [...sheets]
    .map(([name, rows]) => `[${name}]\n${stringify(rows.map((row) => [...row]))}`)
    .join('\n');
}

/** `kingdee.xlsx` is shown in `kingdee.xlsx.txt`. */
function fileOf(name: string): string {
  return name.endsWith('.xlsx') ? `${name}.txt` : name;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

async function written(profile: FinanceProfileName): Promise<Map<string, string>> {
  const { files, problems } = await filesWritten([profile], DOCUMENTS);
  expect(problems).toEqual([]);
  return new Map([...files].map(([name, content]) => [fileOf(name), shown(content)]));
}

describe.each(FINANCE_PROFILES)('%s', (profile) => {
  it('writes what its golden files have', async () => {
    const folder = join(EXPECTED, profile);
    const files = await written(profile);
    if (IS_UPDATE) {
      rmSync(folder, { recursive: true, force: true });
      for (const [name, text] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), text);
      }
    }
    expect([...files.keys()].sort()).toEqual(filesIn(folder));
    for (const [name, text] of files)
      expect([name, text]).toEqual([name, readFileSync(join(folder, name), 'utf8')]);
  });
});

describe.runIf(isInstalled('soffice'))('LibreOffice gives back every id and amount of', () => {
  it.each(['kingdee', 'fapiao'] as const)('%s', async (profile) => {
    const { files } = await filesWritten([profile], DOCUMENTS);
    for (const [name, content] of files) {
      if (typeof content === 'string') continue;
      const plain = (sheets: ReadonlyMap<string, SheetCells>): string[][][] =>
        [...sheets.values()].map((rows) => rows.map((row) => row.map(withoutZeros)));
      expect([name, plain(cellsByLibreOffice(content))]).toEqual([
        name,
        plain(cellsInFile(content)),
      ]);
    }
  });
});

/** A spreadsheet's number has no zeros at its end: `=106.00` is `=106`. */
function withoutZeros(cell: string): string {
  return cell.startsWith('=') ? cell.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') : cell;
}
