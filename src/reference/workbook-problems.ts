/** What is wrong with a workbook, and what of it people may not see. */
import { problem, type Problem } from '../problem.js';
import type { SheetDoubts } from '../workbooks/sheet-doubts.js';
import { WorkbookFault } from '../workbooks/workbook-fault.js';

const RANGES_SHOWN = 3;

/** The problem of a workbook that cannot be read; any other error is thrown on. */
export function workbookProblem(file: string, thrown: unknown): Problem {
  if (!(thrown instanceof WorkbookFault)) throw thrown;
  const { reason, detail } = thrown;
  return problem('file-unreadable', { file }, { case: 'workbook', fault: reason, detail });
}

/** A warning for each doubt about a sheet that was read. */
export function sheetDoubts(file: string, doubts: SheetDoubts): Problem[] {
  const { hiddenRows, hiddenColumns, mergedRanges } = doubts;
  const place = { file };
  const problems: Problem[] = [];
  if (hiddenRows !== null)
    problems.push(problem('sheet-doubtful', place, { case: 'hidden-rows', ...hiddenRows }));
  if (hiddenColumns.length > 0)
    problems.push(
      problem('sheet-doubtful', place, { case: 'hidden-columns', columns: hiddenColumns }),
    );
  if (mergedRanges.length > 0) {
    const ranges = mergedRanges.slice(0, RANGES_SHOWN);
    const more = mergedRanges.length - ranges.length;
    problems.push(problem('sheet-doubtful', place, { case: 'merged', ranges, more }));
  }
  return problems;
}

/** A sheet that somebody has hidden, and that would be a table if it were not. */
export function hiddenSheet(file: string, sheet: string): Problem {
  return problem('sheet-doubtful', { file }, { case: 'hidden-sheet', sheet });
}

/** A sheet that is read although others of its workbook have rows too. */
export function otherSheets(file: string, sheet: string, others: readonly string[]): Problem[] {
  if (others.length === 0) return [];
  return [problem('sheet-doubtful', { file }, { case: 'other-sheets', sheet, others })];
}
