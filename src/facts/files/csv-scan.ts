/** SQL that reads the cells of a CSV as text: the engine never guesses. */
import { quoted, quotedPath } from '../database.js';
import type { FactFile } from './fact-file.js';

/**
 * Each cell is a VARCHAR, a missing one NULL; `beyond_last_column` is a cell too many. Read in pieces
 * at once, a quoted line end would be taken for the end of a row: so only without any quote.
 */
export function csvScan(
  { path, delimiter, packing }: Pick<FactFile, 'path' | 'delimiter' | 'packing'>,
  columns: readonly string[],
  skippedLines: number,
  inPieces: boolean,
): string {
  const names = [...columns, 'beyond_last_column'].map((name) => `${quoted(name)}: 'VARCHAR'`);
  return `read_csv(${quotedPath(path)}, auto_detect = false, hive_partitioning = false, header = false, skip = ${skippedLines},
      columns = {${names.join(', ')}}, delim = ${quoted(delimiter)}, compression = '${packing}', quote = '"', escape = '"', comment = '',
      nullstr = '\u0001NULL', allow_quoted_nulls = false, null_padding = true,
      strict_mode = true, max_line_size = 8388608, parallel = ${String(inPieces)})`;
}

/**
 * SQL for whether all of some trimmed cells are blank: spreadsheets save rows of commas below a table. A CASE,
 * so that most rows are done with after their first cell.
 */
export function areBlank(cells: readonly string[]): string {
  const filled = cells.map((cell) => `WHEN ${cell} <> '' THEN false`);
  return `CASE ${filled.join(' ')} ELSE true END`;
}
