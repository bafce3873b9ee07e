/** Cells in which a spreadsheet shows that it has no value: no id, name or amount is meant by them. */
import { UNCALCULATED } from '../workbooks/cell.js';

/** What a formula shows that came to nothing, and a date that cannot be shown; a CSV saved from a spreadsheet has them too. */
export const SPREADSHEET_ERRORS: readonly string[] = [
  '#N/A',
  '#REF!',
  '#VALUE!',
  '#DIV/0!',
  '#NAME?',
  '#NULL!',
  '#NUM!',
  '#SPILL!',
  '#CALC!',
  '#GETTING_DATA',
  '####',
  UNCALCULATED,
];

export function isSpreadsheetError(cell: string): boolean {
  return cell.startsWith('#') && SPREADSHEET_ERRORS.includes(cell);
}

/** What a problem tells of such a cell. */
export function spreadsheetErrorCase(cell: string): 'error' | 'uncalculated' {
  return cell === UNCALCULATED ? 'uncalculated' : 'error';
}
