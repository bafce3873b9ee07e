/** One strict reader for every reference table: a schema per table, and a problem for all else. */
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { told, type Problem } from '../problem.js';
import { id, type CellFault } from './cells.js';
import { decodeText } from './decode-text.js';
import { didYouMean } from '../words/did-you-mean.js';
import { doubledColumns } from './doubled-columns.js';
import { namedColumns } from './named-columns.js';
import type { InputFile } from './file-identity.js';
import { isNotFound, readInputFile } from './read-input-file.js';

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
  const isMissing = isNotFound(error);
  if (isMissing && spec.isOptional) return [];
  const message = error instanceof Error ? error.message : String(error);
  return [
    isMissing
      ? told(
          'file-missing',
          { file: spec.file },
          'the file is missing',
          'add it; kefu-billing init writes a starting one',
        )
      : told(
          'file-unreadable',
          { file: spec.file },
          `the file cannot be read: ${message}`,
          'check the file and its permissions',
        ),
  ];
}

/** The reader's codes in words. */
const QUOTING: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and never closed',
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside a cell that does not begin with one',
};

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
    return told(
      'quoting-broken',
      { file, record: records > 0 ? records : null },
      `${QUOTING[error.code] ?? 'the quotes are not those of CSV'}, in line ${Number(error['lines'] ?? 1)} or above it`,
      'close each quote, and double each quote that belongs to a quoted cell: "the ""Lotus"" shop"',
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
    ...missing.map((column) =>
      told(
        'column-missing',
        { file, column },
        `the column ${column} is missing`,
        'add it to the header and to every row',
      ),
    ),
    ...unknown.map((column) =>
      told(
        'column-unknown',
        { file, column },
        `the column ${JSON.stringify(column)} is not one of ${known.join(', ')}`,
        didYouMean(column, known, 'take the column out'),
      ),
    ),
    ...doubled.map((column) =>
      told(
        'column-doubled',
        { file, column },
        `the column ${column} is there twice`,
        'keep one of them',
      ),
    ),
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
    problems.push(...keys.add(cells, record));
    const parsed = schema.safeParse(cells);
    if (parsed.success) {
      rows.push({ ...parsed.data, record } as unknown as RowOf<Shape>);
      continue;
    }
    rejected.push(cells);
    const merchantId = merchantOf(cells);
    const { issues } = parsed.error;
    problems.push(...issues.map((issue) => cellProblem(spec.file, record, merchantId, issue)));
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
  return told(
    'row-broken',
    { file, record },
    `the row has ${cells} cells, and the header has ${columns}`,
    'give the row as many cells as the header; a cell with a comma needs quotes',
  );
}

function keyConflict(
  { file, key }: TableSpec<TableShape>,
  record: number,
  other: number,
  merchantId: string | null,
): Problem {
  return told(
    'key-conflict',
    { file, record, column: key[0] ?? null, merchantId },
    `the row has the same ${key.join(', ')} as record ${other}`,
    'keep the right one of the two rows',
  );
}

function cellProblem(
  file: string,
  record: number,
  merchantId: string | null,
  issue: z.core.$ZodIssue,
): Problem {
  const column = String(issue.path[0] ?? '');
  const { code, message, hint } = faultOf(issue);
  const place = { file, record, column, merchantId: code === 'cell-too-long' ? null : merchantId };
  return told(code, place, `${column} is ${message}`, hint);
}

/** The fault that a cell's schema gave; inside a union it is one level down. */
function faultOf(issue: z.core.$ZodIssue): CellFault {
  const nested = issue.code === 'invalid_union' ? issue.errors.flat() : [];
  for (const candidate of [issue, ...nested]) {
    if (candidate.code === 'custom') return candidate.params?.['fault'] as CellFault;
  }
  return { code: 'value-unknown', message: issue.message, hint: 'correct the cell' };
}
