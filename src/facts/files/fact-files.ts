/** Finds the files of a fact table, and reads of each what the engine cannot be trusted with. */
import { createWriteStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoderStream } from 'node:stream/web';
import { errorMessage } from '../../error-message.js';
import { fileIdentity, type IdentifiedFile } from '../../reference/file-identity.js';
import { namedColumns } from '../../reference/named-columns.js';
import { problem, type Problem } from '../../problem.js';
import { quotedPath, textOf, type Database } from '../database.js';
import { headerOf, headerProblems } from './fact-header.js';
import { headOf } from './file-head.js';
import type { FactTable } from '../tables/fact-schema.js';
import type { FileMapping } from '../sources/source-cells.js';
import { mapHeader } from '../sources/source-files.js';
import type { Source } from '../sources/source.js';
import { linesAbove, withoutLines } from './preamble.js';
import { textBytes } from './text-bytes.js';
import { digestText, type TextDigest } from './text-digest.js';
import { nulByte, openQuote, zstdFault, zstdHead } from './zstd-text.js';

export const FACT_FILE_ENDINGS = ['.csv', '.csv.gz', '.csv.zst', '.parquet'];

/** A file of facts that is fit to be read by the engine. */
export interface FactFile extends IdentifiedFile {
  /** What the engine reads: the file itself, or its text in UTF-8. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** Whether a quote may stand in it; without one the engine may read it in pieces at once. */
  readonly hasQuotes: boolean;
  /** Whether a cell may begin or end with a blank, and has to be trimmed. */
  readonly hasOuterBlanks: boolean;
  /** Lines that the engine skips before the header. */
  readonly linesAboveHeader: number;
  /** The trimmed header in the file's order. */
  readonly header: readonly string[];
  /** How many columns without a name follow those of the header. */
  readonly unnamedColumns: number;
  /** The engine's type of each column of a Parquet file; null where all is text. */
  readonly types: readonly string[] | null;
  /** How an export feeds the table; null where the header names the table's own columns. */
  readonly mapping: FileMapping | null;
}

type KnownFile = Omit<FactFile, 'header' | 'unnamedColumns' | 'types' | 'mapping'>;

/**
 * The files of a table by its plain names: `orders.csv`, `orders.csv.gz`, …, or a folder `orders/`.
 * What a source reads into the table is left to it.
 */
export async function findFactFiles(
  inputFolder: string,
  table: string,
  readBySources: ReadonlySet<string>,
): Promise<{ files: string[]; problems: Problem[] }> {
  const entries = new Set(await readdir(inputFolder));
  const found = FACT_FILE_ENDINGS.map((ending) => table + ending).filter(
    (name) => entries.has(name) && !readBySources.has(name),
  );
  if (entries.has(table) && (await stat(join(inputFolder, table))).isDirectory()) found.push(table);
  if (found.length > 1) {
    return {
      files: [],
      problems: [
        problem('table-doubled', { file: found.join(', ') }, { table, times: found.length }),
      ],
    };
  }
  if (found[0] !== table) return { files: found, problems: [] };
  const isFed = (name: string): boolean =>
    [...readBySources].some((file) => `${file}/`.startsWith(`${table}/${name}/`));
  const parts = (await readdir(join(inputFolder, table))).filter(
    (name) => !name.startsWith('.') && !isFed(name),
  );
  const strange = parts.filter(
    (name) => !FACT_FILE_ENDINGS.some((ending) => name.endsWith(ending)),
  );
  return {
    files: parts.sort().map((name) => `${table}/${name}`),
    problems: strange.map((name) => strangeFile(`${table}/${name}`)),
  };
}

function strangeFile(file: string): Problem {
  return problem('file-unreadable', { file }, { case: 'kind', endings: FACT_FILE_ENDINGS });
}

/** Into which table a file is read, and by which source; null where it names the table's own columns. */
export interface Reading {
  readonly table: FactTable;
  readonly source: Source | null;
}

/** Checks one file, and rewrites its text into `workFolder` where the engine cannot read it as it is. */
export async function inspectFactFile(
  database: Database,
  inputFolder: string,
  file: string,
  reading: Reading,
  workFolder: string,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  if (!FACT_FILE_ENDINGS.some((ending) => file.endsWith(ending))) {
    return failed(strangeFile(file));
  }
  const path = join(inputFolder, file);
  const linesAboveHeader = reading.source?.skipLines ?? 0;
  let known: KnownFile;
  let digest: TextDigest;
  try {
    const identity = await fileIdentity(path);
    digest = await digestText(path, linesAboveHeader);
    const { sha256, size } = digest;
    const isText = file.endsWith('.csv');
    const hasQuotes = digest.hasQuotes || !isText;
    const hasOuterBlanks = digest.hasOuterBlanks || !isText || !digest.isUtf8;
    const text = { hasQuotes, hasOuterBlanks, linesAboveHeader: 0 };
    known = { file, path, sha256, size, identity, ...text };
  } catch (error) {
    const reason = errorMessage(error);
    return failed(problem('file-unreadable', { file }, { case: 'system', reason }));
  }
  if (file.endsWith('.parquet')) return inspectParquet(database, known, reading);
  if (file.endsWith('.zst')) {
    const fault = await zstdFault(database, path, file, linesAboveHeader);
    if (fault !== null) return failed(fault);
    const head = await zstdHead(database, path, linesAboveHeader + 1);
    if (isQuoted(head, linesAboveHeader))
      return failed(problem('quoting-broken', { file }, { case: 'above-header' }));
    return withHeader({ ...known, linesAboveHeader }, head, reading);
  }
  if (digest.hasNul) return failed(nulByte(file));
  if (digest.endsInQuotes) return failed(openQuote(file));
  const head = await headOf(path);
  if (digest.isUtf8 && digest.hasOneLineEnd && !isQuoted(head, linesAboveHeader)) {
    return withHeader({ ...known, linesAboveHeader }, head, reading);
  }
  const rewritten = await rewrite(path, digest, linesAboveHeader, workFolder);
  if (rewritten === null) {
    return failed(problem('encoding-unknown', { file }, { case: 'neither' }));
  }
  return withHeader({ ...known, path: rewritten }, await headOf(rewritten), reading);
}

function isQuoted(head: string, lines: number): boolean {
  return linesAbove(head, lines).includes('"');
}

function failed(fault: Problem): { file: null; problems: Problem[] } {
  return { file: null, problems: [fault] };
}

async function inspectParquet(
  database: Database,
  known: KnownFile,
  reading: Reading,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  const columns = await database
    .rows(`DESCRIBE SELECT * FROM read_parquet(${quotedPath(known.path)})`)
    .catch(() => null);
  if (columns === null) {
    return failed(problem('file-unreadable', { file: known.file }, { case: 'not-parquet' }));
  }
  const header = columns.map((row) => textOf(row, 'column_name'));
  const types = columns.map((row) => textOf(row, 'column_type'));
  return withColumns({ ...known, header, unnamedColumns: 0, types }, reading);
}

function withHeader(
  known: KnownFile,
  head: string,
  reading: Reading,
): { file: FactFile | null; problems: Problem[] } {
  const header = headerOf(head.slice(linesAbove(head, known.linesAboveHeader).length));
  if (header === undefined) {
    return failed(problem('quoting-broken', { file: known.file }, { case: 'header' }));
  }
  const isOwn = reading.source === null;
  const named = isOwn ? namedColumns(header) : header;
  const unnamedColumns = header.length - named.length;
  return withColumns({ ...known, header: named, unnamedColumns, types: null }, reading);
}

function withColumns(
  file: Omit<FactFile, 'mapping'>,
  { table, source }: Reading,
): { file: FactFile | null; problems: Problem[] } {
  const { mapping, problems } =
    source === null
      ? { mapping: null, problems: headerProblems(file.file, file.header, table) }
      : mapHeader(file.file, source, file.header);
  return { file: problems.length > 0 ? null : { ...file, mapping }, problems };
}

/** The file from its header on, in UTF-8 with line feeds alone; null where its text is in no known encoding. */
async function rewrite(
  path: string,
  digest: TextDigest,
  linesAboveHeader: number,
  workFolder: string,
): Promise<string | null> {
  const target = join(workFolder, `${digest.sha256}-${linesAboveHeader}.csv`);
  const source = Readable.from(textBytes(path));
  try {
    const decoder = new TextDecoderStream(digest.isUtf8 ? 'utf-8' : 'gb18030', { fatal: true });
    const decoded = Readable.toWeb(source).pipeThrough(decoder);
    const below = withoutLines(linesAboveHeader);
    await pipeline(decoded, lineFeedsAlone, below, createWriteStream(target));
    return target;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** Each line end as one line feed. A carriage return at the end of a piece waits for the next piece. */
async function* lineFeedsAlone(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let waiting = '';
  for await (const piece of pieces) {
    const text = waiting + piece;
    waiting = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - waiting.length).replace(/\r\n?/g, '\n');
  }
  yield waiting === '' ? '' : '\n';
}
