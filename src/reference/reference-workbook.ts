/** The workbook that may hold a sheet for each reference table. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '../problem.js';
import { ifAbsent } from '../system-fault.js';
import { nearestWord } from '../words/nearest-word.js';
import { hasRows } from '../workbooks/choose-sheet.js';
import type { Sheet, Workbook } from '../workbooks/workbook.js';
import { WorkbookFault } from '../workbooks/workbook-fault.js';
import { assertFitInput, UnfitInput } from './unfit-input.js';
import { isNamedAfter, sheetNames, tableOf } from './table-names.js';

export const REFERENCE_WORKBOOK = 'reference.xlsx';

/** Sheets that hold something and are named after no table: somebody put them there for something. */
export async function unknownSheets(
  folder: string,
  tableFiles: readonly string[],
): Promise<Problem[]> {
  const tables = tableFiles.map(tableOf);
  const problems: Problem[] = [];
  for (const file of await referenceWorkbooks(folder)) {
    for (const name of await strangeSheets(folder, file, tables)) {
      const nearest = nearestWord(name, tables.flatMap(sheetNames));
      problems.push(problem('sheet-unknown', { file }, { sheet: name, tables, nearest }));
    }
  }
  return problems;
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
): Promise<string[]> {
  try {
    await assertFitInput(folder, file);
    const workbook = await opened(folder, file);
    try {
      const names: string[] = [];
      for (const sheet of workbook.sheets) {
        const isKnown = sheet.isHidden || tables.some((table) => isNamedAfter(sheet.name, table));
        if (!isKnown && (await hasRows(workbook, sheet))) names.push(sheet.name);
      }
      return names;
    } finally {
      workbook.close();
    }
  } catch (thrown) {
    if (thrown instanceof WorkbookFault || thrown instanceof UnfitInput) return [];
    throw thrown;
  }
}
