import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '../../src/workbooks/workbook.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { MAIN, relationships, workbookParts, writeZip } from '../support/workbook-parts.js';
import { readAll } from './read-all.js';

const folder = temporaryFolder();
let files = 0;
function written(parts: Record<string, string>): string {
  const path = join(folder, `${++files}.xlsx`);
  writeZip(path, parts);
  return path;
}
const styled = (...codes: string[]): Record<string, string> => ({
  'xl/styles.xml':
    `<styleSheet ${MAIN}><numFmts>${codes.map((code, place) => `<numFmt numFmtId="${164 + place}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((_, place) => `<xf numFmtId="${164 + place}"/>`).join('')}</cellXfs>` +
    '</styleSheet>',
});
const shown = async (
  code: string,
  digits: string,
  workbookPr = '',
): Promise<string | undefined> => {
  const parts = workbookParts(`<row><c s="1"><v>${digits}</v></c></row>`, styled(code));
  parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace(
    '<sheets>',
    `${workbookPr}<sheets>`,
  );
  return (await readAll(written(parts))).texts[0]?.[0];
};

describe('numbers', () => {
  it.each([
    ['12.1', '12.1'],
    ['1.1000000000000001', '1.1'], // how Excel writes a typed 1.1
    ['45.300000000000004', '45.3'],
    ['-0.30000000000000004', '-0.3'],
    ['12.345', '12.345'],
    ['1.0000000000000001E-5', '0.00001'],
    ['33.333333333333336', '33.3333333333333'], // 15 digits, not 33.33
    ['100.00', '100'],
    ['3.51520011E+18', '3.51520011E+18'],
    ['123456789012345', '123456789012345'],
    ['-1234567890123456', '-1.23456789012345E+15'],
    ['3515200110000000123', '3.51520011E+18'], // as it is shown: 19 digits are no id
    ['123456789012345.67', '123456789012346'],
    ['0', '0'],
    ['-0', '0'],
    ['.5', '0.5'],
  ])('%s in the file is %s', async (digits, text) => {
    const { texts } = await readAll(written(workbookParts(`<row><c><v>${digits}</v></c></row>`)));
    expect(texts).toEqual([[text]]);
  });
  it('of a format of zeros have leading zeros', async () => {
    expect(await shown('000000', '123')).toBe('000123');
  });
  it('that are none are a fault of the file', async () => {
    await expect(readAll(written(workbookParts('<row><c><v>12,5</v></c></row>')))).rejects.toThrow(
      'broken',
    );
  });
});

describe('dates', () => {
  // 46296 = 2026-10-01 (46023 = 2026-01-01, + 273 days of January to September)
  it.each([
    ['yyyy\\-mm\\-dd', '46296', '2026-10-01'],
    ['yyyy"年"m"月"d"日"', '46296', '2026-10-01'],
    ['yyyy/m/d\\ h:mm', '46296.520833333336', '2026-10-01T12:30:00'],
    ['[$-804]yyyy/m/d\\ h:mm:ss;@', '46296.999988425923', '2026-10-01T23:59:59'],
    ['yyyy-mm-dd hh:mm:ss', '46296.999999999', '2026-10-02T00:00:00'], // 86.4 µs before midnight
    ['m/d', '46296', '2026-10-01'],
    ['上午/下午h"时"mm"分"', '0.354166666666667', '08:30:00'],
    ['h:mm AM/PM', '0.75', '18:00:00'],
    ['[h]:mm:ss', '1.25', '30:00:00'],
    ['mm:ss.0', '0.0000144675925925926', '00:00:01.250'],
    ['yyyy-mm-dd', '59', '1900-02-28'],
    ['yyyy-mm-dd', '61', '1900-03-01'],
    ['yyyy-mm-dd', '-1', '####'],
  ])('%s shows %s as %s', async (code, digits, text) => {
    expect(await shown(code, digits)).toBe(text);
  });
  it.each([
    'General',
    '0.00_ ',
    '#,##0.00;[Red]-#,##0.00',
    '"d"0',
    '0.00E+00',
    'G/通用格式',
    '¥#,##0.00',
    '0.00" h"',
    '@',
  ])('%s is no date', async (code) => {
    expect(await shown(code, '46296')).toBe('46296');
  });
  it('count from 1904 where the workbook says so', async () => {
    // 46296 − 1462 days between the two systems
    expect(await shown('yyyy-mm-dd', '44834', '<workbookPr date1904="1"/>')).toBe('2026-10-01');
  });
  it('by the numbers of built-in formats, also East Asian ones', async () => {
    const xfs = [14, 22, 31, 32, 57, 4].map((number) => `<xf numFmtId="${number}"/>`).join('');
    const cells = [0, 1, 2, 3, 4, 5].map((style) => `<c s="${style}"><v>46296.5</v></c>`).join('');
    const { texts } = await readAll(
      written(
        workbookParts(`<row>${cells}</row>`, {
          'xl/styles.xml': `<styleSheet ${MAIN}><cellXfs>${xfs}</cellXfs></styleSheet>`,
        }),
      ),
    );
    expect(texts).toEqual([
      ['2026-10-01', '2026-10-01T12:00:00', '2026-10-01', '12:00:00', '2026-10-01', '46296.5'],
    ]);
  });
});

describe('text', () => {
  it('is shared, inline or of a formula; runs are joined, phonetic guides left out', async () => {
    const parts = workbookParts(
      '<row r="3"><c r="B3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>在</t></is></c>' +
        '<c r="D3" t="str"><f>A1</f><v>x_x000D_y &amp; z</v></c><c r="E3" t="s"><v>1</v></c></row>',
      {
        'xl/sharedStrings.xml': `<sst ${MAIN}><si><r><t>旗</t></r><r><rPr><b/></rPr><t xml:space="preserve">舰 </t></r><rPh sb="0" eb="1"><t>キ</t></rPh></si><si><t>_x005F_x0041_</t></si></sst>`,
      },
    );
    const { rows, texts } = await readAll(written(parts));
    expect(rows[0]?.rowNumber).toBe(3);
    expect(texts).toEqual([['', '旗舰 ', '在', 'x\ry & z', '_x0041_']]);
  });
  it('that the table lacks is a fault', async () => {
    await expect(
      readAll(written(workbookParts('<row><c t="s"><v>7</v></c></row>'))),
    ).rejects.toThrow('the shared string 7');
  });
});

it('reads booleans, errors, cached and missing values of formulas', async () => {
  const { texts } = await readAll(
    written(
      workbookParts(
        '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c s="1"/></row>',
      ),
    ),
  );
  expect(texts).toEqual([['TRUE', '#N/A', '2', '#UNCALCULATED!']]);
});

it('counts rows and cells that do not say where they stand, leaves empty rows out, tells what is hidden or merged', async () => {
  const parts = workbookParts('');
  parts['xl/worksheets/sheet1.xml'] =
    `<x:worksheet ${MAIN.replace('xmlns', 'xmlns:x')}><x:cols><x:col min="2" max="3" hidden="1"/></x:cols><x:sheetData>` +
    '<x:row><x:c><x:v>1</x:v></x:c><x:c r="C1"><x:v>2</x:v></x:c><x:c><x:v>3</x:v></x:c></x:row><x:row r="4"><x:c s="0"/></x:row>' +
    '<x:row hidden="1"><x:c r="A5"><x:v>4</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A1:B1"/></x:mergeCells></x:worksheet>';
  const all = await readAll(written(parts));
  expect(all.texts).toEqual([['1', '', '2', '3'], ['4']]);
  expect(all.rows.map((row) => [row.rowNumber, row.isHidden])).toEqual([
    [1, false],
    [5, true],
  ]);
  expect(all.hiddenColumns).toEqual([1, 2]);
  expect(all.mergedRanges).toEqual(['A1:B1']);
});

describe('sheets', () => {
  const two = (parts: Record<string, string>): Record<string, string> => ({
    ...parts,
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:rel="x"><sheets><sheet name="old" sheetId="9" state="veryHidden" rel:id="rId1"/><sheet name="chart" sheetId="2" rel:id="rId3"/><sheet name=" 十月 " sheetId="1" rel:id="rId2"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['worksheet', '/xl/Worksheets/b.xml'],
      ['chartsheet', 'chartsheets/c.xml'],
    ),
    'xl/worksheets/b.xml': `<worksheet ${MAIN}><sheetData><row><c><v>5</v></c></row></sheetData></worksheet>`,
  });
  it('are found by name or place; by neither the first that can be seen', async () => {
    const path = written(two(workbookParts('<row><c><v>4</v></c></row>')));
    expect((await readAll(path)).texts).toEqual([['5']]);
    expect((await readAll(path, '十月')).texts).toEqual([['5']]);
    expect((await readAll(path, 1)).texts).toEqual([['4']]);
    const workbook = await openWorkbook(path);
    expect(workbook.sheets.map((sheet) => [sheet.name, sheet.isHidden])).toEqual([
      ['old', true],
      [' 十月 ', false],
    ]);
    expect(workbook.sheet('none')).toBeUndefined();
    workbook.close();
  });
});

it('reads a strict workbook, whose namespaces and types differ', async () => {
  const strict = (text: string): string =>
    text
      .replaceAll(
        'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
        'http://purl.oclc.org/ooxml/spreadsheetml/main',
      )
      .replaceAll(
        'http://schemas.openxmlformats.org/officeDocument/2006',
        'http://purl.oclc.org/ooxml/officeDocument',
      );
  const parts = workbookParts('<row><c t="d"><v>2026-10-01T08:00:00</v></c></row>');
  const path = written(
    Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strict(xml)])),
  );
  expect((await readAll(path)).texts).toEqual([['2026-10-01T08:00:00']]);
});

describe('what is not read says what it is', () => {
  const bytes = (content: string | Buffer): string => {
    const path = join(folder, `${++files}.xlsx`);
    writeFileSync(path, content);
    return path;
  };
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  it.each([
    ['a CSV named .xlsx', bytes('order_id,amount\n1,2\n'), 'no-workbook'],
    ['HTML named .xlsx', bytes('<html><table>'), 'no-workbook'],
    ['an .xls', bytes(Buffer.concat([old, Buffer.alloc(600)])), 'old'],
    [
      'one with a password',
      bytes(Buffer.concat([old, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])),
      'encrypted',
    ],
    ['a .ods', written({ mimetype: 'x', 'content.xml': '<a/>' }), 'open-document'],
    [
      'a .docx',
      written({ '_rels/.rels': relationships(['officeDocument', 'word/document.xml']) }),
      'no-workbook',
    ],
    [
      'an .xlsb',
      written({ '_rels/.rels': relationships(['officeDocument', 'xl/workbook.bin']) }),
      'binary',
    ],
    ['another zip', written({ 'a.txt': 'x' }), 'no-workbook'],
  ])('%s', async (_, path, reason) => {
    await expect(openWorkbook(path)).rejects.toMatchObject({ reason });
  });
  it('a truncated file, broken XML', async () => {
    const whole = written(workbookParts('<row><c><v>1</v></c></row>'));
    const half = bytes(readFileSync(whole).subarray(0, 700));
    await expect(openWorkbook(half)).rejects.toMatchObject({ reason: 'broken' });
    const open = written(workbookParts('<row><c><v>1</v></row>'));
    await expect(readAll(open)).rejects.toMatchObject({ reason: 'broken' });
  });
});
