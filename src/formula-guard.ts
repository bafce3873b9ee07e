/**
 * What a spreadsheet would take for a formula is written with an apostrophe before it, in every CSV.
 * The patterns are read by the language and by the engine alike.
 */
import { UNSEEN_CHARACTERS } from './unseen-characters.js';

/** As they are typed, in full width, and in small form: spreadsheets take all of them for the same. */
const SIGNS = '=+@＝＋＠﹦﹢﹫－﹣-';

/** The start of a cell that is guarded; a tab or a line end alone is one too, since it may be dropped. */
export const FORMULA_START = `^(?:[\\t\\r\\n]|[${UNSEEN_CHARACTERS}]*[${SIGNS}])`;

/** What none of the ids that are joined by commas may have, if the cells can be written as they are. */
export const GUARDED_AMONG_IDS = `(?:^|,)[${UNSEEN_CHARACTERS}${SIGNS}]`;

const STARTS_A_FORMULA = new RegExp(FORMULA_START, 'u');

/** `=1+1` → `'=1+1`. */
export function guarded(cell: string): string {
  return STARTS_A_FORMULA.test(cell) ? `'${cell}` : cell;
}

/** `'=1+1` → `=1+1`: the cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  const bare = cell.slice(1);
  return cell.startsWith("'") && STARTS_A_FORMULA.test(bare) ? bare : cell;
}
