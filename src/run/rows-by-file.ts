/** What became of the rows of each file, as the report shows it. */
import type { AccountedRows } from '../facts/usage/account-for-rows.js';
import { groupBy } from '../group-by.js';
import type { FileRows } from '../output/report/report-data.js';

/** Rows per file and table; what several currencies divide is put together again. */
export function rowsByFile(accounted: readonly AccountedRows[]): FileRows[] {
  const byTable = groupBy(accounted, ({ file, table }) => JSON.stringify([file, table]));
  return [...byTable.values()].map((of) => {
    const { file, table } = of[0];
    const outcomes = [...groupBy(of, ({ outcome }) => outcome)].map(([outcome, parts]) => {
      return { outcome, rows: sumOf(parts) };
    });
    return { file, table, rows: sumOf(of), outcomes };
  });
}

function sumOf(accounted: readonly AccountedRows[]): bigint {
  return accounted.reduce((total, { rows }) => total + rows, 0n);
}
