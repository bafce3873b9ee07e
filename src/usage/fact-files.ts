/** Finds the files of a fact table, and reads of each what the engine cannot be trusted with. */
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { TextDecoderStream } from 'node:stream/web';
import { problem, type Problem } from '../problem.js';
import { quotedPath, textOf, type Database } from './database.js';
import { headerOf, headerProblems } from './fact-header.js';
import type { FactTable } from './fact-schema.js';
import { digestText, type TextDigest } from './text-digest.js';

const ENDINGS = ['.csv', '.csv.gz', '.csv.zst', '.parquet'];
const HEADER_BYTES_MAX = 1 << 20;

/** A file of facts that is fit to be read by the engine. */
export interface FactFile {
  /** Relative to the input folder, with `/`. */
  readonly file: string;
  /** What the engine reads: the file itself, or its text in UTF-8. */
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
  /** Changes whenever the file does: see {@link fileIdentity}. */
  readonly identity: string;
  /** The trimmed header in the file's order. */
  readonly header: readonly string[];
  /** The engine's type of each column of a Parquet file; null where all is text. */
  readonly types: readonly string[] | null;
}

/** The files of a table by its plain names: `orders.csv`, `orders.csv.gz`, …, or a folder `orders/`. */
export async function findFactFiles(
  inputFolder: string,
  table: string,
): Promise<{ files: string[]; problems: Problem[] }> {
  const entries = new Set(await readdir(inputFolder));
  const found = ENDINGS.map((ending) => table + ending).filter((name) => entries.has(name));
  if (entries.has(table) && (await stat(join(inputFolder, table))).isDirectory()) found.push(table);
  if (found.length > 1) {
    return {
      files: [],
      problems: [
        problem(
          'table-doubled',
          { file: found.join(', ') },
          `the table ${table} is there ${found.length} times`,
          'keep one of them, so that no fact is billed twice',
        ),
      ],
    };
  }
  if (found[0] !== table) return { files: found, problems: [] };
  const parts = (await readdir(join(inputFolder, table))).filter((name) => !name.startsWith('.'));
  const strange = parts.filter((name) => !ENDINGS.some((ending) => name.endsWith(ending)));
  return {
    files: parts.sort().map((name) => `${table}/${name}`),
    problems: strange.map((name) =>
      problem(
        'file-unreadable',
        { file: `${table}/${name}` },
        'the file is of a kind that is not read',
        `use one of ${ENDINGS.join(', ')}, or move the file away`,
      ),
    ),
  };
}

/** What a POSIX file system changes with every change of a file, and with every other file in its place. */
async function fileIdentity(path: string): Promise<string> {
  const { dev, ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
  return [dev, ino, size, mtimeNs, ctimeNs].join(':');
}

/** Files that are not what they were when they were hashed: what was billed would have no hash. */
export async function changedFiles(
  inputFolder: string,
  files: readonly FactFile[],
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { file, identity } of files) {
    const now = await fileIdentity(join(inputFolder, file)).catch(() => null);
    if (now === identity) continue;
    problems.push(
      problem(
        'file-changed',
        { file },
        'the file changed while it was read',
        'run again when nobody writes it; nothing is published from a moving file',
      ),
    );
  }
  return problems;
}

/** Checks one file, and rewrites its text into `workFolder` where the engine cannot read it as it is. */
export async function inspectFactFile(
  database: Database,
  inputFolder: string,
  file: string,
  table: FactTable,
  workFolder: string,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  const path = join(inputFolder, file);
  let known: Omit<FactFile, 'header' | 'types'>;
  let digest: TextDigest;
  try {
    const identity = await fileIdentity(path);
    digest = await digestText(path);
    known = { file, path, sha256: digest.sha256, size: digest.size, identity };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return failed(
      'file-unreadable',
      file,
      `the file cannot be read: ${reason}`,
      'check the file and its permissions',
    );
  }
  if (file.endsWith('.parquet')) return inspectParquet(database, known, table);
  if (!file.endsWith('.csv')) return withHeader(known, await compressedHead(database, path), table);
  if (digest.hasNul) {
    return failed('nul-byte', file, 'the file holds a NUL byte', 'export the file again as text');
  }
  if (digest.isUtf8 && digest.hasOneLineEnd) {
    return withHeader(known, await headOf(path), table);
  }
  const rewritten = await rewrite(path, digest, workFolder);
  if (rewritten === null) {
    return failed(
      'encoding-unknown',
      file,
      'the text is neither UTF-8 nor GB18030',
      'save the file as UTF-8',
    );
  }
  return withHeader({ ...known, path: rewritten }, await headOf(rewritten), table);
}

function failed(
  code: 'nul-byte' | 'encoding-unknown' | 'quoting-broken' | 'file-unreadable',
  file: string,
  message: string,
  hint: string,
): { file: null; problems: Problem[] } {
  return { file: null, problems: [problem(code, { file }, message, hint)] };
}

async function inspectParquet(
  database: Database,
  known: Omit<FactFile, 'header' | 'types'>,
  table: FactTable,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  const columns = await database
    .rows(`DESCRIBE SELECT * FROM read_parquet(${quotedPath(known.path)})`)
    .catch(() => null);
  if (columns === null) {
    return failed(
      'file-unreadable',
      known.file,
      'the name says Parquet, and the content is not',
      'export the file again',
    );
  }
  const header = columns.map((row) => textOf(row, 'column_name'));
  const types = columns.map((row) => textOf(row, 'column_type'));
  const problems = headerProblems(known.file, header, table);
  return { file: problems.length > 0 ? null : { ...known, header, types }, problems };
}

function withHeader(
  known: Omit<FactFile, 'header' | 'types'>,
  head: string,
  table: FactTable,
): { file: FactFile | null; problems: Problem[] } {
  const header = headerOf(head);
  if (header === undefined) {
    return failed('quoting-broken', known.file, 'the header cannot be read', 'check its quotes');
  }
  const problems = headerProblems(known.file, header, table);
  return { file: problems.length > 0 ? null : { ...known, header, types: null }, problems };
}

/** The file in UTF-8 with line feeds alone; null where its text is in no known encoding. */
async function rewrite(
  path: string,
  digest: TextDigest,
  workFolder: string,
): Promise<string | null> {
  const target = join(workFolder, `${digest.sha256}.csv`);
  const source = createReadStream(path);
  try {
    const decoder = new TextDecoderStream(digest.isUtf8 ? 'utf-8' : 'gb18030', { fatal: true });
    const decoded = Readable.toWeb(source).pipeThrough(decoder);
    await pipeline(decoded, lineFeedsAlone, createWriteStream(target));
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

async function headOf(path: string): Promise<string> {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(HEADER_BYTES_MAX),
    0,
    HEADER_BYTES_MAX,
    0,
  );
  await handle.close();
  return buffer.subarray(0, bytesRead).toString();
}

/** The first line of a compressed file, read by the engine as one cell. */
async function compressedHead(database: Database, path: string): Promise<string> {
  const rows = await database
    .rows(
      `SELECT line FROM read_csv(${quotedPath(path)}, auto_detect = false, header = false,
        columns = {'line': 'VARCHAR'}, delim = '\u0001', quote = '', escape = '', max_line_size = ${HEADER_BYTES_MAX}) LIMIT 1`,
    )
    .catch(() => []);
  const [first] = rows;
  return first === undefined ? '' : textOf(first, 'line');
}
