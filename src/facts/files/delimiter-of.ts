/** What stands between the cells of a text, recognised by its header and the rows below it. */
import { parse } from 'csv-parse/sync';

export const DELIMITERS = [',', '\t', ';', '|'] as const;

const SAMPLE_LINES = 20;

/**
 * The mark that makes most cells of the header, if the rows have as many; otherwise a comma.
 *
 * > `id;amount` over `1;16,66` is separated by `;`: both have two cells.
 */
export function delimiterOf(text: string): string {
  const lines = text.split(/\r\n?|\n/).slice(0, SAMPLE_LINES + 1);
  const whole = lines.slice(0, SAMPLE_LINES).join('\n');
  const counts = DELIMITERS.map((delimiter) => [delimiter, cellsByRow(whole, delimiter)] as const);
  const headerOf = (cells: readonly number[]): number => cells[0] ?? 0;
  const fits = counts.filter(
    ([, [header = 0, ...rows]]) => header > 1 && rows.every((cells) => cells <= header),
  );
  const [best] = fits.sort(([, left], [, right]) => headerOf(right) - headerOf(left));
  const commas = headerOf(counts[0]?.[1] ?? []);
  return best === undefined || headerOf(best[1]) <= commas ? ',' : best[0];
}

function cellsByRow(text: string, delimiter: string): number[] {
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return rows.map((row) => row.length);
  } catch {
    return [];
  }
}
