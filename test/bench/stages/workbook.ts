/**
 * A workbook of many rows, read into the text that the engine reads: how fast, and in how much memory.
 *
 *     npx tsx test/bench/stages/workbook.ts 300000
 */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { writeSheetText } from '../../../src/facts/files/write-sheet-text.js';
import { workbookParts } from '../../support/workbook-parts.js';

const COLUMNS = 10;
const HERE = '<!-- rows -->';

/** Half of the cells are texts of their own, half are numbers. */
function rowXml(row: number): string {
  const cells = Array.from({ length: COLUMNS }, (_, column) =>
    column % 2 === 0
      ? `<c t="inlineStr"><is><t>订单 ${row}-${column}</t></is></c>`
      : `<c><v>${row}.${column}</v></c>`,
  );
  return `<row r="${row}">${cells.join('')}</row>`;
}

/** Written piece by piece, so that what is measured is the reading. */
function writeLarge(path: string, rows: number): void {
  const file = openSync(path, 'w');
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    writeSync(file, bytes);
  });
  for (const [name, xml] of Object.entries(workbookParts(HERE))) {
    const part = new ZipDeflate(name, { level: 1 });
    zip.add(part);
    const [head = '', tail = ''] = xml.split(HERE);
    part.push(strToU8(head), tail === '');
    if (tail === '') continue;
    for (let row = 1; row <= rows; row++) part.push(strToU8(rowXml(row)));
    part.push(strToU8(tail), true);
  }
  zip.end();
  closeSync(file);
}

const rows = Number(process.argv[2] ?? 300_000);
const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
const [path, target] = [join(folder, 'large.xlsx'), join(folder, 'large.csv')];
writeLarge(path, rows);
const before = process.cpuUsage();
await writeSheetText(
  path,
  'large.xlsx',
  { sheet: null, linesAboveHeader: 0, decimalMark: '.' },
  target,
);
const { user, system } = process.cpuUsage(before);
const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);
const seconds = (user + system) / 1e6;
console.log(
  `${rows} rows of ${COLUMNS} columns, ${megabytes(statSync(path).size)} MB as a workbook, ${megabytes(statSync(target).size)} MB as a text`,
);
console.log(
  `${seconds.toFixed(1)} CPU seconds, ${(rows / seconds).toFixed(0)} rows a second, ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB at most`,
);
rmSync(folder, { recursive: true });
