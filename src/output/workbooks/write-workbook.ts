/** Workbooks to be imported or read: text cells for ids, number cells with exact digits, the header frozen. */
import { assert } from '../../problem.js';
import { CellStyles } from './cell-styles.js';
import { xmlText } from './workbook-text.js';
import { StringTable, worksheetXml, type NewSheet } from './worksheet-xml.js';
import { zipBytes } from './zip-bytes.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const SHEET_NAME = /^[^[\]:*?/\\]{1,31}$/;

/** The workbook's file. The same sheets give the same bytes, at any time and in any time zone. */
export function workbookBytes(sheets: readonly NewSheet[]): Uint8Array {
  const context = { strings: new StringTable(), styles: new CellStyles(), namespace: MAIN };
  const worksheets = sheets.map((sheet) => worksheetXml(sheet, context));
  const parts: (readonly [name: string, xml: string])[] = [
    ['[Content_Types].xml', contentTypesXml(sheets.length)],
    ['_rels/.rels', relationshipsXml([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationshipsXml(sheets.length)],
    ...worksheets.map((xml, at) => [`xl/worksheets/sheet${at + 1}.xml`, xml] as const),
    ['xl/sharedStrings.xml', context.strings.xml(MAIN)],
    ['xl/styles.xml', context.styles.xml(MAIN)],
  ];
  const encoder = new TextEncoder();
  return zipBytes(new Map(parts.map(([name, xml]) => [name, encoder.encode(DECLARATION + xml)])));
}

function workbookXml(sheets: readonly NewSheet[]): string {
  const tags = sheets.map(({ name }, at) => {
    assert(SHEET_NAME.test(name), `a sheet can be named ${name}`);
    return `<sheet name="${xmlText(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`;
  });
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${tags.join('')}</sheets></workbook>`;
}

function workbookRelationshipsXml(sheets: number): string {
  const worksheets = Array.from(
    { length: sheets },
    (_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const,
  );
  return relationshipsXml([
    ...worksheets,
    ['sharedStrings', 'sharedStrings.xml'],
    ['styles', 'styles.xml'],
  ]);
}

function relationshipsXml(targets: readonly (readonly [kind: string, target: string])[]): string {
  const tags = targets.map(
    ([kind, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${tags.join('')}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const overrides: readonly (readonly [part: string, type: string])[] = [
    ['workbook', 'sheet.main'],
    ...Array.from(
      { length: sheets },
      (_, at) => [`worksheets/sheet${at + 1}`, 'worksheet'] as const,
    ),
    ['sharedStrings', 'sharedStrings'],
    ['styles', 'styles'],
  ];
  const tags = overrides.map(
    ([part, type]) => `<Override PartName="/xl/${part}.xml" ContentType="${CONTENT}.${type}+xml"/>`,
  );
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${tags.join('')}</Types>`
  );
}
