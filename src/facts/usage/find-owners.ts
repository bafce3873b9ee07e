/**
 * Which contract owns a fact: those of its merchant that are in force on its local date, cover its
 * store and use that kind of fact. A contract that names the store goes before one that covers all.
 */
import { factsOf, type Contract } from '../../pricing/plans/registry.js';
import type { FactUse } from '../../pricing/usage.js';
import { problem, type Problem } from '../../problem.js';
import { textsOf, type Database, type Row } from '../database.js';
import {
  emptyTable,
  type OwnersTable,
  type OwnerSpansTable,
} from '../engine-tables/engine-tables.js';
import { firstOfRows, moreRows, placeOf } from '../tables/row-place.js';
import { ownerSpans, type OwnerSpan } from './owner-spans.js';

/** A kind of ownership: which rows look for an owner, and among which contracts. */
export interface Ownership {
  /** The contracts that make this use of facts. */
  readonly use: FactUse;
  /** The table of the facts, with `file`, `record`, `merchant_id` and `store_id`. */
  readonly table: string;
  /** The table of spans that is made. */
  readonly spans: OwnerSpansTable;
  /** SQL over `fact`: its local date. */
  readonly date: string;
  /** SQL over `fact`: which rows look for an owner. */
  readonly rows: string;
  /** Whether a fact has a role, which its owner shares. */
  readonly hasRole: boolean;
}

/** Makes a table of owners as well; two that are left are a problem, and the rows are rejected. */
export async function findOwners(
  database: Database,
  contracts: readonly Contract[],
  ownership: Ownership,
  into: OwnersTable,
): Promise<Problem[]> {
  const ambiguous = await prepareOwners(database, contracts, ownership);
  await database.run(`CREATE TEMP TABLE ${into} AS
    SELECT fact.file, fact.record, span.owner AS contract_id
    FROM ${withSpans(ownership)} WHERE ${ownership.rows} AND span.owner IS NOT NULL`);
  return ambiguous;
}

/** Makes the spans of owners alone, and rejects the rows that several contracts could own. */
export async function prepareOwners(
  database: Database,
  contracts: readonly Contract[],
  ownership: Ownership,
): Promise<Problem[]> {
  const { use, table, rows, hasRole } = ownership;
  const using = contracts.filter((contract) => factsOf(contract).includes(use));
  const spans = ownerSpans(using, hasRole);
  await loadSpans(database, ownership.spans, spans);
  if (!spans.some(({ contractIds }) => contractIds.length > 1)) return [];
  const ambiguous = `FROM ${withSpans(ownership)} WHERE ${rows} AND span.is_ambiguous`;
  const found =
    await database.rows(`SELECT fact.merchant_id AS merchant_id, span.owners AS owners, ${firstOfRows('fact')}
      ${ambiguous} GROUP BY ALL ORDER BY merchant_id, owners`);
  await database.run(`UPDATE ${table} SET outcome = 'rejected'
    WHERE (file, record) IN (SELECT (fact.file, fact.record) ${ambiguous})`);
  return found.map(ambiguousProblem);
}

/** SQL: each `fact` with the `span` that it falls into, whose `owner` may be nobody. */
export function withSpans({ table, spans, date, hasRole }: Ownership): string {
  return `${table} AS fact JOIN ${spans} AS span
    ON span.merchant_id = fact.merchant_id ${hasRole ? 'AND span.role = fact.role' : ''}
      AND ${date} BETWEEN span.first_day AND span.last_day
      AND CASE WHEN span.store_id IS NULL THEN span.except_stores IS NULL
          OR NOT list_contains(span.except_stores, fact.store_id) ELSE span.store_id = fact.store_id END`;
}

async function loadSpans(
  database: Database,
  into: OwnerSpansTable,
  spans: readonly OwnerSpan[],
): Promise<void> {
  await database.run(emptyTable(into));
  await database.append(
    into,
    spans.map(({ merchantId, role, storeId, exceptStores, from, through, contractIds }) => {
      const [owner = null, ...others] = contractIds;
      return [
        merchantId,
        role,
        storeId,
        exceptStores.length === 0 ? null : exceptStores,
        from ?? '-infinity',
        through ?? 'infinity',
        others.length === 0 ? owner : null,
        contractIds,
        String(others.length > 0),
      ];
    }),
  );
}

function ambiguousProblem(row: Row): Problem {
  const contractIds = textsOf(row, 'owners');
  return problem('contract-ambiguous', placeOf(row), {
    case: 'fact',
    contractIds,
    moreRows: moreRows(row),
  });
}
