/** Writes the facts of an input folder anew, by merchant: into buckets, or into as many plain files. */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';

type Row = Readonly<Record<string, string>>;
export type Layout = 'buckets' | 'files';

const TABLES = ['shifts', 'consultations', 'orders', 'refunds', 'attributions'];

/** Where the rows of a table in a bucket are written. */
export function fileOf(table: string, bucket: number, layout: Layout): string {
  const name = `${table}/bucket=${String(bucket).padStart(2, '0')}`;
  return layout === 'buckets' ? `${name}/part.csv` : `${name}.csv`;
}

/** Where the rows of a merchant go, those that name an order with its merchant. */
export type BucketOf = (merchantId: string, table: string) => number;
/** What becomes of the rows of a table. */
export type Changes = (table: string, rows: readonly Row[]) => readonly Row[];

/** Writes a copy of `input` into an empty folder. A bucket without a row of a table lacks its file. */
export function writeBuckets(
  input: string,
  folder: string,
  layout: Layout,
  bucketOf: BucketOf,
  changes: Changes = (_, rows) => rows,
): void {
  cpSync(input, folder, { recursive: true });
  const rowsOf = (table: string): Row[] =>
    parse<Row>(readFileSync(join(input, `${table}.csv`), 'utf8'), { bom: true, columns: true });
  const merchants = new Map(rowsOf('orders').map((row) => [row['order_id'], row['merchant_id']]));
  for (const table of TABLES.filter((one) => existsSync(join(input, `${one}.csv`)))) {
    rmSync(join(folder, `${table}.csv`));
    const buckets = new Map<number, Row[]>();
    for (const row of changes(table, rowsOf(table))) {
      const merchant = row['merchant_id'] ?? merchants.get(row['order_id']) ?? '';
      const bucket = bucketOf(merchant, table);
      buckets.set(bucket, [...(buckets.get(bucket) ?? []), row]);
    }
    for (const [bucket, rows] of buckets) {
      const path = join(folder, fileOf(table, bucket, layout));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, stringify(rows, { header: true }));
    }
  }
}
