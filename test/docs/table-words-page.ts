/** What the pages on input show of Chinese headers and words, made of the program's own lists. */
import type { ZodType } from 'zod';
import { CLOSED_LISTS, FACT_TABLES } from '../../src/facts/fact-tables.js';
import { RECEIPT_KINDS } from '../../src/documents/accounts/receipt.js';
import { LANGUAGES } from '../../src/documents/document.js';
import { PLANS } from '../../src/pricing/plans/registry.js';
import { ROLES, SCALES } from '../../src/pricing/contract.js';
import { sheetNames, tableOf } from '../../src/reference/table-names.js';
import { REFERENCE_TABLES } from '../../src/reference/table-specs.js';
import { COLUMN_NAMES, VALUE_NAMES } from '../../src/words/table-words.js';

type Heads = readonly [list: string, word: string];

/** The words of each closed list, by the columns that take them. */
const LISTS: readonly (readonly [columns: string, words: readonly string[]])[] = [
  ['plan', PLANS],
  ['role', ROLES],
  ['status', CLOSED_LISTS.status],
  ['scale', SCALES],
  ['mode', ['volume', 'graduated']],
  ['partial_refunds', ['deduct', 'exclude']],
  ['frequency', ['once', 'monthly']],
  ['kind', RECEIPT_KINDS],
  ['language', LANGUAGES],
  ['tax_included, prorate', ['true', 'false']],
];

export function closedLists(heads: Heads): string {
  const rows = LISTS.map(([columns, words]) => [
    columns.split(', ').map(code).join(', '),
    words.map((word) => `${code(word)} ${named(VALUE_NAMES, word)}`).join('; '),
  ]);
  return table(heads, rows);
}

/** By table, each column with its Chinese names. */
export function columnNames(heads: Heads): string {
  const tables = [
    ...REFERENCE_TABLES.map(({ file, shape }) => {
      const columns = Object.entries<ZodType>(shape).map(([column, cell]) => {
        return [column, cell.safeParse('').success] as const;
      });
      return [tableOf(file), columns] as const;
    }),
    ...Object.values(FACT_TABLES).map(({ name, columns, optionalColumns }) => {
      const marked = Object.entries(columns).map(([column, kind]) => {
        return [column, kind === 'optional' || optionalColumns.includes(column)] as const;
      });
      return [name, marked] as const;
    }),
  ];
  const rows = tables.map(([name, columns]) => [
    [code(name), ...sheetNames(name).slice(1)].join('、').replace('、', ' '),
    columns
      .map(
        ([column, mayBeBlank]) =>
          `${code(mayBeBlank ? `${column}?` : column)} ${named(COLUMN_NAMES, column)}`,
      )
      .join('; '),
  ]);
  return table(heads, rows);
}

function named(names: Readonly<Record<string, readonly string[]>>, word: string): string {
  return (names[word] ?? []).join('、');
}

function code(word: string): string {
  return `\`${word}\``;
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [heads, heads.map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
}
