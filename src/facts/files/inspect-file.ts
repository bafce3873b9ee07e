/** Checks one file of facts, and reads of it what the engine cannot be trusted with: its hash, its encoding, its header. */
import { join } from 'node:path';
import { errorMessage } from '../../error-message.js';
import { fileIdentity } from '../../reference/file-identity.js';
import { problem, type Problem } from '../../problem.js';
import { quotedPath, textOf, type Database } from '../database.js';
import { FACT_FILE_ENDINGS, type FactFile } from './fact-file.js';
import { headOf } from './head-of.js';
import { headerOf } from './header-of.js';
import { linesAbove } from './lines-above.js';
import { rewriteText } from './rewrite-text.js';
import { digestText, type TextDigest } from './text-digest.js';
import { nulByte, openQuote } from './text-problems.js';
import { zstdFault, zstdHead } from './zstd-text.js';

export interface InspectedFile {
  /** null where a problem says why it cannot be read. */
  readonly file: FactFile | null;
  readonly problems: readonly Problem[];
}

type KnownFile = Omit<FactFile, 'header' | 'types'>;

/** Rewrites its text into `workFolder` where the engine cannot read it as it is. */
export async function inspectFile(
  database: Database,
  inputFolder: string,
  file: string,
  linesAboveHeader: number,
  workFolder: string,
): Promise<InspectedFile> {
  if (!FACT_FILE_ENDINGS.some((ending) => file.endsWith(ending))) return strangeFile(file);
  const path = join(inputFolder, file);
  let known: KnownFile;
  let digest: TextDigest;
  try {
    const identity = await fileIdentity(path);
    digest = await digestText(path, linesAboveHeader);
    const { sha256, size } = digest;
    const isText = file.endsWith('.csv');
    const hasQuotes = digest.hasQuotes || !isText;
    const hasOuterBlanks = digest.hasOuterBlanks || !isText || !digest.isUtf8;
    known = { file, path, sha256, size, identity, hasQuotes, hasOuterBlanks, linesAboveHeader };
  } catch (error) {
    const reason = errorMessage(error);
    return failed(problem('file-unreadable', { file }, { case: 'system', reason }));
  }
  if (file.endsWith('.parquet')) return inspectParquet(database, known);
  if (file.endsWith('.zst')) return inspectZstd(database, known);
  return inspectText(known, digest, workFolder);
}

async function inspectParquet(database: Database, known: KnownFile): Promise<InspectedFile> {
  const columns = await database
    .rows(`DESCRIBE SELECT * FROM read_parquet(${quotedPath(known.path)})`)
    .catch(() => null);
  if (columns === null) {
    return failed(problem('file-unreadable', { file: known.file }, { case: 'not-parquet' }));
  }
  const header = columns.map((row) => textOf(row, 'column_name'));
  const types = columns.map((row) => textOf(row, 'column_type'));
  return { file: { ...known, header, types }, problems: [] };
}

async function inspectZstd(database: Database, known: KnownFile): Promise<InspectedFile> {
  const { path, file, linesAboveHeader } = known;
  const fault = await zstdFault(database, path, file, linesAboveHeader);
  if (fault !== null) return { file: null, problems: [fault] };
  const head = await zstdHead(database, path, linesAboveHeader + 1);
  if (isQuoted(head, linesAboveHeader)) return quotedPreamble(file);
  return withHeader(known, head);
}

async function inspectText(
  known: KnownFile,
  digest: TextDigest,
  workFolder: string,
): Promise<InspectedFile> {
  const { path, file, linesAboveHeader } = known;
  if (digest.hasNul) return { file: null, problems: [nulByte(file)] };
  if (digest.endsInQuotes) return { file: null, problems: [openQuote(file)] };
  const head = await headOf(path);
  if (digest.isUtf8 && digest.hasOneLineEnd && !isQuoted(head, linesAboveHeader)) {
    return withHeader(known, head);
  }
  const rewritten = await rewriteText(path, digest, linesAboveHeader, workFolder);
  if (rewritten === null) {
    return failed(problem('encoding-unknown', { file }, { case: 'neither' }));
  }
  const below = { ...known, path: rewritten, linesAboveHeader: 0 };
  return withHeader(below, await headOf(rewritten));
}

/** Whether a quote stands above the header: the engine might take all below it for one cell. */
function isQuoted(head: string, lines: number): boolean {
  return linesAbove(head, lines).includes('"');
}

function withHeader(known: KnownFile, head: string): InspectedFile {
  const header = headerOf(head.slice(linesAbove(head, known.linesAboveHeader).length));
  if (header === undefined) {
    return failed(problem('quoting-broken', { file: known.file }, { case: 'header' }));
  }
  return { file: { ...known, header, types: null }, problems: [] };
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
