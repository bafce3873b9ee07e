/**
 * Facts that a warehouse has written by merchant: each fact table a folder of buckets, each bucket a folder
 * of files, such as `orders/bucket=07/part.parquet`. What a bucket is called says nothing of its rows.
 */
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { append } from '../../append.js';
import { problem, type Problem } from '../../problem.js';
import { FACT_TABLE_NAMES, type FactTableName } from '../fact-tables.js';
import { findFactFiles } from '../files/find-fact-files.js';
import { isHidden } from '../files/list-files.js';
import { SOURCES_FILE } from '../sources/source.js';

export interface Bucket {
  /** The folder's name, the same below each table. */
  readonly name: string;
  /** Its files, relative to the input folder; a table that it lacks has no row in it. */
  readonly files: ReadonlyMap<FactTableName, readonly string[]>;
  /** The tables that any bucket has. */
  readonly tables: ReadonlySet<FactTableName>;
}

export interface FoundBuckets {
  /** In order of name. */
  readonly buckets: readonly Bucket[];
  readonly problems: readonly Problem[];
}

/** A fact that lies in no bucket is a problem of the whole run: beside buckets it would be billed in none, or in each. */
export async function findBuckets(inputFolder: string): Promise<FoundBuckets> {
  const problems: Problem[] = [];
  const buckets = new Map<string, Map<FactTableName, readonly string[]>>();
  const tables = new Set<FactTableName>();
  for (const table of FACT_TABLE_NAMES) {
    const found = await findFactFiles(inputFolder, table, new Set());
    append(problems, found.problems);
    for (const path of found.files.filter((file) => !isMark(file))) {
      const files = await filesOfBucket(inputFolder, table, path);
      if (files === null) problems.push(unfit(path, { case: 'file', table }));
      const name = path.slice(table.length + 1);
      const bucket = buckets.get(name) ?? new Map<FactTableName, readonly string[]>();
      buckets.set(name, bucket.set(table, files ?? []));
      tables.add(table);
    }
  }
  if ((await readdir(inputFolder)).includes(SOURCES_FILE))
    problems.push(unfit(SOURCES_FILE, { case: 'sources' }));
  if (tables.size === 0) problems.push(unfit('orders', { case: 'none' }));
  const named = [...buckets].sort(([left], [right]) => (left < right ? -1 : 1));
  return { buckets: named.map(([name, files]) => ({ name, files, tables })), problems };
}

/** null where it is no bucket: a file, or a folder that holds folders. */
async function filesOfBucket(
  inputFolder: string,
  table: FactTableName,
  path: string,
): Promise<string[] | null> {
  if (!path.startsWith(`${table}/`) || !(await lstat(join(inputFolder, path))).isDirectory())
    return null;
  const entries = await readdir(join(inputFolder, path), { withFileTypes: true });
  const shown = entries.filter(({ name }) => !isHidden(name) && !isMark(name));
  if (shown.some((entry) => entry.isDirectory())) return null;
  return shown.map(({ name }) => `${path}/${name}`).sort();
}

/** What a warehouse leaves for itself, such as `_SUCCESS`. */
function isMark(path: string): boolean {
  return path.slice(path.lastIndexOf('/') + 1).startsWith('_');
}

export function unfit(file: string, values: Problem<'buckets-unfit'>['values']): Problem {
  return problem('buckets-unfit', { file }, values);
}
