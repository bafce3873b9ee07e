/** One strict reader for every reference table: a schema per table, and a problem for all else. */
import { append } from '../append.js';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { assert, problem, type Problem } from '../problem.js';
import { CellFault, id } from './cells.js';
import { decodeText } from './decode-text.js';
import { nearestWord } from '../words/nearest-word.js';
import { doubledColumns } from './doubled-columns.js';
import { namedColumns } from './named-columns.js';
import type { InputFile } from './file-identity.js';
import { readInputFile } from './read-input-file.js';

/** The cells of a table by column; a column whose cells may be blank may be absent. */
export type TableShape = Readonly<Record<string, z.ZodType<unknown, string>>>;

export type RowOf<Shape extends TableShape> = {
  readonly [Column in keyof Shape]: z.output<Shape[Column]>;
} & { readonly record: number };

export interface TableSpec<Shape extends TableShape> {
  readonly file: string;
  readonly shape: Shape;
  /** Whether the run can do without the file. */
  readonly isOptional: boolean;
  /** The columns that may occur once only. */
  readonly key: readonly string[];
}

export interface TableRead<Shape extends TableShape> {
  readonly rows: readonly RowOf<Shape>[];
  /** Every row of the right width as it is written, readable or not. */
  readonly cells: readonly Cells[];
  /** Those among them that cannot be read. */
  readonly rejected: readonly Cells[];
  /** How many rows have blank cells alone; they are left out. */
  readonly blankRows: number;
  readonly problems: readonly Problem[];
  readonly read: InputFile | null;
}

/** A row as it is written, by column; a missing column is blank. */
export type Cells = Readonly<Record<string, string>>;

/** Whom a problem in a row blocks; null where that cannot be told, which stops the run. */
export type MerchantOf = (cells: Cells) => string | null;

/** The merchant that the row itself names, if its cell is an id. */
export function namedMerchant(cells: Cells): string | null {
  return id.safeParse(cells['merchant_id'] ?? '').data ?? null;
}

const NOTHING = { rows: [], cells: [], rejected: [], blankRows: 0 } as const;

export async function readTable<Shape extends TableShape>(
  folder: string,
  spec: TableSpec<Shape>,
  merchantOf: MerchantOf = namedMerchant,
): Promise<TableRead<Shape>> {
  const found = await readInputFile(folder, spec.file);
  if (found instanceof Error) return { ...NOTHING, problems: absent(spec, found), read: null };
  const { bytes } = found;
  const read = (rows: number): InputFile => ({ ...found.read, rows });
  const decoded = decodeText(spec.file, bytes);
  if (typeof decoded !== 'string') return { ...NOTHING, problems: [decoded], read: read(0) };
  const records = parseRecords(spec.file, decoded);
  if (!Array.isArray(records)) return { ...NOTHING, problems: [records], read: read(0) };
  const [header = [], ...body] = fromHeader(records);
  const headerFaults = headerProblems(spec, header);
  if (headerFaults.length > 0) {
    return { ...NOTHING, problems: headerFaults, read: read(body.length) };
  }
  return { ...readRows(spec, header, body, merchantOf), read: read(body.length) };
}

function absent(spec: TableSpec<TableShape>, error: unknown): Problem[] {
  const isMissing = errorCode(error) === 'ENOENT';
  if (isMissing && spec.isOptional) return [];
  const place = { file: spec.file };
  if (isMissing) return [problem('file-missing', place, { case: 'table' })];
  const reason = errorMessage(error);
  return [problem('file-unreadable', place, { case: 'system', reason })];
}

/** What the reader's codes say of quotes. */
const QUOTING = {
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
  CSV_INVALID_CLOSING_QUOTE: 'text-behind',
  INVALID_OPENING_QUOTE: 'inside-cell',
} as const;

function parseRecords(file: string, text: string): string[][] | Problem {
  try {
    const rows = parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return rows.map((row) => row.map((value) => value.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records = Number(error['records'] ?? 0);
    const [, fault = 'unknown'] =
      Object.entries(QUOTING).find(([code]) => code === error.code) ?? [];
    return problem(
      'quoting-broken',
      { file, record: records > 0 ? records : null },
      { case: 'line', fault, line: Number(error['lines'] ?? 1) },
    );
  }
}

/** The names of the columns, and the rows below them; blank rows may stand above. */
function fromHeader(records: readonly (readonly string[])[]): (readonly string[])[] {
  const at = records.findIndex((row) => !isBlank(row));
  const [header = [], ...body] = at < 0 ? [] : records.slice(at);
  return [namedColumns(header), ...body];
}

/** A row of commas alone, as spreadsheets save them below a table. */
function isBlank(values: readonly string[]): boolean {
  return values.every((value) => value === '');
}

function headerProblems(spec: TableSpec<TableShape>, header: readonly string[]): Problem[] {
  const { file, shape } = spec;
  const known = Object.keys(shape);
  const missing = known.filter((name) => !header.includes(name) && !mayBeBlank(shape, name));
  const unknown = header.filter((name) => !known.includes(name));
  const doubled = doubledColumns(header);
  return [
    ...missing.map((column) => problem('column-missing', { file, column }, { case: 'table' })),
    ...unknown.map((column) =>
      problem(
        'column-unknown',
        { file, column },
        { columns: known, nearest: nearestWord(column, known) },
      ),
    ),
    ...doubled.map((column) => problem('column-doubled', { file, column }, { case: 'table' })),
  ];
}

function mayBeBlank(shape: TableShape, name: string): boolean {
  return shape[name]?.safeParse('').success ?? false;
}

function readRows<Shape extends TableShape>(
  spec: TableSpec<Shape>,
  header: readonly string[],
  body: readonly (readonly string[])[],
  merchantOf: MerchantOf,
): Omit<TableRead<Shape>, 'read'> {
  const schema = z.object(spec.shape);
  const rows: RowOf<Shape>[] = [];
  const all: Cells[] = [];
  const rejected: Cells[] = [];
  let blankRows = 0;
  const problems: Problem[] = [];
  const keys = new KeyCheck(spec, merchantOf);
  for (const [at, values] of body.entries()) {
    const record = at + 1;
    if (isBlank(values)) {
      blankRows += 1;
      continue;
    }
    const isTooLong = !isBlank(values.slice(header.length));
    if (isTooLong || values.length < header.length) {
      problems.push(rowBroken(spec.file, record, values.length, header.length));
      continue;
    }
    const cells = byColumn(spec.shape, header, values);
    all.push(cells);
    append(problems, keys.add(cells, record));
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      rows.push({ ...parsed.data, record } as unknown as RowOf<Shape>);
      continue;
    }
    rejected.push(cells);
    const merchantId = merchantOf(cells);
    const { issues } = parsed.error;
    append(
      problems,
      issues.map((issue) => cellProblem(spec.file, record, merchantId, issue)),
    );
  }
  return { rows, cells: all, rejected, blankRows, problems };
}

function byColumn(shape: TableShape, header: readonly string[], values: readonly string[]): Cells {
  return Object.fromEntries(
    Object.keys(shape).map((name) => [name, values[header.indexOf(name)] ?? '']),
  );
}

/** Finds rows of one key; the rows of every merchant among them are in doubt. */
class KeyCheck {
  private readonly firstOfKey = new Map<string, { record: number; merchantId: string | null }>();

  constructor(
    private readonly spec: TableSpec<TableShape>,
    private readonly merchantOf: MerchantOf,
  ) {}

  add(cells: Cells, record: number): Problem[] {
    const values = this.spec.key.map((name) => cells[name] ?? '');
    if ((values[0] ?? '') === '') return [];
    const merchantId = this.merchantOf(cells);
    const key = JSON.stringify(values);
    const first = this.firstOfKey.get(key);
    if (first === undefined) {
      this.firstOfKey.set(key, { record, merchantId });
      return [];
    }
    const repeat = keyConflict(this.spec, record, first.record, merchantId);
    if (first.merchantId === merchantId) return [repeat];
    return [keyConflict(this.spec, first.record, record, first.merchantId), repeat];
  }
}

function rowBroken(file: string, record: number, cells: number, columns: number): Problem {
  return problem('row-broken', { file, record }, { case: 'table', cells, columns });
}

function keyConflict(
  { file, key }: TableSpec<TableShape>,
  record: number,
  other: number,
  merchantId: string | null,
): Problem {
  return problem(
    'key-conflict',
    { file, record, column: key[0] ?? null, merchantId },
    { case: 'table', columns: key, otherRecord: other },
  );
}

function cellProblem(
  file: string,
  record: number,
  merchantId: string | null,
  issue: z.core.$ZodIssue,
): Problem {
  const column = String(issue.path[0] ?? '');
  const { code, values } = faultOf(issue);
  const place = { file, record, column, merchantId: code === 'cell-too-long' ? null : merchantId };
  return problem(code, place, values);
}

/** The fault that a cell's schema gave; inside a union it is one level down. */
function faultOf(issue: z.core.$ZodIssue): CellFault {
  const nested = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  const [fault] = [issue, ...nested]
    .map((one) => (one.code === 'custom' ? (one.params?.['fault'] as unknown) : null))
    .filter((found): found is CellFault => found instanceof CellFault);
  assert(fault !== undefined, 'a cell is read by one of the kinds of cells');
  return fault;
}
