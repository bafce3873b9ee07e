/** What is wrong with the header of a file that names a fact table's own columns. */
import { didYouMean } from '../../words/did-you-mean.js';
import { doubledColumns } from '../../reference/doubled-columns.js';
import { told, type Problem } from '../../problem.js';
import type { FactTable } from '../fact-tables.js';

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
