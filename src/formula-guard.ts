/**
 * What a spreadsheet would take for a formula is written with an apostrophe before it, in every CSV.
 * The patterns are read by the language and by the engine alike.
 */

/** Blanks, controls, marks without a shape, and letters that are drawn as nothing. */
const UNSEEN =
  '\\s\\p{Z}\\p{C}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0';
/** As they are typed, in full width, and in small form: spreadsheets take all of them for the same. */
const SIGNS = '=+@＝＋＠﹦﹢﹫－﹣-';

/** The start of a cell that is guarded; a tab or a line end alone is one too, since it may be dropped. */
export const FORMULA_START = `^(?:[\\t\\r\\n]|[${UNSEEN}]*[${SIGNS}])`;

/** What none of the ids that are joined by commas may have, if the cells can be written as they are. */
export const GUARDED_AMONG_IDS = `(?:^|,)[${UNSEEN}${SIGNS}]`;

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
