/** A file of the input folder, and how its rows come into their table. */
import type { Problem } from '../../problem.js';
import type { InputFile } from '../../reference/file-identity.js';
import type { Database } from '../database.js';
import { FACT_TABLES } from '../fact-tables.js';
import { inspectFile } from '../files/inspect-file.js';
import { AS_IT_IS } from '../files/text-reading.js';
import { queryFile } from './queries/query-file.js';
import { readQuery } from './queries/read-query.js';
import type { Source } from '../sources/source.js';
import type { FactTableName } from '../fact-tables.js';
import type { LeftOutRows } from './load-facts.js';
import { tableFile, type TableFile } from './table-file.js';

/** What a file is read with. */
export interface FilesIn {
  readonly inputFolder: string;
  /** For text that is rewritten, and for what queries make. */
  readonly workFolder: string;
  /** Every file of the input folder. */
  readonly present: readonly string[];
}

export interface FittedFile {
  /** null where a problem says why it cannot be read. */
  readonly file: TableFile | null;
  readonly problems: readonly Problem[];
  /** Rows that are no row of what a query makes of the file. */
  readonly leftOut: readonly LeftOutRows[];
  /** The query's own file, where one is read. */
  readonly query: InputFile | null;
}

/** `source`: what reads the file; null where it is the table's by its plain name. */
export async function fitFile(
  database: Database,
  table: FactTableName,
  file: string,
  source: Source | null,
  { inputFolder, workFolder, present }: FilesIn,
): Promise<FittedFile> {
  const reading = source?.reading ?? AS_IT_IS;
  const isPlain = source === null;
  const inspected = await inspectFile(database, inputFolder, file, reading, workFolder, isPlain);
  const nothing = { file: null, leftOut: [], query: null };
  if (inspected.file === null) return { ...nothing, problems: inspected.problems };
  if (source === null || source.query === null) {
    const fitted = tableFile(inspected.file, FACT_TABLES[table], source);
    const problems = [...inspected.problems, ...fitted.problems];
    return { ...nothing, file: fitted.file, problems };
  }
  const query =
    source.presetQuery === null
      ? await readQuery(inputFolder, present, source.query)
      : { file: source.query, text: source.presetQuery, read: null };
  if ('code' in query) return { ...nothing, problems: [...inspected.problems, query] };
  const made = await queryFile(database, inspected.file, source, query, workFolder);
  return {
    file: made.file,
    problems: [...inspected.problems, ...made.problems],
    leftOut: made.leftOut.map((left) => ({ ...left, file })),
    query: query.read,
  };
}
