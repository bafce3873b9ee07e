/** Names of agents and shifts that documents print as they stand in the facts. */
import { textOf, type Database } from '../database.js';
import { firstOfRows, placeOf } from '../tables/row-place.js';

/** A text that a document prints, and where it first stands. */
export interface PrintedName {
  readonly file: string;
  readonly record: number;
  readonly column: string;
  readonly merchantId: string | null;
  readonly text: string;
}

/** Of billed shifts, those that have more than plain letters, each once for a merchant. */
export async function printedNames(database: Database): Promise<PrintedName[]> {
  const names: PrintedName[] = [];
  for (const column of ['agent_id', 'shift']) {
    const rows =
      await database.rows(`SELECT merchant_id, ${column} AS name, ${firstOfRows('shifts')}
      FROM shifts WHERE outcome = 'billed' AND NOT regexp_full_match(${column}, '[ -~]*')
      GROUP BY merchant_id, ${column} ORDER BY ALL`);
    for (const row of rows) names.push({ ...placeOf(row), column, text: textOf(row, 'name') });
  }
  return names;
}
