/** What a spreadsheet program makes of the CSVs. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { csvOf, INVOICES } from '../../../src/output/csv/csv.js';
import { exclusiveInvoice, reversalOf } from '../books/documents.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';

interface Cell {
  readonly type: string;
  readonly value: string;
  readonly formula: string | undefined;
}

/** What its dialog proposes for a file with a byte-order mark: comma, double quote, UTF-8; columns as they look. */
const IMPORT = '--infilter=CSV:44,34,76';

/** The rows as LibreOffice opens a file where a person accepts what it proposes. */
function opened(csv: string): Cell[][] {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'invoices.csv'), csv);
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  const convert = ['--headless', IMPORT, '--convert-to', 'fods', '--outdir', folder];
  execFileSync('soffice', [profile, ...convert, join(folder, 'invoices.csv')], { stdio: 'pipe' });
  return cellsOf(readFileSync(join(folder, 'invoices.fods'), 'utf8'));
}

type Element = Record<string, unknown>;

function cellsOf(fods: string): Cell[][] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: (name) => name === 'table:table-row' || name === 'table:table-cell',
  });
  const root = parser.parse(fods) as Record<
    string,
    Record<string, Record<string, Record<string, Element>>>
  >;
  const table = root['office:document']?.['office:body']?.['office:spreadsheet']?.['table:table'];
  return (table?.['table:table-row'] as Element[]).map((row) =>
    (row['table:table-cell'] as Element[]).flatMap((cell) => {
      const text = (name: string): string | undefined => cell[name] as string | undefined;
      const value = text('@_office:value') ?? text('@_office:date-value') ?? text('text:p') ?? '';
      const read = {
        type: text('@_office:value-type') ?? 'blank',
        value,
        formula: text('@_table:formula'),
      };
      return Array.from(
        { length: Number(text('@_table:number-columns-repeated') ?? '1') },
        () => read,
      );
    }),
  );
}

describe.runIf(isInstalled('soffice'))('LibreOffice opens invoices.csv', () => {
  const { merchant } = exclusiveInvoice();
  const document = exclusiveInvoice();
  const formula = exclusiveInvoice({
    number: 'INV-202610-000003',
    merchant: { ...merchant, merchantId: 'shop-1', name: '=1+1' },
  });
  const credit = reversalOf(document, 'INV-202610-000002');

  it('Chinese intact, ids text, dates dates, amounts numbers, and no formula', () => {
    const [header = [], ...rows] = opened(csvOf(INVOICES, [document, credit, formula]));
    expect(header.map(({ value }) => value)).toEqual(INVOICES.columns);
    const read = rows.map((row) => row.slice(0, INVOICES.columns.length));
    const types = ['string', 'string', 'string', 'string', 'string', 'string', 'date', 'date'];
    for (const row of read) {
      expect(row.slice(0, 11).map(({ type }) => type)).toEqual([
        ...types,
        'float',
        'float',
        'float',
      ]);
      expect(row.map((cell) => cell.formula)).toEqual(INVOICES.columns.map(() => undefined));
    }
    const values = read.map((row) => row.map(({ value }) => value));
    expect(values).toEqual([
      [
        'INV-202610-000001',
        'invoice',
        '2026-10',
        'M01',
        '云栖茶事',
        'CNY',
        '2026-11-20',
        '2026-12-05',
        '100.04',
        '6',
        '106.04',
        '',
        '',
      ],
      [
        'INV-202610-000002',
        'credit_note',
        '2026-10',
        'M01',
        '云栖茶事',
        'CNY',
        '2026-11-20',
        '2026-12-05',
        '-100.04',
        '-6',
        '-106.04',
        'INV-202610-000001',
        '',
      ],
      [
        'INV-202610-000003',
        'invoice',
        '2026-10',
        'shop-1',
        "'=1+1",
        'CNY',
        '2026-11-20',
        '2026-12-05',
        '100.04',
        '6',
        '106.04',
        '',
        '',
      ],
    ]);
  });
});
