/** Chance changes of a good file, each of which knows what it may do to the documents. */
import { stringify } from 'csv-stringify/sync';
import { parse } from 'csv-parse/sync';
import type { Chance } from '../bench/random.js';
import { MERCHANT_IDS } from './input.js';

/**
 * `harmless`: every document stays as it is. `invalid`: a cell that nobody can read, so that an error must be
 * reported. `open`: another valid value, or a broken file; only who is not touched must stay.
 */
type Effect = 'harmless' | 'invalid' | 'open';

export interface Mutation {
  /** What was done, to read beside the seed. */
  readonly name: string;
  readonly effect: Effect;
  readonly bytes: Buffer;
  /** The merchants whose rows it may have changed. */
  readonly touched: ReadonlySet<string>;
}

const EVERYBODY: ReadonlySet<string> = new Set(MERCHANT_IDS);

const HOSTILE_CELLS: readonly string[] = [
  '=HYPERLINK("http://x.example")',
  '@SUM(1)',
  '..',
  '../../etc/passwd',
  'a/b\\c',
  'a\u0000b',
  'a\u0001\u001B[31mb',
  'x'.repeat(300),
  'y'.repeat(5000),
  '\u202Eevil\u202C',
  '👩‍👩‍👧‍👦',
  "'; DROP TABLE orders; --",
  '"',
  "'",
  '\uFEFF',
  'two\nlines',
  '\u2028',
  '__proto__',
  'null',
];
const HOSTILE_NUMBERS: readonly string[] = [
  '1,000.00',
  '１２３',
  '1e3',
  '1e999',
  '0x10',
  '٣',
  '1_000',
  '--1',
  'NaN',
  'Infinity',
  '1.',
  '¥5',
  ...['9'.repeat(400), '-1', '0', '-0', '+1', '.5', '1.123456789', '9'.repeat(18), '9'.repeat(39)],
];
/** Of the numbers, those that no column takes. */
const NO_NUMBERS: ReadonlySet<string> = new Set(HOSTILE_NUMBERS.slice(0, 12));
const NO_DATES: readonly string[] = [
  '2026-02-30',
  '2026-13-01',
  '2025-02-29',
  '2026-10-10T25:00',
  '2026-10-10T12:60',
  '26-10-10',
  '２０２６-10-10',
];
const FAR_DATES: readonly string[] = ['0000-01-01', '0001-01-01', '9999-12-31', '99999-01-01'];

const NUMBER_COLUMNS: ReadonlySet<string> = new Set([
  'amount',
  'consultations',
  'score',
  'rate',
  'price',
  'tax_rate',
]);
const DATE_COLUMNS: ReadonlySet<string> = new Set([
  'date',
  'paid_at',
  'refunded_at',
  'starts_at',
  'ends_at',
  'starts_on',
]);

/** What a chance makes of a file. */
export function mutate(file: string, bytes: Buffer, chance: Chance): Mutation {
  const isTable = file.endsWith('.csv');
  const kind = chance.next(isTable ? 10 : 3);
  if (kind < 3) return ofBytes(bytes, chance, isTable);
  if (kind < 5) return harmless(file, bytes, chance);
  if (kind < 7) return ofRows(file, bytes, chance);
  return ofCell(file, bytes, chance);
}

function pick<T>(list: readonly T[], chance: Chance): T {
  const picked = list[chance.next(list.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const ODD_BYTES = [0, 9, 10, 13, 34, 39, 44, 46, 48, 57, 92, 123, 127, 128, 0xc3, 0xef, 0xff];

function ofBytes(bytes: Buffer, chance: Chance, isTable: boolean): Mutation {
  const at = chance.next(bytes.length);
  const length = 1 + chance.next(4);
  const odd = Buffer.from(Array.from({ length }, () => pick(ODD_BYTES, chance)));
  const flipped = Buffer.from([(bytes[at] ?? 0) ^ (1 << chance.next(8))]);
  const [name, mutated] = pick<[string, Buffer]>(
    [
      ['bit flipped', Buffer.concat([bytes.subarray(0, at), flipped, bytes.subarray(at + 1)])],
      ['bytes deleted', Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)])],
      ['bytes inserted', Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at)])],
      ['file cut', bytes.subarray(0, at)],
      ['file doubled', Buffer.concat([bytes, bytes.subarray(at)])],
    ],
    chance,
  );
  const touched = isTable ? touchedBetween(bytes.toString(), mutated.toString()) : EVERYBODY;
  return { name: `${name} at ${at}`, effect: 'open', bytes: mutated, touched };
}

function harmless(file: string, bytes: Buffer, chance: Chance): Mutation {
  const text = bytes.toString();
  const [header = '', ...rows] = text.trimEnd().split('\n');
  const rowsBut = (change: (row: string) => string): string =>
    `${[header, ...rows.map(change)].join('\n')}\n`;
  const quotedCells = parse(text).map((row) => row);
  const [name, changed] = pick<[string, string]>(
    [
      // tiers alone stand in a certain order
      [
        'rows turned round',
        file === 'contract-tiers.csv' ? text : `${[header, ...[...rows].reverse()].join('\n')}\n`,
      ],
      ['carriage returns', text.replaceAll('\n', '\r\n')],
      ['byte-order mark', `\uFEFF${text}`],
      ['all quoted', stringify(quotedCells, { quoted: true })],
      ['no last line end', text.trimEnd()],
      ['blanks in front', rowsBut((row) => (row.startsWith('"') ? row : `  ${row}`))],
      ['blank lines below', `${text}\n\n`],
      ['columns turned round', stringify(quotedCells.map((row) => [...row].reverse()))],
    ],
    chance,
  );
  return { name, effect: 'harmless', bytes: Buffer.from(changed), touched: new Set() };
}

function ofRows(file: string, bytes: Buffer, chance: Chance): Mutation {
  const [header = [], ...rows] = parse(bytes);
  const at = chance.next(rows.length);
  const column = chance.next(header.length);
  const row = rows[at] ?? [];
  const withoutColumn = [header, ...rows].map((cells) => cells.filter((_, of) => of !== column));
  const [name, changed, touched] = pick<[string, string[][], ReadonlySet<string>]>(
    [
      ['row doubled', [header, ...rows, row], named(row.join(), file)],
      ['row deleted', [header, ...rows.filter((_, of) => of !== at)], named(row.join(), file)],
      ['row cut', [header, ...rows.with(at, row.slice(0, column))], named(row.join(), file)],
      ['row lengthened', [header, ...rows.with(at, [...row, 'x'])], named(row.join(), file)],
      ['header doubled', [header, header, ...rows], EVERYBODY],
      ['column deleted', withoutColumn, EVERYBODY],
      [
        'column doubled',
        [header, ...rows].map((cells) => [...cells, cells[column] ?? '']),
        EVERYBODY,
      ],
      ['column renamed', [header.with(column, pick(HOSTILE_CELLS, chance)), ...rows], EVERYBODY],
    ],
    chance,
  );
  const name_ = `${name}, row ${at + 1}, column ${column + 1}`;
  return { name: name_, effect: 'open', bytes: Buffer.from(stringify(changed)), touched };
}

function ofCell(file: string, bytes: Buffer, chance: Chance): Mutation {
  const [header = [], ...rows] = parse(bytes);
  const at = chance.next(rows.length);
  const column = chance.next(header.length);
  const columnName = header[column] ?? '';
  const row = rows[at] ?? [];
  const elsewhere = pick(pick(rows, chance), chance);
  const cell = pick(
    [...HOSTILE_CELLS, ...HOSTILE_NUMBERS, ...NO_DATES, ...FAR_DATES, elsewhere, ''],
    chance,
  );
  const changed = row.with(column, cell);
  const isInvalid = row[column] !== '' && cannotBe(columnName, cell);
  return {
    name: `${columnName} of row ${at + 1}: ${JSON.stringify(cell.slice(0, 40))}`,
    effect: isInvalid ? 'invalid' : 'open',
    bytes: Buffer.from(stringify([header, ...rows.with(at, changed)])),
    touched: named(`${row.join()},${changed.join()}`, file),
  };
}

/** Whether nobody could read the cell as what its column holds. */
function cannotBe(column: string, cell: string): boolean {
  if (NUMBER_COLUMNS.has(column)) return NO_NUMBERS.has(cell) || NO_DATES.includes(cell);
  if (DATE_COLUMNS.has(column)) return NO_NUMBERS.has(cell) || NO_DATES.includes(cell);
  return false;
}

/** The merchants that a text names; a row that names nobody, as an exchange rate, may be anybody's. */
function named(text: string, file: string): ReadonlySet<string> {
  if (file === 'exchange-rates.csv') return EVERYBODY;
  return new Set([...text.matchAll(/[A-Z](\d)/g)].map(([, digit = '']) => `M${digit}`));
}

/**
 * Whom the lines that differ name. A quote may swallow all that follows it, and a header is everybody's.
 * What is equal at the start and at the end of both texts is left out by whole lines.
 */
function touchedBetween(before: string, after: string): ReadonlySet<string> {
  const [left, right] = [before.split('\n'), after.split('\n')];
  const shorter = Math.min(left.length, right.length);
  let start = 0;
  while (start < shorter && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < shorter - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  const changed = [
    ...left.slice(start, left.length - end),
    ...right.slice(start, right.length - end),
  ].join(',');
  const isEverybodys = start === 0 || changed.includes('"') || before.startsWith('period,from');
  return isEverybodys ? EVERYBODY : named(changed, '');
}
