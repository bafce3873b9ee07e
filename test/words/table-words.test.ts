/** Chinese names of columns and words: each means one thing, and every column and word has one. */
import { expect, it } from 'vitest';
import { FACT_TABLES, CLOSED_LISTS } from '../../src/facts/fact-tables.js';
import { REFERENCE_TABLES } from '../../src/reference/table-specs.js';
import { PLANS } from '../../src/pricing/plans/registry.js';
import { ROLES, SCALES } from '../../src/pricing/contract.js';
import { RECEIPT_KINDS } from '../../src/documents/accounts/receipt.js';
import { LANGUAGES } from '../../src/documents/document.js';
import {
  choiceNamed,
  COLUMN_NAMES,
  columnsNamed,
  VALUE_NAMES,
} from '../../src/words/table-words.js';

const TABLES: readonly (readonly [string, readonly string[]])[] = [
  ...REFERENCE_TABLES.map(({ file, shape }) => [file, Object.keys(shape)] as const),
  ...Object.entries(FACT_TABLES).map(
    ([name, { columns }]) => [name, Object.keys(columns)] as const,
  ),
];

it.each(TABLES)('%s: every column has a name, and no name is of two', (_, columns) => {
  const names = columns.flatMap((column) => COLUMN_NAMES[column] ?? []);
  expect(columns.filter((column) => (COLUMN_NAMES[column] ?? []).length === 0)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  const first = columns.map((column) => COLUMN_NAMES[column]?.[0] ?? '');
  expect(columnsNamed(first, columns)).toEqual(columns);
});

it.each([
  PLANS,
  ROLES,
  SCALES,
  CLOSED_LISTS.status,
  RECEIPT_KINDS,
  LANGUAGES,
  ['volume', 'graduated'],
  ['deduct', 'exclude'],
  ['once', 'monthly'],
  ['true', 'false'],
])('%s, …: every word has a name, and no name is of two', (...words: readonly string[]) => {
  const names = words.flatMap((word) => VALUE_NAMES[word] ?? []);
  expect(words.filter((word) => (VALUE_NAMES[word] ?? []).length === 0)).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

it('a name of another table or list, and any other text, is left as it is', () => {
  expect(columnsNamed(['商家编号', '退款编号', 'plan', ''], ['merchant_id', 'plan'])).toEqual([
    'merchant_id',
    '退款编号',
    'plan',
    '',
  ]);
  expect(choiceNamed('售前', ROLES)).toBe('pre_sales');
  expect(choiceNamed('出勤', ROLES)).toBeUndefined();
  expect(choiceNamed('constructor', ROLES)).toBeUndefined();
});
