/** One strict reader for every reference table: a schema per table, and a problem for all else. */
import { append } from '../append.js';
import { errorMessage } from '../error-message.js';
import { z } from 'zod';
import { assert, problem, type Problem } from '../problem.js';
import { CellFault, id } from './cells.js';
import { nearestWord } from '../words/nearest-word.js';
import { columnsNamed, headerNamesOf } from '../words/table-words.js';
import { doubledColumns } from './doubled-columns.js';
import { foreignSeparator } from './foreign-separator.js';
import { namedColumns } from './named-columns.js';
import type { InputFile } from './file-identity.js';
import type { TableRecord } from './parsed-rows.js';
import { readRecords } from './table-records.js';
import { isTitle, titleProblem } from './title-row.js';
import { UnfitInput, unreadableInput } from './unfit-input.js';

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
  /** What the program calls it, wherever it is kept: `contracts.csv`. */
  readonly file: string;
  /** Where it is kept, as people call it: `contracts.csv`, `reference.xlsx: 合同`. */
  readonly place: string;
  /** The row in which its header stands. */
  readonly headerRow: number;
  /** What its header calls the columns, by column; only where the two differ. */
  readonly headers: ReadonlyMap<string, string>;
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

const NOTHING = {
  ...{ rows: [], cells: [], rejected: [], blankRows: 0 },
  ...{ headerRow: 1, headers: new Map<string, string>() },
} as const;

export async function readTable<Shape extends TableShape>(
  folder: string,
  spec: TableSpec<Shape>,
  merchantOf: MerchantOf = namedMerchant,
): Promise<TableRead<Shape>> {
  const { file } = spec;
  const records = await readRecords(folder, file);
  const nothing = { ...NOTHING, file, place: file, read: null };
  if (records === null) return { ...nothing, problems: missing(spec) };
  if (records instanceof Error) return { ...nothing, problems: [unreadable(spec, records)] };
  const { place, header, headerRow, body, problems } = records;
  const read = records.read === null ? null : { ...records.read, rows: body.length };
  if (header === null) return { ...NOTHING, file, place, problems, read };
  const written = namedColumns(header);
  const named = columnsNamed(written, Object.keys(spec.shape));
  const headers = headersOf(named, written);
  const [below] = body;
  const isUnderTitle = below !== undefined && isTitle(header, below.cells, Object.keys(spec.shape));
  const headerFaults = isUnderTitle
    ? [titleProblem(file, header, headerRow + below.record)]
    : headerProblems(spec, named);
  if (headerFaults.length > 0) {
    const told = [...problems, ...headerFaults];
    return { ...NOTHING, file, place, headerRow, headers, problems: told, read };
  }
  const rows = readRows(spec, named, body, merchantOf);
  const told = [...problems, ...rows.problems];
  return { ...rows, file, place, headerRow, headers, problems: told, read };
}

function headersOf(named: readonly string[], written: readonly string[]): Map<string, string> {
  const pairs = named.map((column, at) => [column, written[at] ?? column] as const);
  return new Map(pairs.filter(([column, header]) => column !== header));
}

function missing(spec: TableSpec<TableShape>): Problem[] {
  return spec.isOptional ? [] : [problem('file-missing', { file: spec.file }, { case: 'table' })];
}

function unreadable({ file }: TableSpec<TableShape>, error: Error): Problem {
  if (error instanceof UnfitInput) return unreadableInput(file, error);
  return problem('file-unreadable', { file }, { case: 'system', reason: errorMessage(error) });
}

/** A row of commas alone, as spreadsheets save them below a table. */
function isBlank(values: readonly string[]): boolean {
  return values.every((value) => value === '');
}

function headerProblems(spec: TableSpec<TableShape>, header: readonly string[]): Problem[] {
  const { file, shape } = spec;
  const separator = foreignSeparator(header);
  if (separator !== null) {
    const values = { case: 'separator', separator, position: null } as const;
    return [problem('file-unreadable', { file }, values)];
  }
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
        { columns: known, nearest: nearestWord(column, headerNamesOf(known)) },
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
  body: readonly TableRecord[],
  merchantOf: MerchantOf,
): Omit<TableRead<Shape>, 'read' | 'file' | 'place' | 'headers' | 'headerRow'> {
  const schema = z.object(spec.shape);
  const rows: RowOf<Shape>[] = [];
  const all: Cells[] = [];
  const rejected: Cells[] = [];
  let blankRows = 0;
  const problems: Problem[] = [];
  const keys = new KeyCheck(spec, merchantOf);
  for (const { record, cells: values } of body) {
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
    const read = parseRow(schema, spec.file, cells, record, merchantOf);
    append(problems, read.problems);
    if (read.row === null) rejected.push(cells);
    else rows.push(read.row);
  }
  return { rows, cells: all, rejected, blankRows, problems };
}

interface RowRead<Shape extends TableShape> {
  /** null where a cell cannot be read. */
  readonly row: RowOf<Shape> | null;
  readonly problems: readonly Problem[];
}

/** A row that stands in no file; a column that is not given is blank. */
export function readCells<Shape extends TableShape>(
  { file, shape }: TableSpec<Shape>,
  given: Cells,
  record: number,
  merchantOf: MerchantOf = namedMerchant,
): RowRead<Shape> {
  const blank = Object.fromEntries(Object.keys(shape).map((name) => [name, '']));
  return parseRow(z.object(shape), file, { ...blank, ...given }, record, merchantOf);
}

function parseRow<Shape extends TableShape>(
  schema: z.ZodObject<Shape>,
  file: string,
  cells: Cells,
  record: number,
  merchantOf: MerchantOf,
): RowRead<Shape> {
  const parsed = schema.safeParse(cells);
  if (parsed.success)
    return { row: { ...parsed.data, record } as unknown as RowOf<Shape>, problems: [] };
  const merchantId = merchantOf(cells);
  const { issues } = parsed.error;
  const problems = issues.map((issue) => cellProblem(file, record, merchantId, issue));
  return { row: null, problems };
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
