/** Workbooks as their parts, written by hand: what writers other than ours put into a file. */
import { writeFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';

export const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function relationships(
  ...targets: readonly (readonly [kind: string, target: string])[]
): string {
  const tags = targets.map(
    ([kind, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}">${tags.join('')}</Relationships>`;
}

/** A workbook whose only sheet has these rows; other parts may be replaced. */
export function workbookParts(
  rows: string,
  parts: Record<string, string> = {},
): Record<string, string> {
  return {
    '_rels/.rels': relationships(['officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      ['worksheet', 'worksheets/sheet1.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
      ['styles', '/xl/styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': `<worksheet ${MAIN}><sheetData>${rows}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}/>`,
    'xl/styles.xml': `<styleSheet ${MAIN}/>`,
    ...parts,
  };
}

/** `level` 0 stores the parts as they are. */
export function writeZip(path: string, parts: Record<string, string>, level: 0 | 6 = 6): void {
  const packed = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  writeFileSync(path, zipSync(Object.fromEntries(packed), { level }));
}
