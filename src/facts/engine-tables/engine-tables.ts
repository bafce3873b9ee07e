/**
 * The tables and views that the engine makes while facts are rolled up: an interface of this room.
 *
 * Tests hold it true: what the engine has made is what is declared here, and the files that name a
 * table in their SQL are those that make and read it.
 */
import type { EngineTable } from './engine-table.js';
import { INPUT_TABLES } from './input-tables.js';
import { ORDER_TABLES } from './order-tables.js';
import { WORK_TABLES } from './work-tables.js';

export const ENGINE_TABLES = { ...INPUT_TABLES, ...WORK_TABLES, ...ORDER_TABLES } as const;

export type EngineTableName = keyof typeof ENGINE_TABLES;
export type ColumnOf<Name extends EngineTableName> = keyof (typeof ENGINE_TABLES)[Name]['columns'];
export type OwnersTable = Extract<EngineTableName, `${string}_owners`>;
export type OwnerSpansTable = Extract<EngineTableName, `${string}_owner_spans`>;

/** Files that work on whichever table they are told; every fact table passes through most of them. */
export const TOLD_THEIR_TABLE: readonly string[] = [
  'engine-tables/engine-tables.ts',
  'tables/join-lines.ts',
  'tables/leave-out-unknown-merchants.ts',
  'tables/load-facts.ts',
  'tables/reject-rounded-ids.ts',
  'tables/reject-totals.ts',
  'tables/resolve-keys.ts',
  'usage/find-owners.ts',
  'usage/implausible-dates.ts',
  'usage/kept-tables.ts',
  'usage/order-outcomes.ts',
  'usage/usage-of-contracts.ts',
];

/** Tables that live while the query of a source runs, with the columns of its export: see `tables/queries/query-file.ts`. */
export const TABLES_OF_A_QUERY: readonly string[] = ['read_rows', 'source', 'queried'];

/** SQL that makes a table as it is declared. */
export function emptyTable(name: EngineTableName): string {
  const { columns, key }: EngineTable = ENGINE_TABLES[name];
  const each = Object.entries(columns).map(
    ([column, type]) =>
      `${column} ${type === 'file' ? `${name}_file` : type}${column === key ? ' PRIMARY KEY' : ''}`,
  );
  return `CREATE TEMP TABLE ${name} (${each.join(', ')});`;
}
