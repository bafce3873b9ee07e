/** One fact table, from the files of the input folder to rows that are checked. */
import { append } from '../../append.js';
import type { Bucket } from '../buckets/find-buckets.js';
import type { Database } from '../database.js';
import { FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { findFactFiles } from '../files/find-fact-files.js';
import { findSourceFiles } from '../sources/find-source-files.js';
import type { Source } from '../sources/source.js';
import type { InputFile } from '../../reference/file-identity.js';
import { fitFile, type FilesIn } from './fit-file.js';
import { joinLines } from './join-lines.js';
import { leaveOutUnknownMerchants } from './leave-out-unknown-merchants.js';
import { loadFacts, type LeftOutRows, type LoadedFacts } from './load-facts.js';
import { rejectDayTotals } from './reject-day-totals.js';
import { rejectRoundedIds } from './reject-rounded-ids.js';
import { rejectTotals } from './reject-totals.js';
import { resolveKeys } from './resolve-keys.js';
import type { TableFile } from './table-file.js';

export interface TableInput extends FilesIn {
  readonly sources: readonly Source[];
  /** The files to read by plain names, where they are not all. */
  readonly bucket?: Bucket | undefined;
}

export interface LoadedTable extends LoadedFacts {
  readonly files: readonly TableFile[];
  /** The queries that were read. */
  readonly queries: readonly InputFile[];
  /** The files that sources read, readable or not. */
  readonly readBySources: Iterable<string>;
  /** By file, the row in which its header stands. */
  readonly headerRows: ReadonlyMap<string, number>;
  /** Whether no file was found that might hold the table. */
  readonly isMissing: boolean;
}

/** Reads what the sources feed, and beside it what goes by the table's plain names. */
export async function loadTable(
  database: Database,
  name: FactTableName,
  { sources, bucket, ...input }: TableInput,
): Promise<LoadedTable> {
  const table = FACT_TABLES[name];
  const fed = findSourceFiles(input.present, sources, name);
  const fedFiles = new Set(fed.files.map(({ file }) => file));
  const plain =
    bucket === undefined
      ? await findFactFiles(input.inputFolder, name, fedFiles)
      : { files: bucket.files.get(name) ?? [], problems: [] };
  const readings = [...fed.files, ...plain.files.map((file) => ({ file, source: null }))];
  const problems = [...fed.problems, ...plain.problems];
  const isMissing =
    bucket === undefined
      ? readings.length === 0 && problems.length === 0
      : !bucket.tables.has(name);
  const files: TableFile[] = [];
  const queries = new Map<string, InputFile>();
  const notMade: LeftOutRows[] = [];
  for (const { file, source } of readings) {
    const fitted = await fitFile(database, name, file, source, input);
    append(problems, fitted.problems);
    append(notMade, fitted.leftOut);
    if (fitted.query !== null) queries.set(fitted.query.file, fitted.query);
    if (fitted.file !== null) files.push(fitted.file);
  }
  const loaded = await loadFacts(database, table, files);
  append(problems, loaded.problems);
  append(problems, await rejectRoundedIds(database, table));
  append(problems, await rejectTotals(database, table));
  append(problems, await rejectDayTotals(database, table));
  append(problems, await joinLines(database, table, readings));
  append(problems, await resolveKeys(database, table));
  append(problems, await leaveOutUnknownMerchants(database, table));
  return {
    ...withRowsNotMade(loaded, notMade),
    problems,
    files,
    queries: [...queries.values()],
    readBySources: [...fedFiles, ...sources.flatMap(({ query }) => query ?? [])],
    headerRows: new Map(files.map(({ file, headerRow }) => [file, headerRow] as const)),
    isMissing,
  };
}

/** Rows of an export that its query made no row of are read too. */
function withRowsNotMade(loaded: LoadedFacts, notMade: readonly LeftOutRows[]): LoadedFacts {
  const rowsRead = new Map(loaded.rowsRead);
  for (const { file, rows } of notMade) rowsRead.set(file, (rowsRead.get(file) ?? 0n) + rows);
  return { ...loaded, rowsRead, leftOut: [...loaded.leftOut, ...notMade] };
}
