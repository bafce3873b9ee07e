/** The rows of a reference table, whatever kind of file it is kept in: its content tells, and not its name. */
import { join } from 'node:path';
import type { Problem } from '../problem.js';
import { packageKind } from '../workbooks/file-kind.js';
import { csvRecords } from './csv-records.js';
import { decodeText } from './decode-text.js';
import type { InputFile } from './file-identity.js';
import { findTable, placeName } from './find-table.js';
import type { ParsedRows } from './parsed-rows.js';
import { isMarkup, markupProblem } from './markup.js';
import { readInputFile } from './read-input-file.js';
import { sheetRecords } from './sheet-records.js';
import { workbookProblem } from './workbook-problems.js';

export interface TableRecords extends ParsedRows {
  /** What people call the place where the table is kept. */
  readonly place: string;
  /** null where it is nowhere, or nobody can say where. */
  readonly read: Omit<InputFile, 'rows'> | null;
}

/** null where the table is nowhere; an error of the file system where it is there and cannot be read. */
export async function readRecords(
  folder: string,
  tableFile: string,
): Promise<TableRecords | Error | null> {
  const found = await findTable(folder, tableFile);
  if (found === null) return null;
  if ('code' in found) return { ...unread(found), place: tableFile, read: null };
  const input = await readInputFile(folder, found.file);
  if (input instanceof Error) return input;
  const { bytes, read } = input;
  const rows =
    packageKind(bytes) === 'other'
      ? textRecords(tableFile, bytes)
      : await sheetRecords(join(folder, found.file), found.sheet, tableFile).catch(
          (thrown: unknown) => unread(workbookProblem(tableFile, thrown)),
        );
  return { ...rows, place: placeName(found), read };
}

function unread(found: Problem): ParsedRows {
  return { header: null, headerRow: 1, body: [], problems: [found] };
}

function textRecords(tableFile: string, bytes: Uint8Array): ParsedRows {
  const decoded = decodeText(tableFile, bytes);
  if (typeof decoded !== 'string') return unread(decoded);
  if (isMarkup(decoded)) return unread(markupProblem(tableFile));
  const records = csvRecords(tableFile, decoded);
  if (!Array.isArray(records)) return unread(records);
  const at = records.findIndex((cells) => cells.some((cell) => cell !== ''));
  const [header = [], ...body] = at < 0 ? [] : records.slice(at);
  const end = body.findLastIndex((cells) => !isBlankLine(cells)) + 1;
  const rows = body.slice(0, end).map((cells, row) => ({ record: row + 1, cells }));
  return { header, headerRow: Math.max(at, 0) + 1, body: rows, problems: [] };
}

function isBlankLine(cells: readonly string[]): boolean {
  return cells.length === 1 && cells[0] === '';
}
