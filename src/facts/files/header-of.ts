/** The header of a text: the names of its columns. */
import { parse } from 'csv-parse/sync';

/** The trimmed names of the first record; undefined where it cannot be read. */
export function headerOf(head: string): string[] | undefined {
  try {
    const rows = parse(head, { bom: true, to: 1, relax_column_count: true });
    return (rows[0] ?? []).map((name) => name.trim());
  } catch {
    return undefined;
  }
}
