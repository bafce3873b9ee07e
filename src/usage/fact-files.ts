/** Finds the files of a fact table, and reads of each what the engine cannot be trusted with. */
import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { open, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { distance } from 'fastest-levenshtein';
import { problem, type Problem } from '../problem.js';
import type { FactTable } from './fact-schema.js';

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
  /** The trimmed header in the file's order; null for Parquet, which carries its own. */
  readonly header: readonly string[] | null;
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

/** Checks encoding and header of one file; text in GB18030 is rewritten as UTF-8 into `workFolder`. */
export async function inspectFactFile(
  inputFolder: string,
  file: string,
  table: FactTable,
  workFolder: string,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  const path = join(inputFolder, file);
  const digest = await digestOf(path);
  const known = { file, sha256: digest.sha256, size: digest.size };
  if (!file.endsWith('.csv') && !file.endsWith('.gz')) {
    return {
      file: { ...known, path, header: file.endsWith('.zst') ? Object.keys(table.columns) : null },
      problems: [],
    };
  }
  if (digest.hasNul && file.endsWith('.csv')) {
    return failed('nul-byte', file, 'the file holds a NUL byte', 'export the file again as text');
  }
  if (file.endsWith('.csv') && !digest.isUtf8) {
    return transcode(known, path, table, workFolder);
  }
  const head = await headOf(path, file.endsWith('.gz'));
  return withHeader({ ...known, path }, head, table);
}

function failed(
  code: 'nul-byte' | 'encoding-unknown' | 'quoting-broken',
  file: string,
  message: string,
  hint: string,
): { file: null; problems: Problem[] } {
  return { file: null, problems: [problem(code, { file }, message, hint)] };
}

async function transcode(
  known: { file: string; sha256: string; size: number },
  path: string,
  table: FactTable,
  workFolder: string,
): Promise<{ file: FactFile | null; problems: Problem[] }> {
  let text: string;
  try {
    text = new TextDecoder('gb18030', { fatal: true }).decode(await readFile(path));
  } catch {
    return failed(
      'encoding-unknown',
      known.file,
      'the text is neither UTF-8 nor GB18030',
      'save the file as UTF-8',
    );
  }
  const target = join(workFolder, `${known.sha256}.csv`);
  await writeFile(target, text);
  return withHeader({ ...known, path: target }, text.slice(0, HEADER_BYTES_MAX), table);
}

function withHeader(
  known: Omit<FactFile, 'header'>,
  head: string,
  table: FactTable,
): { file: FactFile | null; problems: Problem[] } {
  const parsed = headerOf(head);
  if (parsed === undefined) {
    return failed('quoting-broken', known.file, 'the header cannot be read', 'check its quotes');
  }
  const problems = headerProblems(known.file, parsed, table);
  return { file: problems.length > 0 ? null : { ...known, header: parsed }, problems };
}

function headerOf(head: string): string[] | undefined {
  try {
    const rows = parse(head, { bom: true, to: 1, relax_column_count: true });
    return (rows[0] ?? []).map((name) => name.trim());
  } catch {
    return undefined;
  }
}

function headerProblems(file: string, header: readonly string[], table: FactTable): Problem[] {
  const names = Object.keys(table.columns);
  const place = (column: string): { file: string; column: string } => ({ file, column });
  const missing = names.filter(
    (name) => !header.includes(name) && !table.optionalColumns.includes(name),
  );
  const unknown = header.filter((name) => !names.includes(name));
  const doubled = new Set(header.filter((name, at) => header.indexOf(name) !== at));
  return [
    ...missing.map((name) =>
      problem(
        'column-missing',
        place(name),
        `the column ${name} is missing`,
        'add it to the header',
      ),
    ),
    ...unknown.map((name) =>
      problem(
        'column-unknown',
        place(name),
        `the column ${JSON.stringify(name)} is not one of ${names.join(', ')}`,
        `did you mean ${nearest(name, names)}? Otherwise take the column out`,
      ),
    ),
    ...[...doubled].map((name) =>
      problem(
        'column-doubled',
        place(name),
        `the column ${name} is there twice`,
        'keep one of them',
      ),
    ),
  ];
}

function nearest(name: string, names: readonly string[]): string {
  return [...names].sort((left, right) => distance(name, left) - distance(name, right))[0] ?? '';
}

interface Digest {
  readonly sha256: string;
  readonly size: number;
  readonly isUtf8: boolean;
  readonly hasNul: boolean;
}

/** One pass over the bytes. A chunk is cut before an unfinished character, so none is judged in half. */
async function digestOf(path: string): Promise<Digest> {
  const handle = await open(path);
  const hash = createHash('sha256');
  let size = 0;
  let utf8 = true;
  let hasNul = false;
  let rest: Buffer = Buffer.alloc(0);
  for await (const piece of handle.createReadStream({ highWaterMark: 1 << 22 })) {
    const chunk = piece as Buffer;
    hash.update(chunk);
    size += chunk.length;
    hasNul ||= chunk.includes(0);
    const text = Buffer.concat([rest, chunk]);
    const end = lastCharacterBoundary(text);
    utf8 &&= isUtf8(text.subarray(0, end));
    rest = text.subarray(end);
  }
  return { sha256: hash.digest('hex'), size, isUtf8: utf8 && rest.length === 0, hasNul };
}

function lastCharacterBoundary(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
    if (width > 1) return width > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

async function headOf(path: string, isCompressed: boolean): Promise<string> {
  if (isCompressed) {
    return gunzipSync(await readFile(path))
      .subarray(0, HEADER_BYTES_MAX)
      .toString();
  }
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
