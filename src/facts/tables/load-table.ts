/** One fact table, from the files of the input folder to rows that are checked. */
import { append } from '../../append.js';
import type { Database } from '../database.js';
import { FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { findFactFiles } from '../files/find-fact-files.js';
import { inspectFile } from '../files/inspect-file.js';
import { findSourceFiles } from '../sources/find-source-files.js';
import type { Source } from '../sources/source.js';
import { AS_IT_IS } from '../files/text-reading.js';
import { joinLines } from './join-lines.js';
import { leaveOutUnknownMerchants } from './leave-out-unknown-merchants.js';
import { loadFacts, type LoadedFacts } from './load-facts.js';
import { rejectRoundedIds } from './reject-rounded-ids.js';
import { rejectTotals } from './reject-totals.js';
import { resolveKeys } from './resolve-keys.js';
import { tableFile, type TableFile } from './table-file.js';

export interface TableInput {
  readonly inputFolder: string;
  /** For text that is rewritten. */
  readonly workFolder: string;
  /** Every file of the input folder. */
  readonly present: readonly string[];
  readonly sources: readonly Source[];
}

export interface LoadedTable extends LoadedFacts {
  readonly files: readonly TableFile[];
  /** The files that sources read, readable or not. */
  readonly readBySources: Iterable<string>;
  /** Whether no file was found that might hold the table. */
  readonly isMissing: boolean;
}

/** Reads what the sources feed, and beside it what goes by the table's plain names. */
export async function loadTable(
  database: Database,
  name: FactTableName,
  { inputFolder, workFolder, present, sources }: TableInput,
): Promise<LoadedTable> {
  const table = FACT_TABLES[name];
  const fed = findSourceFiles(present, sources, name);
  const fedFiles = new Set(fed.files.map(({ file }) => file));
  const plain = await findFactFiles(inputFolder, name, fedFiles);
  const readings = [...fed.files, ...plain.files.map((file) => ({ file, source: null }))];
  const problems = [...fed.problems, ...plain.problems];
  const isMissing = readings.length === 0 && problems.length === 0;
  const files: TableFile[] = [];
  for (const { file, source } of readings) {
    const reading = source?.reading ?? AS_IT_IS;
    const isPlain = source === null;
    const inspected = await inspectFile(database, inputFolder, file, reading, workFolder, isPlain);
    append(problems, inspected.problems);
    if (inspected.file === null) continue;
    const fitted = tableFile(inspected.file, table, source);
    append(problems, fitted.problems);
    if (fitted.file !== null) files.push(fitted.file);
  }
  const loaded = await loadFacts(database, table, files);
  append(problems, loaded.problems);
  append(problems, await rejectRoundedIds(database, table));
  append(problems, await rejectTotals(database, table));
  append(problems, await joinLines(database, table, readings));
  append(problems, await resolveKeys(database, table));
  append(problems, await leaveOutUnknownMerchants(database, table));
  return { ...loaded, problems, files, readBySources: fedFiles, isMissing };
}
