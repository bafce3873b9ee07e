/** Where rows of facts stand: what a problem about one or many of them shows. */
import { textOf, wholeOf, type Row } from '../database.js';
import { recordOfExport } from './queries/record-steps.js';

/** Where a row stands. */
export function placeOf(row: Row): { file: string; record: number; merchantId: string | null } {
  return {
    file: textOf(row, 'file'),
    record: recordOfExport(wholeOf(row, 'record')),
    merchantId: textOf(row, 'merchant_id') || null,
  };
}

/** The first of some rows, and how many there are: what a problem about many rows shows. */
export function firstOfRows(table: string): string {
  const row = `(${table}.file, ${table}.record)`;
  return `arg_min(${table}.file, ${row}) AS file, arg_min(${table}.record, ${row}) AS record, count(*) AS row_count`;
}

/** How many rows there are beside the one that is shown. */
export function moreRows(row: Row): number {
  return Number(wholeOf(row, 'row_count') - 1n);
}
