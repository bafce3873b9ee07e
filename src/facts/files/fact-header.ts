/** The header of a fact file: its columns in the file's order, or what is wrong with them. */
import { parse } from 'csv-parse/sync';
import { nearestWord } from '../../words/nearest-word.js';
import { doubledColumns } from '../../reference/doubled-columns.js';
import { problem, type Problem } from '../../problem.js';
import type { FactTable } from '../tables/fact-schema.js';

/** The trimmed names of the first record of a text; undefined where it cannot be read. */
export function headerOf(head: string): string[] | undefined {
  try {
    const rows = parse(head, { bom: true, to: 1, relax_column_count: true });
    return (rows[0] ?? []).map((name) => name.trim());
  } catch {
    return undefined;
  }
}

/** A column that is missing, unknown or doubled; those of optional cells may be missing. */
export function headerProblems(
  file: string,
  header: readonly string[],
  table: FactTable,
): Problem[] {
  const names = Object.keys(table.columns);
  const place = (column: string): { file: string; column: string } => ({ file, column });
  const missing = names.filter(
    (name) => !header.includes(name) && !table.optionalColumns.includes(name),
  );
  const unknown = header.filter((name) => !names.includes(name));
  const doubled = doubledColumns(header);
  return [
    ...missing.map((name) => problem('column-missing', place(name), { case: 'table' })),
    ...unknown.map((name) =>
      problem('column-unknown', place(name), { columns: names, nearest: nearestWord(name, names) }),
    ),
    ...doubled.map((name) => problem('column-doubled', place(name), { case: 'table' })),
  ];
}
