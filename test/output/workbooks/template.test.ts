import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { numberCell, textCell } from '../../../src/output/workbooks/cell-value.js';
import { Template } from '../../../src/output/workbooks/template.js';
import { cellsInFile } from '../../support/workbook-cells.js';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const ROWS =
  '<row r="1"><c r="A1" t="inlineStr"><is><t>导入模板</t></is></c></row>' +
  '<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="s"><v>1</v></c></row>' +
  '<row r="4"><c r="A4" s="1" t="s"><v>2</v></c><c r="C4" s="2"><v>1</v></c></row>';

/** Somebody's workbook: a title, headers in row 3 of which one is in two runs, an example in row 4. */
function template(): Uint8Array {
  const strings =
    '<si><t>流水号</t></si><si><r><t>金</t></r><r><t>额</t></r><rPh><t>x</t></rPh></si><si><t>示例</t></si>';
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="数据" sheetId="1" r:id="rId7"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><dimension ref="A1:C4"/><sheetData>${ROWS}</sheetData><mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells><dataValidations count="1"><dataValidation sqref="A4:A99"/></dataValidations></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${strings}</sst>`,
    'xl/other.bin': 'kept',
  };
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}

function opened(): Template {
  const found = Template.open(template());
  if (found === null) throw new Error('it is a workbook');
  return found;
}

it('finds headers wherever their texts are', () => {
  expect([...(opened().row('数据', 3) ?? [])]).toEqual([
    [0, '流水号'],
    [2, '金额'],
  ]);
  expect(opened().row('数据', 2)).toEqual(new Map());
  expect(opened().row('别的', 3)).toBeNull();
});

describe('is filled', () => {
  const filled = (): Uint8Array => {
    const of = opened();
    of.fill('数据', 3, [
      new Map([
        [2, numberCell('106.00')],
        [0, textCell('S1 & 2')],
      ]),
      new Map([
        [2, numberCell('-5.30')],
        [0, textCell('003')],
      ]),
    ]);
    return of.bytes();
  };

  it('below its headers, in place of what was there', () => {
    expect(cellsInFile(filled()).get('数据')?.slice(3)).toEqual([
      ['S1 & 2', '', '=106.00'],
      ['003', '', '=-5.30'],
    ]);
  });

  it('and keeps all else: other parts, styles of columns, merged cells, validations', () => {
    const [before, after] = [unzipSync(template()), unzipSync(filled())];
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(after['xl/other.bin']).toEqual(before['xl/other.bin']);
    expect(after['xl/sharedStrings.xml']).toEqual(before['xl/sharedStrings.xml']);
    const xml = strFromU8(after['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(xml).toContain('<c r="C5" s="2"><v>-5.30</v></c>');
    expect(xml).toContain('<mergeCell ref="A1:C1"/>');
    expect(xml).toContain('<dataValidation sqref="A4:A99"/>');
    expect(xml).not.toContain('dimension');
  });
});

it.each([
  ['no zip', strToU8('发票流水号')],
  ['a zip of something else', zipSync({ 'a.txt': strToU8('a') })],
])('%s is no workbook', (_, bytes) => {
  expect(Template.open(bytes)).toBeNull();
});
