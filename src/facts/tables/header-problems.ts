/** What is wrong with the header of a file that names a fact table's own columns. */
import { headerNamesOf } from '../../words/table-words.js';
import { nearestWord } from '../../words/nearest-word.js';
import { doubledColumns } from '../../reference/doubled-columns.js';
import { problem, type Problem } from '../../problem.js';
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
    ...missing.map((name) => problem('column-missing', place(name), { case: 'table' })),
    ...unknown.map((name) =>
      problem('column-unknown', place(name), {
        columns: names,
        nearest: nearestWord(name, headerNamesOf(names)),
      }),
    ),
    ...doubled.map((name) => problem('column-doubled', place(name), { case: 'table' })),
  ];
}
