/** Which sheet of a workbook is read, and which others have something in them. */
import type { Sheet, Workbook } from './workbook.js';

/** The names of sheets that can be seen and hold a row, without the given one. */
export async function otherFilledSheets(workbook: Workbook, sheet: Sheet): Promise<string[]> {
  const names: string[] = [];
  for (const other of workbook.sheets) {
    if (other === sheet || other.isHidden) continue;
    if (await hasRows(workbook, other)) names.push(other.name);
  }
  return names;
}

export async function hasRows(workbook: Workbook, sheet: Sheet): Promise<boolean> {
  const { rows } = await workbook.read(sheet);
  for await (const row of rows) return row.cells.length > 0;
  return false;
}
