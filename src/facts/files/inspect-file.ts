/** Checks one file of facts, and reads of it what the engine cannot be trusted with: its hash, its encoding, its header. */
import { isAscii } from 'node:buffer';
import { join } from 'node:path';
import { errorMessage } from '../../error-message.js';
import { pathKind } from '../../path-kind.js';
import { fileIdentity } from '../../reference/file-identity.js';
import { isMarkup, markupProblem } from '../../reference/markup.js';
import { assertFitInput, UnfitInput, unreadableInput } from '../../reference/unfit-input.js';
import { encodingOf } from '../../reference/text-encoding.js';
import type { ProblemValues } from '../../problem-values.js';
import { problem, type Problem } from '../../problem.js';
import { throwFaultOfWork } from '../../system-fault.js';
import { quotedPath, textOf, type Database } from '../database.js';
import { throwEngineFault } from '../engine-fault.js';
import { delimiterOf } from './delimiter-of.js';
import { FACT_FILE_ENDINGS, hasFactEnding, type FactFile, type Packing } from './fact-file.js';
import { kindOf } from './file-kind.js';
import { headOf } from './head-of.js';
import { headerOf, isOverLines } from './header-of.js';
import { linesAbove, linesToHeader } from './lines-above.js';
import { rewriteText } from './rewrite-text.js';
import { digestText, type TextDigest } from './text-digest.js';
import type { NamedEncoding, TextReading } from './text-reading.js';
import { nulByte, openQuote } from './text-problems.js';
import { writeSheetText } from './write-sheet-text.js';
import { zstdFault, zstdHead } from './zstd-text.js';

const HEAD_LINES = 21;

export interface InspectedFile {
  /** null where a problem says why it cannot be read. */
  readonly file: FactFile | null;
  readonly problems: readonly Problem[];
}

/** Before its header is read. */
type KnownFile = Omit<
  FactFile,
  'header' | 'namesAbove' | 'types' | 'delimiter' | 'headerRow' | 'belowHeader'
>;

/**
 * Rewrites its text into `workFolder` where the engine cannot read it as it is. A file of a table's own
 * name (`isPlain`) has one of the known endings; of an export the content alone says what it is.
 */
export async function inspectFile(
  database: Database,
  inputFolder: string,
  name: string,
  reading: TextReading,
  workFolder: string,
  isPlain: boolean,
): Promise<InspectedFile> {
  const { header } = reading;
  const inspected = await inspectAsItIs(database, inputFolder, name, reading, workFolder, isPlain);
  const { file, problems } = inspected;
  if (file === null || header === null || file.types !== null) return inspected;
  // its first line is a row: the header would be the line above it
  const linesAboveHeader = file.linesAboveHeader - 1;
  const headerRow = file.headerRow - 1;
  return { file: { ...file, header, namesAbove: [], linesAboveHeader, headerRow }, problems };
}

async function inspectAsItIs(
  database: Database,
  inputFolder: string,
  file: string,
  reading: TextReading,
  workFolder: string,
  isPlain: boolean,
): Promise<InspectedFile> {
  if (isPlain && !hasFactEnding(file)) return strangeFile(file);
  const path = join(inputFolder, file);
  try {
    await assertFitInput(inputFolder, file);
    const kind = await kindOf(path);
    if (kind !== 'parquet' && file.toLowerCase().endsWith('.parquet')) return noParquet(file);
    const packing: Packing = kind === 'gzip' || kind === 'zstd' ? kind : 'none';
    const { linesAboveHeader } = reading;
    const known = {
      ...{ file, path, linesAboveHeader, packing, identity: await fileIdentity(path) },
      ...{ sha256: '', size: 0, hasQuotes: true, hasOuterBlanks: true, isWorkbook: false },
    } as const;
    if (kind === 'text' || kind === 'gzip') return await inspectText(known, reading, workFolder);
    const { sha256, size } = await digestText(path, 'none', 0, ',');
    if (kind === 'workbook') {
      return await inspectWorkbook({ ...known, sha256, size }, reading, workFolder);
    }
    if (kind === 'zstd') return await inspectZstd(database, { ...known, sha256, size }, reading);
    return await inspectParquet(database, { ...known, sha256, size });
  } catch (error) {
    throwEngineFault(error);
    throwFaultOfWork(error, workFolder);
    if (error instanceof UnfitInput) return failed(unreadableInput(file, error));
    const reason = errorMessage(error);
    return failed(problem('file-unreadable', { file }, { case: 'system', reason }));
  }
}

/** Its sheet becomes a text first; a file that feeds two tables is written once, and told once. */
async function inspectWorkbook(
  known: KnownFile,
  reading: TextReading,
  workFolder: string,
): Promise<InspectedFile> {
  const { sha256, size, file } = known;
  const { sheet, linesAboveHeader, decimalMark } = reading;
  const marks = decimalMark === '.' ? 'point' : 'comma';
  const name = `${sha256}-${encodeURIComponent(sheet ?? '')}-${linesAboveHeader}-${marks}.sheet.csv`;
  const path = join(workFolder, name);
  const written =
    (await pathKind(path)) === 'file'
      ? { isWritten: true, problems: [] }
      : await writeSheetText(known.path, file, { sheet, linesAboveHeader, decimalMark }, path);
  if (!written.isWritten) return { file: null, problems: written.problems };
  const asText = { ...reading, delimiter: ',', encoding: 'utf-8' } as const;
  const { file: found, problems } = await inspectText(
    { ...known, path, isWorkbook: true },
    asText,
    workFolder,
  );
  return {
    file: found === null ? null : { ...found, sha256, size },
    problems: [...written.problems, ...problems],
  };
}

async function inspectParquet(database: Database, known: KnownFile): Promise<InspectedFile> {
  const columns = await database
    .rows(
      `DESCRIBE SELECT * FROM read_parquet(${quotedPath(known.path)}, hive_partitioning = false)`,
    )
    .catch((error: unknown) => {
      throwEngineFault(error);
      return null;
    });
  if (columns === null) {
    return noParquet(known.file);
  }
  const header = columns.map((row) => textOf(row, 'column_name'));
  const types = columns.map((row) => textOf(row, 'column_type'));
  const belowHeader = { cells: [], row: 2 };
  const named = { ...known, headerRow: 1, header, namesAbove: [], belowHeader };
  return { file: { ...named, types, delimiter: ',' }, problems: [] };
}

async function inspectZstd(
  database: Database,
  known: KnownFile,
  reading: TextReading,
): Promise<InspectedFile> {
  const { path, file } = known;
  const head = await zstdHead(database, path, known.linesAboveHeader + HEAD_LINES);
  const linesAboveHeader = linesToHeader(head, known.linesAboveHeader);
  const delimiter = reading.delimiter ?? delimiterOf(belowLines(head, linesAboveHeader));
  const fault = await zstdFault(database, path, file, linesAboveHeader, delimiter);
  if (fault !== null) return { file: null, problems: [fault] };
  if (isQuoted(head, linesAboveHeader)) return quotedPreamble(file);
  return withHeader({ ...known, linesAboveHeader }, head, delimiter);
}

async function inspectText(
  known: KnownFile,
  reading: TextReading,
  workFolder: string,
): Promise<InspectedFile> {
  const { path, file, packing } = known;
  const bytes = await headOf(path, packing);
  const judged = reading.encoding ?? encodingOf(bytes);
  if (judged === 'unsure' || judged === 'neither') {
    return failed(problem('encoding-unknown', { file }, { case: judged }));
  }
  const head = new TextDecoder(judged).decode(bytes, { stream: true });
  if (isMarkup(head)) return failed(markupProblem(file));
  const linesAboveHeader = linesToHeader(head, known.linesAboveHeader);
  const delimiter = reading.delimiter ?? delimiterOf(belowLines(head, linesAboveHeader));
  const digest = await digestText(path, packing, linesAboveHeader, delimiter);
  const isOther = judged === 'utf-8' && !digest.isUtf8;
  // the first bytes may be ASCII alone; of UTF-8 that is damaged further below GB18030 would make nonsense
  if (isOther && !(reading.encoding === null && isAscii(bytes))) {
    return failed(problem('encoding-unknown', { file }, notUtf8(reading.encoding)));
  }
  const encoding = isOther ? 'gb18030' : judged;
  const { sha256, size } = digest;
  const digested = { ...known, sha256, size, linesAboveHeader };
  if (encoding !== 'utf-8') {
    return inspectRewritten(digested, encoding, head, delimiter, workFolder);
  }
  const fault = textFault(file, digest);
  if (fault !== null) return { file: null, problems: [fault] };
  // behind a mark the engine takes the first quote for no quote, and skips half of such a header
  const isHalfSkipped = isMarked(bytes) && isOverLines(head, delimiter);
  const isReadAsItIs = digest.hasOneLineEnd && !digest.hasBlankLines && !isHalfSkipped;
  if (!isReadAsItIs || isQuoted(head, linesAboveHeader)) {
    return inspectRewritten(digested, encoding, head, delimiter, workFolder);
  }
  const isText = packing === 'none';
  const hasQuotes = digest.hasQuotes || !isText;
  const hasOuterBlanks = digest.hasOuterBlanks || !isText;
  return withHeader({ ...digested, hasQuotes, hasOuterBlanks }, head, delimiter);
}

function notUtf8(named: NamedEncoding | null): ProblemValues['encoding-unknown'] {
  return named === null ? { case: 'neither' } : { case: 'not-so', encoding: named };
}

/** The text in UTF-8 from its header on. */
async function inspectRewritten(
  known: KnownFile,
  encoding: NamedEncoding,
  head: string,
  delimiter: string,
  workFolder: string,
): Promise<InspectedFile> {
  const { file, linesAboveHeader } = known;
  const path = await rewriteText(known, encoding, linesAboveHeader, delimiter, workFolder);
  if (path === null) {
    const values =
      encoding === 'gb18030'
        ? ({ case: 'neither' } as const)
        : ({ case: 'not-so', encoding } as const);
    return failed(problem('encoding-unknown', { file }, values));
  }
  const digest = await digestText(path, 'none', 0, delimiter);
  const fault = textFault(file, digest);
  if (fault !== null) return { file: null, problems: [fault] };
  const { hasQuotes, hasOuterBlanks } = digest;
  const text = { ...known, path, packing: 'none', hasQuotes, hasOuterBlanks } as const;
  const header = withHeader(text, head, delimiter);
  const cut = header.file === null ? null : { ...header.file, linesAboveHeader: 0 };
  return { ...header, file: cut };
}

/** Whether the byte-order mark of UTF-8 stands before it. */
function isMarked(bytes: Buffer): boolean {
  return bytes.subarray(0, 3).equals(Buffer.from('\ufeff'));
}

function textFault(file: string, { hasNul, endsInQuotes }: TextDigest): Problem | null {
  if (hasNul) return nulByte(file);
  return endsInQuotes ? openQuote(file) : null;
}

function belowLines(head: string, lines: number): string {
  return head.slice(linesAbove(head, lines).length);
}

/** Whether a quote stands above the header: the engine might take all below it for one cell. */
function isQuoted(head: string, lines: number): boolean {
  return linesAbove(head, lines).includes('"');
}

/** `head` begins with the lines above the header. */
function withHeader(known: KnownFile, head: string, delimiter: string): InspectedFile {
  const { linesAboveHeader } = known;
  const header = headerOf(belowLines(head, linesAboveHeader), delimiter);
  if (header === undefined) {
    return failed(problem('quoting-broken', { file: known.file }, { case: 'header' }));
  }
  const namesAbove = headerOf(lastLine(linesAbove(head, linesAboveHeader)), delimiter) ?? [];
  const below = linesToHeader(head, linesAboveHeader + 1);
  const cells = headerOf(belowLines(head, below), delimiter) ?? [];
  const belowHeader = { cells, row: below + 1 };
  const named = { ...known, headerRow: linesAboveHeader + 1, header, namesAbove, belowHeader };
  return { file: { ...named, types: null, delimiter }, problems: [] };
}

function lastLine(text: string): string {
  return text.split(/\r\n?|\n/).at(-2) ?? '';
}

function noParquet(file: string): InspectedFile {
  return failed(problem('file-unreadable', { file }, { case: 'not-parquet' }));
}

function strangeFile(file: string): InspectedFile {
  return failed(problem('file-unreadable', { file }, { case: 'kind', endings: FACT_FILE_ENDINGS }));
}

function quotedPreamble(file: string): InspectedFile {
  return failed(problem('quoting-broken', { file }, { case: 'above-header' }));
}

function failed(found: Problem): InspectedFile {
  return { file: null, problems: [found] };
}
