/** Sums that stand below the rows of a sheet or a report, under the name of an agent or an order: they would be counted twice. */
import { problem, type Problem } from '../../problem.js';
import { isOneOf, quoted, textOf, type Database } from '../database.js';
import type { FactTable } from '../fact-tables.js';
import { merchantOf } from './merchant-of.js';
import { firstOfRows, moreRows, placeOf } from './row-place.js';

const TOTALS = [
  ...[
    '合计',
    '总计',
    '小计',
    '汇总',
    '汇总值',
    '平均',
    '平均值',
    '均值',
    '全店汇总值',
    '全店平均值',
  ],
  ...[
    '店铺汇总值',
    '店铺平均值',
    'Total',
    'Totals',
    'Grand Total',
    'Grand total',
    'Subtotal',
    'Average',
  ],
  ...['TOTAL', 'TOTALS', 'GRAND TOTAL', 'SUBTOTAL', 'AVERAGE'],
  ...['total', 'totals', 'grand total', 'subtotal', 'average'],
];

/** In bytes. */
const LENGTHS = [...new Set(TOTALS.map((name) => Buffer.byteLength(name)))];

/** Rows in which an id is the name of a sum are rejected, before ids are compared. */
export async function rejectTotals(database: Database, table: FactTable): Promise<Problem[]> {
  const { name } = table;
  const ids = Object.keys(table.columns).filter((column) =>
    ['shift_id', 'order_id', 'refund_id', 'agent_id'].includes(column),
  );
  // ids are rarely as long as one, and lengths are compared fastest
  const isTotal = (column: string): string =>
    `CASE WHEN list_contains([${LENGTHS.join(', ')}], strlen(${column})) THEN ${isOneOf(column, TOTALS)} ELSE false END`;
  const isFound = `outcome IS NULL AND (${ids.map(isTotal).join(' OR ')})`;
  const firstOf = (value: (column: string) => string): string =>
    `CASE ${ids.map((column) => `WHEN ${isTotal(column)} THEN ${value(column)}`).join(' ')} END`;
  const rows = await database.rows(`SELECT merchant_id, id_column, ${firstOfRows('found')},
      arg_min(value, (found.file, found.record)) AS value
    FROM (SELECT file, record, nullif(${merchantOf(table)}, '') AS merchant_id, ${firstOf(quoted)} AS id_column,
        ${firstOf(String)} AS value FROM ${name} WHERE ${isFound}) AS found
    GROUP BY found.file, id_column, merchant_id ORDER BY file, record`);
  if (rows.length === 0) return [];
  await database.run(`UPDATE ${name} SET outcome = 'rejected' WHERE ${isFound}`);
  return rows.map((row) => {
    const place = { ...placeOf(row), column: textOf(row, 'id_column') };
    return problem('row-total', place, {
      case: 'named',
      cell: textOf(row, 'value'),
      moreRows: moreRows(row),
    });
  });
}
