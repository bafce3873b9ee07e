/** The header of a fact file: its columns in the file's order, or what is wrong with them. */
import { parse } from 'csv-parse/sync';
import { didYouMean } from '../../words/did-you-mean.js';
import { doubledColumns } from '../../reference/doubled-columns.js';
import { told, type Problem } from '../../problem.js';
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
    ...missing.map((name) =>
      told(
        'column-missing',
        place(name),
        `the column ${name} is missing`,
        'add it to the header and to every row',
      ),
    ),
    ...unknown.map((name) =>
      told(
        'column-unknown',
        place(name),
        `the column ${JSON.stringify(name)} is not one of ${names.join(', ')}`,
        didYouMean(name, names, 'take the column out'),
      ),
    ),
    ...doubled.map((name) =>
      told('column-doubled', place(name), `the column ${name} is there twice`, 'keep one of them'),
    ),
  ];
}
