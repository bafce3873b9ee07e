/** A cell as it stands in a workbook → its text. */
import type { CellFormats } from './cell-formats.js';
import type { NumberFormat } from './number-format.js';
import { shownNumber } from './plain-decimal.js';
import { unescaped } from './rich-text.js';
import { serialDate, type DateSystem } from './serial-date.js';
import type { SharedStrings } from './shared-strings.js';

/** What a formula has whose value its writer left out: a program saved the file that calculates nothing. */
export const UNCALCULATED = '#UNCALCULATED!';
/** What stands where a date cannot be shown. */
const UNSHOWABLE = '####';

/** What the file says of one cell. */
export interface RawCell {
  readonly type: string;
  readonly style: string | undefined;
  /** The text of `v`; none where the cell has no value. */
  readonly value: string | undefined;
  /** The text of `is`. */
  readonly inline: string | undefined;
  readonly isFormula: boolean;
}

/** What a workbook's cells refer to. */
export interface CellContext {
  readonly strings: SharedStrings;
  readonly formats: CellFormats;
  readonly system: DateSystem;
  /** With which a number becomes text. */
  readonly decimalMark: '.' | ',';
}

/**
 * The text of a cell, blank where it is empty: what is typed as it is, a number as its plain decimal with
 * the mark that is asked for, a
 * date in ISO 8601 with the parts that its format shows, `TRUE` or `FALSE`, an error such as `#N/A`, and
 * of a formula the value that it had when the file was saved. Throws where the file contradicts itself.
 */
export function textOfCell(raw: RawCell, context: CellContext): string {
  const value = raw.inline ?? raw.value ?? '';
  if (value === '') return raw.isFormula && raw.value === undefined ? UNCALCULATED : '';
  switch (raw.type) {
    case 's':
      return sharedString(value, context.strings);
    case 'inlineStr':
    case 'str':
      return raw.inline ?? unescaped(value);
    case 'b':
      return value === '0' ? 'FALSE' : 'TRUE';
    case 'e':
    case 'd':
      return value;
    case 'n':
      return numberText(value.trim(), context.formats.of(raw.style), context);
    default:
      throw new Error(`a cell of the unknown type ${raw.type}`);
  }
}

function sharedString(index: string, strings: SharedStrings): string {
  const text = strings.at(index.trim());
  if (text === undefined) throw new Error(`the shared string ${index} does not exist`);
  return text;
}

function numberText(
  digits: string,
  format: NumberFormat,
  { system, decimalMark }: CellContext,
): string {
  const number = shownNumber(digits);
  if (number === null)
    throw new Error(`a number cell holds ${JSON.stringify(digits.slice(0, 40))}`);
  if (format.hasDate || format.hasTime) return serialDate(digits, format, system) ?? UNSHOWABLE;
  // an id that a spreadsheet has shortened keeps its point: its digits are gone whatever the marks are
  const written = number.includes('E') ? number : number.replace('.', decimalMark);
  return padded(written, format.paddedDigits);
}

/** `000000` shows 123 as 000123: what looks like an id is one. */
function padded(number: string, digits: number): string {
  return /^\d+$/.test(number) ? number.padStart(digits, '0') : number;
}
