/** What goes into a cell of a workbook. An amount gets there as its digits, and never through a float. */
import { assert } from '../../problem.js';

export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  /** `digits` is a plain decimal that stands in the file as it is; `decimals` is how many are shown. */
  | { readonly kind: 'number'; readonly digits: string; readonly decimals: number }
  /** An empty cell. */
  | undefined;

/** A spreadsheet keeps no more digits of a number. */
const DIGITS_MAX = 15;

export function textCell(text: string): CellValue {
  return text === '' ? undefined : { kind: 'text', text };
}

/** A number cell that shows the digits as they are: `-0.10`. */
export function numberCell(digits: string): CellValue {
  return { kind: 'number', digits, decimals: digits.split('.')[1]?.length ?? 0 };
}

/** A number with more digits than a spreadsheet keeps is written as text, so that none is lost. */
export function isExactInSpreadsheet(digits: string): boolean {
  assert(/^-?\d+(\.\d+)?$/.test(digits), `${digits} is a plain decimal`);
  return digits.replace(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS_MAX;
}
