import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { numberCell, textCell } from '../../../src/output/workbooks/cell-value.js';
import { workbookBytes } from '../../../src/output/workbooks/write-workbook.js';
import type { NewSheet } from '../../../src/output/workbooks/worksheet-xml.js';
import { isInstalled } from '../../support/tools.js';
import { cellsByLibreOffice, cellsInFile } from '../../support/workbook-cells.js';

const INVOICES: NewSheet = {
  name: 'invoices',
  above: [[textCell('2026-10')], []],
  columns: [
    { header: 'number', width: 20 },
    { header: 'order_id', width: 24 },
    { header: 'amount', width: 14 },
    { header: 'note', width: 30 },
  ],
  rows: [
    [
      textCell('INV-202610-000001'),
      textCell('3515200110000000001'),
      numberCell('9268.35'),
      textCell('1122.0010 <旗舰店> & "x"\n=1+1 _x0041_'),
    ],
    [textCell('INV-202610-000002'), undefined, numberCell('-0.10')],
    [textCell('000123'), textCell('𠮷'), numberCell('12345678901234567.89')],
    [undefined, undefined, numberCell('999999999999999')],
  ],
};
const NOTE = '1122.0010 <旗舰店> & "x"\n=1+1 _x005F_x0041_';

it('ids are text cells, amounts are numbers of the digits that were given', () => {
  const sheets = cellsInFile(workbookBytes([INVOICES, { name: 'empty', columns: [], rows: [] }]));
  expect([...sheets.keys()]).toEqual(['invoices', 'empty']);
  expect(sheets.get('invoices')).toEqual([
    ['2026-10'],
    [],
    ['number', 'order_id', 'amount', 'note'],
    ['INV-202610-000001', '3515200110000000001', '=9268.35', NOTE],
    ['INV-202610-000002', '', '=-0.10'],
    // a spreadsheet keeps 15 digits: 19 stand as text
    ['000123', '𠮷', '12345678901234567.89'],
    ['', '', '=999999999999999'],
  ]);
});

it.runIf(isInstalled('soffice'))('LibreOffice gives back every id and amount', () => {
  const sheets = cellsByLibreOffice(workbookBytes([INVOICES]));
  expect(sheets.get('invoices')).toEqual([
    ['2026-10'],
    [],
    ['number', 'order_id', 'amount', 'note'],
    [
      'INV-202610-000001',
      '3515200110000000001',
      '=9268.35',
      '1122.0010 <旗舰店> & "x"\n=1+1 _x0041_',
    ],
    ['INV-202610-000002', '', '=-0.1'],
    ['000123', '𠮷', '12345678901234567.89'],
    ['', '', '=999999999999999'],
  ]);
});

it('gives the same bytes at any time and in any time zone', () => {
  const hashIn = (zone: string): string => {
    const script = `
      const { workbookBytes } = await import('./src/output/workbooks/write-workbook.ts');
      const rows = [[{ kind: 'number', digits: '1.50', decimals: 2 }]];
      process.stdout.write(workbookBytes([{ name: 'a', columns: [{ header: 'b', width: 9 }], rows }]));`;
    const bytes = execFileSync('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
      env: { ...process.env, TZ: zone },
    });
    return createHash('sha256').update(bytes).digest('hex');
  };
  expect(hashIn('Asia/Shanghai')).toBe(hashIn('America/New_York'));
});

describe('what cannot be written is a bug of the caller', () => {
  it.each(['a/b', '', 'a'.repeat(32)])('a sheet named %j', (name) => {
    expect(() => workbookBytes([{ name, columns: [], rows: [] }])).toThrow('can be named');
  });

  it('an amount that is no plain decimal', () => {
    const rows = [[numberCell('1e3')]];
    expect(() => workbookBytes([{ name: 'a', columns: [], rows }])).toThrow('plain decimal');
  });
});
