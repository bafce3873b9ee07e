/** The rows of a reference table that is kept in a workbook. */
import type { Problem } from '../problem.js';
import { otherFilledSheets } from '../workbooks/choose-sheet.js';
import { DoubtsSeen } from '../workbooks/sheet-doubts.js';
import type { Sheet, Workbook } from '../workbooks/workbook.js';
import { WorkbookFault } from '../workbooks/workbook-fault.js';
import type { ParsedRows, TableRecord } from './parsed-rows.js';
import { isNamedAfter, tableOf } from './table-names.js';
import { hiddenSheet, otherSheets, sheetDoubts } from './workbook-problems.js';

/** A reference table is small: more cells than this are a mistake, and would fill the memory. */
const CELLS_MAX = 20_000_000;

/** `sheet`: of the workbook for all tables; null where the workbook is of this table alone. Throws a `WorkbookFault`. */
export async function sheetRecords(
  path: string,
  sheetName: string | null,
  tableFile: string,
): Promise<ParsedRows> {
  const { openWorkbook } = await import('../workbooks/workbook.js');
  const workbook = await openWorkbook(path);
  try {
    const sheet = sheetOf(workbook, sheetName, tableFile);
    if (sheet === undefined) throw new WorkbookFault('broken', 'no sheet');
    const rows = await recordsOf(workbook, sheet, tableFile);
    if (sheetName !== null) return rows;
    const others = await otherFilledSheets(workbook, sheet);
    const hidden = workbook.sheets.filter(
      ({ name, isHidden }) => isHidden && isNamedAfter(name, tableOf(tableFile)),
    );
    return {
      ...rows,
      problems: [
        ...rows.problems,
        ...otherSheets(tableFile, sheet.name, others),
        ...hidden.map(({ name }) => hiddenSheet(tableFile, name)),
      ],
    };
  } finally {
    workbook.close();
  }
}

/** In a workbook of its own, the sheet that is named after the table, or else the first that can be seen. */
function sheetOf(
  workbook: Workbook,
  sheetName: string | null,
  tableFile: string,
): Sheet | undefined {
  if (sheetName !== null) return workbook.sheet(sheetName);
  const shown = workbook.sheets.filter(({ isHidden }) => !isHidden);
  return shown.find(({ name }) => isNamedAfter(name, tableOf(tableFile))) ?? shown[0];
}

/** The header is the first row that is not blank; the rows below it keep the sheet's own distances. */
async function recordsOf(workbook: Workbook, sheet: Sheet, tableFile: string): Promise<ParsedRows> {
  const reading = await workbook.read(sheet);
  let header: readonly string[] | null = null;
  let headerRow = 0;
  let seen: DoubtsSeen | null = null;
  let cellsRead = 0;
  const body: TableRecord[] = [];
  for await (const row of reading.rows) {
    const cells = row.cells.map((cell) => cell.trim());
    cellsRead += cells.length;
    if (cellsRead > CELLS_MAX) throw new WorkbookFault('broken', `more than ${CELLS_MAX} cells`);
    if (header === null || seen === null) {
      [header, headerRow, seen] = [cells, row.rowNumber, new DoubtsSeen(reading, row)];
      continue;
    }
    seen.see(row);
    while (cells.length < header.length) cells.push('');
    body.push({ record: row.rowNumber - headerRow, cells });
  }
  const problems: Problem[] = seen === null ? [] : sheetDoubts(tableFile, seen.doubts());
  return { header: header ?? [], headerRow, body, problems };
}
