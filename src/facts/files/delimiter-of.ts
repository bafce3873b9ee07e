/** What stands between the cells of a text, recognised by its header and the rows below it. */
import { parse } from 'csv-parse/sync';

export const DELIMITERS = [',', '\t', ';', '|'] as const;

const SAMPLE_ROWS = 20;

/**
 * The mark that makes most cells of the header, if the rows have as many; otherwise a comma.
 *
 * > `id;amount` over `1;16,66` is separated by `;`: both have two cells.
 */
export function delimiterOf(text: string): string {
  const counts = DELIMITERS.map((delimiter) => [delimiter, cellsByRow(text, delimiter)] as const);
  const headerOf = (cells: readonly number[]): number => cells[0] ?? 0;
  const fits = counts.filter(
    ([, [header = 0, ...rows]]) => header > 1 && rows.every((cells) => cells <= header),
  );
  const [best] = fits.sort(([, left], [, right]) => headerOf(right) - headerOf(left));
  const commas = headerOf(counts[0]?.[1] ?? []);
  return best === undefined || headerOf(best[1]) <= commas ? ',' : best[0];
}

/**
 * Of the first rows, and not of the first lines: a quoted cell may go over several. Rows that the mark cannot
 * divide, or that are cut off at the end of the text, say nothing.
 */
function cellsByRow(text: string, delimiter: string): number[] {
  const rows = parse(text, {
    bom: true,
    delimiter,
    to: SAMPLE_ROWS,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  return rows.map((row) => row.length);
}
