/** A month that the input no longer holds cannot be compared with what was published for it. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { AccountedRows } from '../facts/usage/account-for-rows.js';
import type { Facts } from '../facts/facts.js';
import { batchPlace } from '../ledger/batch-place.js';
import { listBatches } from '../ledger/list-batches.js';
import { problem, type Problem } from '../problem.js';
import type { RowOutcome } from '../row-outcome.js';

/** Refunds and attributions follow the orders. */
const TABLES = ['shifts', 'consultations', 'orders'];

const NOT_OF_THE_MONTH: ReadonlySet<string> = new Set<RowOutcome>([
  'other_period',
  'blank_row',
  'exact_duplicate',
  'source_blank',
  'source_zero',
]);

/** The first table of which the input has fewer than half of the month's rows by now; none where it has them. */
export async function rowsGone(
  output: string,
  period: string,
  facts: Pick<Facts, 'accountFor'>,
): Promise<Problem[]> {
  const sequence = (await listBatches(output, period)).at(-1);
  if (sequence === undefined) return [];
  const accounting = join(output, batchPlace(period, sequence), 'row-accounting.csv');
  const before = await publishedRows(accounting);
  const now = rowsByTable(await facts.accountFor(new Set()));
  const table = TABLES.find((one) => (now.get(one) ?? 0n) * 2n < (before.get(one) ?? 0n));
  if (table === undefined) return [];
  const rows = Number(now.get(table) ?? 0n);
  const values = {
    case: 'rows-gone',
    period,
    table,
    rows,
    rowsBefore: Number(before.get(table)),
  } as const;
  return [problem('published-month-differs', { file: period }, values)];
}

async function publishedRows(path: string): Promise<Map<string, bigint>> {
  const read: Pick<AccountedRows, 'table' | 'outcome' | 'rows'>[] = [];
  const lines = createReadStream(path).pipe(parse({ columns: true, bom: true }));
  for await (const line of lines) {
    const { table = '', outcome = '', rows = '0' } = line as Record<string, string>;
    read.push({ table, outcome: outcome as RowOutcome, rows: BigInt(rows) });
  }
  return rowsByTable(read);
}

function rowsByTable(
  accounted: readonly Pick<AccountedRows, 'table' | 'outcome' | 'rows'>[],
): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { table, outcome, rows } of accounted) {
    if (NOT_OF_THE_MONTH.has(outcome)) continue;
    sums.set(table, (sums.get(table) ?? 0n) + rows);
  }
  return sums;
}
