/** A title above the names of the columns, as people put it over a table in a spreadsheet. */
import { problem, type Problem } from '../problem.js';
import { columnsNamed } from '../words/table-words.js';

/** Whether the header names no column, and the row below it has hardly anything else. */
export function isTitle(
  header: readonly string[],
  below: readonly string[],
  columns: readonly string[],
): boolean {
  const known = (cells: readonly string[]): number =>
    columnsNamed(cells, columns).filter((name) => columns.includes(name)).length;
  const filled = below.filter((cell) => cell !== '').length;
  return known(header) === 0 && known(below) > 1 && 2 * known(below) >= filled;
}

/** `row`: in which a spreadsheet shows the names of the columns. */
export function titleProblem(file: string, header: readonly string[], row: number): Problem {
  const title = header.find((cell) => cell !== '') ?? '';
  return problem('column-missing', { file }, { case: 'title', title, row });
}
