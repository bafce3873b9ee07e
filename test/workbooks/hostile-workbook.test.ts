/** Workbooks that somebody made to do harm, or that a bad disk has damaged: a fault each, in bounded memory. */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { MAIN, workbookParts, writeZip } from '../support/workbook-parts.js';
import { readAll } from './read-all.js';

const MEBIBYTE = 1 << 20;

/** A workbook one of whose parts holds a text many times over, packed piece by piece. */
function withEndless(
  name: string,
  before: string,
  piece: string,
  times: number,
  after: string,
): string {
  const path = join(temporaryFolder(), 'endless.xlsx');
  const file = openSync(path, 'w');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  const parts = { ...workbookParts('<row><c t="s"><v>0</v></c></row>'), [name]: before };
  for (const [part, xml] of Object.entries(parts)) {
    const packed = new ZipDeflate(part, { level: 1 });
    zip.add(packed);
    packed.push(strToU8(xml), part !== name);
    if (part !== name) continue;
    const bytes = strToU8(piece);
    for (let at = 0; at < times; at++) packed.push(bytes);
    packed.push(strToU8(after), true);
  }
  zip.end();
  closeSync(file);
  return path;
}

function written(parts: Record<string, string>): string {
  const path = join(temporaryFolder(), 'book.xlsx');
  writeZip(path, parts);
  return path;
}

const rows = (xml: string): string => written(workbookParts(xml));
const SHEET = 'xl/worksheets/sheet1.xml';
const STRINGS = 'xl/sharedStrings.xml';

it.each([
  [
    'a sheet that unpacks to a thousand times its size',
    () =>
      withEndless(
        SHEET,
        `<worksheet ${MAIN}><sheetData>`,
        ' '.repeat(MEBIBYTE),
        20,
        '</sheetData></worksheet>',
      ),
    'unpacks to more than 300 times its size',
  ],
  [
    'a text that does not end',
    // such texts unpack to less than 300 times their size
    () => withEndless(STRINGS, `<sst ${MAIN}><si><t>`, noise(MEBIBYTE), 8, '</t></si></sst>'),
    /one text without an end|more than 1 MiB/,
  ],
  [
    'an attribute that does not end',
    () =>
      withEndless(
        SHEET,
        `<worksheet ${MAIN}><sheetData><row r="`,
        noise(MEBIBYTE),
        8,
        '"/></sheetData></worksheet>',
      ),
    'one text without an end',
  ],
  [
    'entities that multiply',
    () =>
      written({
        ...workbookParts('<row><c t="s"><v>0</v></c></row>'),
        [STRINGS]: `<!DOCTYPE sst [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst ${MAIN}><si><t>&b;</t></si></sst>`,
      }),
    'undefined entity',
  ],
  ['a part that is missing', () => without(SHEET), 'the part xl/worksheets/sheet1.xml is missing'],
  ['strings that are missing', () => without(STRINGS), 'the part xl/sharedStrings.xml is missing'],
  [
    'a sheet that is nowhere',
    () => without('xl/_rels/workbook.xml.rels'),
    'the sheet Sheet1 is nowhere',
  ],
  [
    'a sheet beyond the package',
    () =>
      written({
        ...workbookParts('<row><c><v>1</v></c></row>'),
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="../../../../etc/passwd"/></Relationships>`,
      }),
    /the part etc\/passwd is missing|the sheet Sheet1 is nowhere/,
  ],
  [
    'a part that climbs out of the package',
    () => written({ ...workbookParts('<row/>'), '../../outside.xml': '<a/>' }),
    'invalid relative path',
  ],
  ['a row twice', () => rows('<row r="2"/><row r="2"/>'), 'row 2 stands below row 2'],
  ['a row beyond the last one', () => rows('<row r="1048577"/>'), 'row 1048577'],
  [
    'a cell twice',
    () => rows('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
    'the cell B1 of row 1',
  ],
  [
    'a cell of an unknown type',
    () => rows('<row><c t="z"><v>1</v></c></row>'),
    'the unknown type z',
  ],
  [
    'a number of a million digits',
    () => rows(`<row><c><v>${'7'.repeat(MEBIBYTE)}</v></c></row>`),
    'a number cell holds',
  ],
  [
    'a string by half a number',
    () => rows('<row><c t="s"><v>0.5</v></c></row>'),
    'the shared string 0.5',
  ],
])('%s', async (_, make, told) => {
  await expect(readAll(make())).rejects.toMatchObject({
    reason: 'broken',
    detail: expect.stringMatching(told) as string,
  });
});

it('a sheet that claims every cell there is has the rows that it has', async () => {
  const parts = workbookParts('<row><c><v>1</v></c></row>');
  parts[SHEET] = (parts[SHEET] ?? '').replace(
    '<sheetData>',
    '<dimension ref="A1:XFD1048576"/><sheetData>',
  );
  const { rows: read } = await readAll(written(parts));
  expect(read).toHaveLength(1);
});

it('hidden columns from nowhere to nowhere are those that a sheet has', async () => {
  const parts = workbookParts('<row><c><v>1</v></c></row>');
  parts[SHEET] = (parts[SHEET] ?? '').replace(
    '<sheetData>',
    '<cols><col min="-1000000000" max="1000000000" hidden="1"/></cols><sheetData>',
  );
  const { hiddenColumns } = await readAll(written(parts));
  expect(hiddenColumns).toHaveLength(16_384);
});

it('a digit that a bad disk has changed is told by the sum of the part', async () => {
  const path = join(temporaryFolder(), 'stored.xlsx');
  writeZip(path, workbookParts('<row><c><v>1280.00</v></c></row>'), 0);
  const bytes = readFileSync(path);
  bytes[bytes.indexOf('1280.00')] = '7'.charCodeAt(0);
  writeFileSync(path, bytes);
  await expect(readAll(path)).rejects.toThrow('the part xl/worksheets/sheet1.xml is damaged');
});

function without(name: string): string {
  const parts = Object.entries(workbookParts('<row><c t="s"><v>0</v></c></row>'));
  return written(Object.fromEntries(parts.filter(([part]) => part !== name)));
}

/** Letters that repeat after a while only, so that they can be packed to a hundredth and not to a thousandth. */
function noise(length: number): string {
  let state = 7;
  const word = Array.from({ length: 4096 }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCharCode(97 + (state % 26));
  }).join('');
  return word.repeat(Math.ceil(length / word.length)).slice(0, length);
}
