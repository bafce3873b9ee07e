/** Facts that are dated far from their period: a typing error in a year leaves them out without a word. */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database } from '../database.js';
import type { DatedTable } from '../dated-tables.js';
import { firstOfRows, moreRows, placeOf } from '../tables/row-place.js';

const YEARS_MAX = 5;

/** By table: the column of its date, and what of the engine's table holds it. */
const DATES: Readonly<Record<DatedTable, { readonly column: string; readonly moment: string }>> = {
  shifts: { column: 'starts_at', moment: 'starts_at_local' },
  consultations: { column: 'date', moment: 'date_value' },
  orders: { column: 'paid_at', moment: 'paid_at_local' },
  refunds: { column: 'refunded_at', moment: 'refunded_at_local' },
};

/** One warning for each file, at its first such row. */
export async function implausibleDates(
  database: Database,
  { period }: BillingSpan,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const [table, { column, moment }] of Object.entries(DATES)) {
    const isFar = `${moment} < DATE '${period.firstDay}' - INTERVAL ${YEARS_MAX} YEAR
      OR ${moment} >= DATE '${period.lastDay}' + INTERVAL 1 DAY + INTERVAL ${YEARS_MAX} YEAR`;
    const rows = await database.rows(`SELECT ${firstOfRows(table)},
        strftime(arg_min(${moment}, (file, record)), '%Y-%m-%d') AS date
      FROM ${table} WHERE NOT is_faulty AND (${isFar}) GROUP BY ${table}.file ORDER BY 1`);
    for (const row of rows)
      problems.push(
        problem(
          'date-implausible',
          { ...placeOf(row), column },
          {
            date: textOf(row, 'date'),
            period: period.id,
            yearsMax: YEARS_MAX,
            moreRows: moreRows(row),
          },
        ),
      );
  }
  return problems;
}
