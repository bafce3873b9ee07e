/** A problem for each row that the engine finds, however many there are. */
import type { Problem } from '../../problem.js';
import { RowProblems } from '../../row-problems.js';
import type { Database, Row } from '../database.js';

/** SQL over a row with a `merchant_id`: false where its merchant is nobody whom anyone has written down. */
export const OF_KNOWN_MERCHANT =
  'merchant_id IN (SELECT merchant_id FROM merchants) AS is_of_known_merchant';

/** Rows without `is_of_known_merchant` are of known ones. */
export async function problemsOfRows(
  database: Database,
  sql: string,
  problemOf: (row: Row) => Problem,
): Promise<Problem[]> {
  const found = new RowProblems();
  await addProblemsOfRows(found, database, sql, problemOf);
  return found.all();
}

/** The same, into what other files have come to. */
export async function addProblemsOfRows(
  found: RowProblems,
  database: Database,
  sql: string,
  problemOf: (row: Row) => Problem,
): Promise<void> {
  for await (const rows of database.someRows(sql))
    for (const row of rows) found.add(problemOf(row), row['is_of_known_merchant'] !== false);
}
