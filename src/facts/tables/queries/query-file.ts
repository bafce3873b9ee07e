/**
 * An export that feeds its table by a query: the rows of the export become the table `source`, and what
 * the query makes of them is kept as a Parquet file, which is read like any other.
 *
 * The tables that are made here (`read_rows`, `source`, `queried`) live while one file is read.
 */
import { join } from 'node:path';
import type { RowOutcome } from '../../../row-outcome.js';
import { assert, problem, type Problem } from '../../../problem.js';
import { quoted, textOf, wholeOf, type Database } from '../../database.js';
import { throwEngineFault } from '../../engine-fault.js';
import { FACT_TABLES } from '../../fact-tables.js';
import type { TableFile } from '../table-file.js';
import type { FactFile } from '../../files/fact-file.js';
import { headerNames } from '../../files/header-of.js';
import { mapCells, mapRows } from '../../sources/file-mapping.js';
import { missingHeaders, statusesUnfiltered, zonesUnstated } from '../../sources/header-checks.js';
import { withoutAbsentFilters } from '../../sources/map-header.js';
import { selectSource } from '../../sources/select-source.js';
import { withDatesOfSheets, type Source } from '../../sources/source.js';
import { forbiddenName } from './check-query.js';
import { followRows, RECORDS } from './follow-rows.js';
import { outputFaults, outputsOf, outputText, type Output } from './query-outputs.js';
import { engineFault, queryProblem, type QueryFault } from './query-problems.js';
import { parseQuery, queryText, type TreeNode } from './query-tree.js';
import type { QueryText } from './read-query.js';
import { RECORD_STEP } from './record-steps.js';

export interface QueriedFile {
  readonly file: TableFile | null;
  readonly problems: readonly Problem[];
  /** What became of the rows of the export that are no row of the query. */
  readonly leftOut: readonly { readonly outcome: RowOutcome; readonly rows: bigint }[];
}

export async function queryFile(
  database: Database,
  export_: FactFile,
  given: Source,
  query: QueryText,
  workFolder: string,
): Promise<QueriedFile> {
  const names = headerNames(export_.header, export_.namesAbove);
  const source = withoutAbsentFilters(given, names);
  const mentioned = names.filter((name) => name !== '' && query.text.includes(name));
  const faults = [
    ...missingHeaders(export_.file, source, names),
    ...zonesUnstated(export_.file, source, mentioned),
  ];
  if (faults.length > 0) return { file: null, problems: faults, leftOut: [] };
  const warnings = statusesUnfiltered(export_.file, source, names, mentioned);
  try {
    const headers = await readRows(database, export_, source, names);
    const made = await runQuery(database, query.text, headers, export_.file, source.queryMinutes);
    if ('case' in made) return failed(queryProblem(query.file, made));
    const outputs = await outputsOf(database);
    const wrong = outputFaults(outputs, source).map((fault) => queryProblem(query.file, fault));
    if (wrong.length > 0) return { file: null, problems: wrong, leftOut: [] };
    const fed = outputs.filter(({ name }) => name in FACT_TABLES[source.table].columns);
    const broken = await brokenRows(database, export_.file);
    const leftOut = await countRows(database);
    const path = join(workFolder, `${export_.sha256}-${source.table}-${source.position}.parquet`);
    await keepRows(database, fed, source, path);
    return {
      file: queried(export_, source, fed, path),
      problems: [...warnings, ...broken],
      leftOut,
    };
  } finally {
    await database.run(
      'DROP TABLE IF EXISTS read_rows; DROP TABLE IF EXISTS source; DROP TABLE IF EXISTS queried',
    );
  }
}

function failed(found: Problem): QueriedFile {
  return { file: null, problems: [found], leftOut: [] };
}

/** Makes `source`; gives the names of its columns, which differ in more than the case of their letters. */
async function readRows(
  database: Database,
  file: FactFile,
  source: Source,
  names: readonly string[],
): Promise<string[]> {
  const seen = new Map<string, number>([['record', 1]]);
  const columns = names.flatMap((name, at) => {
    if (name === '') return [];
    const times = (seen.get(name.toLowerCase()) ?? 0) + 1;
    seen.set(name.toLowerCase(), times);
    return [{ at, name: times === 1 ? name : `${name}.${times}` }];
  });
  const cells = columns.map(({ at, name }) => `c${at} AS "${name.replaceAll('"', '""')}"`);
  await database.run(`CREATE TEMP TABLE read_rows AS ${selectSource(file, mapRows(source, names))};
    CREATE TEMP TABLE source AS SELECT ${['record', ...cells].join(', ')} FROM read_rows
      WHERE left_out IS NULL AND NOT broken`);
  return columns.map(({ name }) => name);
}

/** Makes `queried`, whose rows know their records. */
async function runQuery(
  database: Database,
  text: string,
  headers: readonly string[],
  file: string,
  minutes: number,
): Promise<QueryFault | { readonly isMade: true }> {
  const parsed = await parseQuery(database, text);
  if ('fault' in parsed) return { case: parsed.fault, near: parsed.near } as QueryFault;
  const tree = parsed;
  const forbidden = await forbiddenName(database, tree, headers);
  if (forbidden !== null) return { case: 'forbidden', ...forbidden };
  const followed = await followRows(database, tree);
  const error = followed === null ? null : await makeRows(database, followed, minutes);
  if (followed !== null && error === null) return { isMade: true };
  const errorAsWritten = error === TOO_LONG ? error : await makeRows(database, tree, minutes);
  if (errorAsWritten === TOO_LONG) return { case: 'too-long', export: file, minutes };
  if (errorAsWritten !== null) return engineFault(errorAsWritten, file, headers);
  return (await followByHand(database)) ? { isMade: true } : { case: 'not-followed' };
}

const TOO_LONG = Symbol('the query took longer than it may');

/** What is wrong with it: what the engine throws, or that it took too long. */
async function makeRows(database: Database, tree: TreeNode, minutes: number): Promise<unknown> {
  const sql = await queryText(database, tree);
  try {
    const make = `CREATE TEMP TABLE queried AS SELECT * FROM (${sql})`;
    return (await database.runWithin(minutes, make)) ? null : TOO_LONG;
  } catch (error) {
    throwEngineFault(error);
    return error;
  }
}

/** Whether the query says itself which rows it made a row of: `record`, or the list `records`. */
async function followByHand(database: Database): Promise<boolean> {
  const outputs = await outputsOf(database);
  const own =
    outputs.find(({ name }) => name === 'records') ?? outputs.find(({ name }) => name === 'record');
  if (own === undefined) return false;
  const records = own.name === 'records' ? 'records::BIGINT[]' : 'list_value(record::BIGINT)';
  await database.run(`ALTER TABLE queried ADD COLUMN ${RECORDS} BIGINT[];
    UPDATE queried SET ${RECORDS} = ${records}`);
  return true;
}

async function brokenRows(database: Database, file: string): Promise<Problem[]> {
  const rows = await database.rows(
    `SELECT record FROM read_rows WHERE broken AND left_out IS NULL ORDER BY record`,
  );
  return rows.map((row) =>
    problem('row-broken', { file, record: Number(wholeOf(row, 'record')) }, { case: 'fact' }),
  );
}

/** The rows of the export by what became of them; those of the query are not among them. */
async function countRows(database: Database): Promise<QueriedFile['leftOut']> {
  const [counted] = await database.rows(`
    WITH used AS (SELECT list_min(${RECORDS}) AS first, ${RECORDS} AS records FROM queried)
    SELECT (SELECT count(*) FROM read_rows) AS all_rows, (SELECT count(*) FROM source) AS asked,
      (SELECT count(DISTINCT first) FROM used) AS fed,
      (SELECT count(DISTINCT record) FROM (SELECT unnest(records) AS record FROM used)) AS used`);
  assert(counted !== undefined, 'rows are counted');
  const count = (name: string): bigint => wholeOf(counted, name);
  const atReading = (
    await database.rows(`SELECT coalesce(left_out, 'rejected') AS outcome, count(*) AS row_count
      FROM read_rows WHERE left_out IS NOT NULL OR broken GROUP BY ALL ORDER BY ALL`)
  ).map((row) => ({
    outcome: textOf(row, 'outcome') as RowOutcome,
    rows: wholeOf(row, 'row_count'),
  }));
  const byQuery: QueriedFile['leftOut'] = [
    { outcome: 'source_query', rows: count('asked') - count('used') },
    { outcome: 'source_joined', rows: count('used') - count('fed') },
  ];
  const leftOut = [...atReading, ...byQuery].filter(({ rows }) => rows > 0n);
  const told = leftOut.reduce((sum, { rows }) => sum + rows, count('fed'));
  assert(told === count('all_rows'), 'each row of the export is fed, joined or left out');
  return leftOut;
}

/** The rows of the query as text, each under the first record that it was made of. */
async function keepRows(
  database: Database,
  outputs: readonly Output[],
  source: Source,
  path: string,
): Promise<void> {
  const cells = outputs.map((output) => `${outputText(output, source)} AS ${output.name}`);
  const names = outputs.map(({ name }) => name);
  await database.run(`COPY (SELECT first + ${RECORD_STEP} * (row_number() OVER (PARTITION BY first ORDER BY ${names.join(', ')}) - 1) AS record,
      ${names.join(', ')} FROM (SELECT list_min(${RECORDS}) AS first, ${cells.join(', ')} FROM queried)
    ORDER BY first, ${names.join(', ')}) TO ${quoted(path)} (FORMAT parquet)`);
}

/** The file that the query made, read as if its columns were those of an export. */
function queried(
  file: FactFile,
  source: Source,
  outputs: readonly Output[],
  path: string,
): TableFile {
  const names = outputs.map(({ name }) => name);
  const header = ['record', ...names];
  const read: Source = {
    ...(file.isWorkbook ? withDatesOfSheets(source) : source),
    columns: Object.fromEntries(names.map((name) => [name, [name]])),
    reading: { ...source.reading, rowsBelowHeader: 0 },
    ...{ skipWhereBlank: [], skipWhereZero: [], skipWhere: {}, keepWhere: {} },
  };
  const mapping = { ...mapCells(read, header, (name) => header.indexOf(name)), recordAt: 0 };
  const types = ['BIGINT', ...names.map(() => 'VARCHAR')];
  const made = { path, header, types, packing: 'none', headers: new Map(), mapping } as const;
  return { ...file, ...made, unnamedColumns: 0 };
}
