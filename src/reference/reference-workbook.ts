/** The workbook that may hold a sheet for each reference table. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { append } from '../append.js';
import { problem, type Problem } from '../problem.js';
import { ifAbsent } from '../system-fault.js';
import { nearestWord } from '../words/nearest-word.js';
import { hasRows } from '../workbooks/choose-sheet.js';
import type { Sheet, Workbook } from '../workbooks/workbook.js';
import { WorkbookFault } from '../workbooks/workbook-fault.js';
import { assertFitInput, UnfitInput } from './unfit-input.js';
import { isNamedAfter, sheetNames, tableOf } from './table-names.js';
import { hiddenSheet } from './workbook-problems.js';

export const REFERENCE_WORKBOOK = 'reference.xlsx';

/** Sheets that hold something and are not read: those named after no table, and hidden ones named after one. */
export async function unknownSheets(
  folder: string,
  tableFiles: readonly string[],
): Promise<Problem[]> {
  const tables = tableFiles.map(tableOf);
  const problems: Problem[] = [];
  for (const file of await referenceWorkbooks(folder)) {
    append(problems, await strangeSheets(folder, file, tables));
  }
  return problems;
}

function unknownSheet(file: string, sheet: string, tables: readonly string[]): Problem {
  const nearest = nearestWord(sheet, tables.flatMap(sheetNames));
  return problem('sheet-unknown', { file }, { sheet, tables, nearest });
}

/** Whether a file of the input folder holds reference tables by its name, in whatever kind of file. */
export function isReferenceFile(file: string, tableFiles: readonly string[]): boolean {
  const name = file.toLowerCase();
  return (
    name === REFERENCE_WORKBOOK ||
    tableFiles.some((table) => name === table || name === `${tableOf(table)}.xlsx`)
  );
}

/** The files of that name: endings in capitals are the same endings. */
export async function referenceWorkbooks(folder: string): Promise<string[]> {
  const entries = await readdir(folder).catch(ifAbsent([]));
  return entries.filter((name) => name.toLowerCase() === REFERENCE_WORKBOOK).sort();
}

/** Those that can be seen. */
export async function sheetsOf(folder: string, file: string): Promise<readonly Sheet[]> {
  await assertFitInput(folder, file);
  const workbook = await opened(folder, file);
  workbook.close();
  return workbook.sheets.filter(({ isHidden }) => !isHidden);
}

/** What reads workbooks is loaded where there is one. */
async function opened(folder: string, file: string): Promise<Workbook> {
  const { openWorkbook } = await import('../workbooks/workbook.js');
  return openWorkbook(join(folder, file));
}

/** None of a workbook that cannot be read: its tables say so. */
async function strangeSheets(
  folder: string,
  file: string,
  tables: readonly string[],
): Promise<Problem[]> {
  try {
    await assertFitInput(folder, file);
    const workbook = await opened(folder, file);
    try {
      const problems: Problem[] = [];
      for (const sheet of workbook.sheets) {
        const { name, isHidden } = sheet;
        // what can be seen and is named is read; what is neither is a program's own list
        const isNamed = tables.some((table) => isNamedAfter(name, table));
        if (isNamed !== isHidden || !(await hasRows(workbook, sheet))) continue;
        problems.push(isHidden ? hiddenSheet(file, name) : unknownSheet(file, name, tables));
      }
      return problems;
    } finally {
      workbook.close();
    }
  } catch (thrown) {
    if (thrown instanceof WorkbookFault || thrown instanceof UnfitInput) return [];
    throw thrown;
  }
}
