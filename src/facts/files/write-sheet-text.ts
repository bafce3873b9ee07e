/**
 * A sheet of a workbook as a text that the engine reads: each row a line, in the sheet's own distances, so
 * that records are counted as the spreadsheet counts its rows.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { problem, type Problem } from '../../problem.js';
import { otherSheets, sheetDoubts, workbookProblem } from '../../reference/workbook-problems.js';
import { nearestWord } from '../../words/nearest-word.js';
import { otherFilledSheets } from '../../workbooks/choose-sheet.js';
import { DoubtsSeen } from '../../workbooks/sheet-doubts.js';
import type { SheetRow } from '../../workbooks/sheet-rows.js';
import type { Sheet, Workbook } from '../../workbooks/workbook.js';
import { WorkbookFault } from '../../workbooks/workbook-fault.js';
import type { DecimalMark } from './text-reading.js';

/** A row far below all others would be as many blank lines. */
const BLANK_CELLS_MAX = 50_000_000;

export interface SheetChoice {
  /** Its name, or its place from 1; null: the first that can be seen. */
  readonly sheet: string | number | null;
  readonly linesAboveHeader: number;
  readonly decimalMark: DecimalMark;
}

export interface WrittenSheet {
  readonly isWritten: boolean;
  readonly problems: readonly Problem[];
}

/** Writes the sheet to `target`; problems say what it hides, or why it cannot be read. */
export async function writeSheetText(
  path: string,
  file: string,
  choice: SheetChoice,
  target: string,
): Promise<WrittenSheet> {
  const { openWorkbook } = await import('../../workbooks/workbook.js');
  try {
    const workbook = await openWorkbook(path);
    try {
      return await written(workbook, file, choice, target);
    } finally {
      workbook.close();
    }
  } catch (thrown) {
    await rm(target, { force: true });
    return { isWritten: false, problems: [workbookProblem(file, thrown)] };
  }
}

async function written(
  workbook: Workbook,
  file: string,
  { sheet: wanted, linesAboveHeader, decimalMark }: SheetChoice,
  target: string,
): Promise<WrittenSheet> {
  const sheet = workbook.sheet(wanted ?? undefined);
  if (sheet === undefined) return { isWritten: false, problems: [noSheet(workbook, file, wanted)] };
  const lines = new SheetLines(linesAboveHeader);
  const reading = await workbook.read(sheet, decimalMark);
  await pipeline(lines.of(reading), createWriteStream(target));
  const doubts = lines.seen === null ? [] : sheetDoubts(file, lines.seen.doubts());
  return {
    isWritten: true,
    problems: [...doubts, ...(await unread(workbook, file, wanted, sheet))],
  };
}

/** Who names a sheet has looked at the others. */
async function unread(
  workbook: Workbook,
  file: string,
  wanted: SheetChoice['sheet'],
  sheet: Sheet,
): Promise<Problem[]> {
  if (wanted !== null) return [];
  return otherSheets(file, sheet.name, await otherFilledSheets(workbook, sheet));
}

function noSheet({ sheets }: Workbook, file: string, wanted: SheetChoice['sheet']): Problem {
  const names = sheets.map(({ name }) => name);
  const sheet = String(wanted ?? 1);
  return problem(
    'sheet-missing',
    { file },
    { sheet, sheets: names, nearest: nearestWord(sheet, names) },
  );
}

type Reading = Awaited<ReturnType<Workbook['read']>>;

class SheetLines {
  /** Set with the header. */
  seen: DoubtsSeen | null = null;
  private width = 0;
  private row = 0;
  private blankCells = 0;

  constructor(private readonly linesAboveHeader: number) {}

  async *of(reading: Reading): AsyncGenerator<string> {
    for await (const row of reading.rows) {
      if (row.rowNumber <= this.linesAboveHeader) yield this.above(row);
      else if (this.seen === null) yield this.header(row, reading);
      else yield this.below(row);
    }
  }

  /** Lines above the header are counted, and no cell of theirs may break one in two. */
  private above(row: SheetRow): string {
    const blank = '\n'.repeat(row.rowNumber - this.row - 1);
    this.row = row.rowNumber;
    return `${blank}${lineOf(row.cells.map(onOneLine))}`;
  }

  /** Blank rows may stand above it. */
  private header(row: SheetRow, reading: Reading): string {
    const blank = '\n'.repeat(row.rowNumber - this.row - 1);
    this.seen = new DoubtsSeen(reading, row);
    this.width = row.cells.length;
    this.row = row.rowNumber;
    return `${blank}${lineOf(row.cells.map(onOneLine))}`;
  }

  private below(row: SheetRow): string {
    const missing = row.rowNumber - this.row - 1;
    this.blankCells += missing * this.width;
    if (this.blankCells > BLANK_CELLS_MAX) {
      throw new WorkbookFault('broken', `row ${row.rowNumber} stands far below row ${this.row}`);
    }
    this.seen?.see(row);
    this.row = row.rowNumber;
    return `${this.line([]).repeat(missing)}${this.line(row.cells)}`;
  }

  /** As many cells as the header has, or more. */
  private line(cells: readonly string[]): string {
    const padding = Array.from({ length: Math.max(0, this.width - cells.length) }, () => '');
    return lineOf([...cells, ...padding]);
  }
}

function onOneLine(cell: string): string {
  return cell.replace(/\s*[\r\n]+\s*/g, ' ');
}

/** A line with one blank cell is quoted: an empty line would be none. */
function lineOf(cells: readonly string[]): string {
  const texts = cells.map((cell) =>
    /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  const line = texts.join(',');
  return `${line === '' ? '""' : line}\n`;
}
