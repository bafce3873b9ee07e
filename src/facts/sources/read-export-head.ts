/** The head of an export, whatever kind of file it is: its header, some rows, and how it has to be read. */
import { parse } from 'csv-parse/sync';
import { errorMessage } from '../../error-message.js';
import { problem, type Problem } from '../../problem.js';
import { isMarkup, markupProblem } from '../../reference/markup.js';
import { encodingOf } from '../../reference/text-encoding.js';
import { workbookProblem } from '../../reference/workbook-problems.js';
import { delimiterOf, DELIMITERS } from '../files/delimiter-of.js';
import { assertFile, UnfitInput, unreadableInput } from '../../reference/unfit-input.js';
import { kindOf } from '../files/file-kind.js';
import { bareName, headerNames } from '../files/header-of.js';
import { headOf } from '../files/head-of.js';
import { knownNames } from './known-headers.js';

const PREAMBLE_ROWS_MAX = 30;
const SAMPLE_ROWS = 200;

export interface ExportHead {
  /** Rows above the header. */
  readonly skippedLines: number;
  readonly header: readonly string[];
  /** The first rows below it. */
  readonly rows: readonly (readonly string[])[];
  /** What stands between cells; null: a comma, or the cells of a sheet. */
  readonly delimiter: string | null;
}

/** The sample cells of a column. */
export function cellsUnder(name: string, { header, rows }: ExportHead): string[] {
  const at = header.indexOf(name);
  return at < 0 ? [] : rows.map((row) => row[at] ?? '');
}

/** `file` is what problems call it. */
export async function readExportHead(path: string, file: string): Promise<ExportHead | Problem> {
  try {
    await assertFile(path);
    const kind = await kindOf(path);
    if (kind === 'workbook') return headOfRows(await sheetRows(path), null);
    if (kind !== 'text' && kind !== 'gzip')
      return problem('file-unreadable', { file }, { case: 'not-guessed' });
    const bytes = await headOf(path, kind === 'gzip' ? 'gzip' : 'none');
    const encoding = encodingOf(bytes);
    if (encoding === 'unsure' || encoding === 'neither') {
      return problem('encoding-unknown', { file }, { case: 'neither' });
    }
    const text = new TextDecoder(encoding).decode(bytes, { stream: true });
    return isMarkup(text) ? markupProblem(file) : headOfText(text);
  } catch (thrown) {
    if (thrown instanceof UnfitInput) return unreadableInput(file, thrown);
    if (thrown instanceof Error && 'reason' in thrown) return workbookProblem(file, thrown);
    return problem('file-unreadable', { file }, { case: 'path', reason: errorMessage(thrown) });
  }
}

/** The line that holds most known names is the header, and its delimiter that of the file. */
export function headOfText(text: string): ExportHead {
  const lines = text.split(/\r\n?|\n/);
  const known = (line: string): number =>
    largest(DELIMITERS.map((mark) => knownNames(cellsOf(line, mark)[0] ?? [])));
  const skippedLines = placeOfMost(lines.slice(0, PREAMBLE_ROWS_MAX).map(known));
  const below = lines.slice(skippedLines).join('\n');
  const delimiter = delimiterOf(below);
  const head = headerAndRows(cellsOf(below, delimiter), skippedLines);
  return { ...head, delimiter: delimiter === ',' ? null : delimiter };
}

function headOfRows(rows: readonly (readonly string[])[], delimiter: null): ExportHead {
  const skippedLines = placeOfMost(rows.slice(0, PREAMBLE_ROWS_MAX).map(knownNames));
  return { ...headerAndRows(rows.slice(skippedLines), skippedLines), delimiter };
}

/** `skippedLines` stand above the first of the rows; a header over two rows is named by the lower one. */
function headerAndRows(
  [upper = [], ...rows]: readonly (readonly string[])[],
  skippedLines: number,
): Omit<ExportHead, 'delimiter'> {
  const [lower = [], ...below] = rows;
  return isOverTwoRows(upper, lower)
    ? {
        header: headerNames(lower, upper),
        rows: below.slice(0, SAMPLE_ROWS),
        skippedLines: skippedLines + 1,
      }
    : { header: headerNames(upper, []), rows: rows.slice(0, SAMPLE_ROWS), skippedLines };
}

/** 上班1 over two columns, and 打卡时间 and 打卡结果 below it: the lower row names what the upper one does not, and begins blank. */
function isOverTwoRows(upper: readonly string[], lower: readonly string[]): boolean {
  const last = upper.findLastIndex((name) => name !== '');
  const begins = (lower[0] ?? '') === '' && (upper[0] ?? '') !== '';
  return begins && lower.some((name, at) => name !== '' && at < last && upper[at] === '');
}

/** The first place of the largest number. */
function placeOfMost(numbers: readonly number[]): number {
  return Math.max(0, numbers.indexOf(largest(numbers)));
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, one) => Math.max(most, one), 0);
}

/** The first rows of the first sheet that can be seen, blank ones among them. */
async function sheetRows(path: string): Promise<string[][]> {
  const { openWorkbook } = await import('../../workbooks/workbook.js');
  const workbook = await openWorkbook(path);
  try {
    const sheet = workbook.sheet();
    const rows: string[][] = [];
    if (sheet === undefined) return rows;
    for await (const { rowNumber, cells } of (await workbook.read(sheet)).rows) {
      if (rowNumber > PREAMBLE_ROWS_MAX + SAMPLE_ROWS) break;
      while (rows.length < rowNumber - 1) rows.push([]);
      rows.push(cells.map(bareName));
    }
    return rows;
  } finally {
    workbook.close();
  }
}

function cellsOf(text: string, delimiter: string): string[][] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to: SAMPLE_ROWS + 1,
    });
    return rows.map((row) => row.map(bareName));
  } catch {
    return [];
  }
}
