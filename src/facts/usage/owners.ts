/**
 * Which contract owns a fact: those of its merchant that are in force on its local date, cover its
 * store and use that kind of fact. A contract that names the store goes before one that covers all.
 */
import type { Contract } from '../../pricing/plans/registry.js';
import { problem, type Problem } from '../../problem.js';
import { textOf, type Database, type Row } from '../database.js';
import { ownerSpans, type OwnerSpan } from './owner-spans.js';
import { firstOfRows, moreRows, placeOf } from '../tables/row-checks.js';

export async function loadContracts(
  database: Database,
  merchantIds: readonly string[],
  contracts: readonly Contract[],
): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE merchants (merchant_id VARCHAR PRIMARY KEY);
    CREATE TEMP TABLE contracts (place INTEGER, contract_id VARCHAR PRIMARY KEY, merchant_id VARCHAR,
      store_id VARCHAR, plan VARCHAR, role VARCHAR, starts_on DATE, ends_on DATE,
      currency VARCHAR, excludes BOOLEAN, window_start INTEGER, window_end INTEGER);
    CREATE TEMP TABLE contract_texts (${Array.from({ length: 12 }, (_, at) => `cell_${at} VARCHAR`).join(', ')})`);
  await database.append(
    'merchants',
    // a merchant whose row is doubled is blocked, and still one merchant
    [...new Set(merchantIds)].map((id) => [id]),
  );
  const inOrder = [...contracts].sort(byMerchant);
  await database.append(
    'contract_texts',
    inOrder.map((contract, at) => [String(at), ...contractRow(contract)]),
  );
  await database.run(
    `INSERT INTO contracts SELECT * FROM contract_texts; DROP TABLE contract_texts`,
  );
}

function byMerchant(left: Contract, right: Contract): number {
  if (left.merchantId !== right.merchantId) return left.merchantId < right.merchantId ? -1 : 1;
  return left.contractId < right.contractId ? -1 : 1;
}

function contractRow(contract: Contract): (string | null)[] {
  const isCustody = contract.plan === 'temporary_custody';
  return [
    contract.contractId,
    contract.merchantId,
    contract.storeId,
    contract.plan,
    contract.role,
    contract.startsOn,
    contract.endsOn,
    contract.currency.code,
    String(contract.plan === 'base_commission' && contract.partialRefunds === 'exclude'),
    isCustody ? String(contract.windowStartMinute) : null,
    isCustody ? String(contract.windowEndMinute) : null,
  ];
}

/** No id has a line break in it. */
const BETWEEN_IDS = '\n';

/** A kind of ownership: which rows look for an owner, and among which contracts. */
export interface Ownership {
  /** The table of the facts, with `file`, `record`, `merchant_id` and `store_id`. */
  readonly table: string;
  /** The table that is made: `file`, `record`, `contract_id`; beside it `<into>_spans`. */
  readonly into: string;
  /** SQL over `fact`: its local date. */
  readonly date: string;
  /** SQL over `fact`: which rows look for an owner. */
  readonly rows: string;
  /** The contracts that use this kind of fact. */
  readonly contracts: readonly Contract[];
  /** Whether a fact has a role, which its owner shares. */
  readonly hasRole: boolean;
}

/** Finds the owners; two that are left are a problem, and the rows are rejected. */
export async function findOwners(database: Database, ownership: Ownership): Promise<Problem[]> {
  const { into, rows } = ownership;
  const ambiguous = await prepareOwners(database, ownership);
  await database.run(`CREATE TEMP TABLE ${into} AS
    SELECT fact.file, fact.record, span.owner AS contract_id
    FROM ${withSpans(ownership)} WHERE ${rows} AND span.owner IS NOT NULL`);
  return ambiguous;
}

/** Makes the spans of owners alone, and rejects the rows that several contracts could own. */
export async function prepareOwners(database: Database, ownership: Ownership): Promise<Problem[]> {
  const { table, into, rows } = ownership;
  const spans = ownerSpans(ownership.contracts);
  await loadSpans(database, into, spans);
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
export function withSpans({ table, into, date, hasRole }: Ownership): string {
  return `${table} AS fact JOIN ${into}_spans AS span
    ON span.merchant_id = fact.merchant_id ${hasRole ? 'AND span.role = fact.role' : ''}
      AND ${date} BETWEEN span.first_day AND span.last_day
      AND CASE WHEN span.store_id IS NULL THEN span.besides IS NULL
          OR NOT list_contains(span.besides, fact.store_id) ELSE span.store_id = fact.store_id END`;
}

/** Makes `<into>_spans`; `owner` is null where nobody or several could own a fact. */
async function loadSpans(
  database: Database,
  into: string,
  spans: readonly OwnerSpan[],
): Promise<void> {
  const texts = `${into}_span_texts`;
  await database.run(`CREATE TEMP TABLE ${texts} (merchant_id VARCHAR, role VARCHAR, store_id VARCHAR,
    besides VARCHAR, first_day VARCHAR, last_day VARCHAR, owner VARCHAR, owners VARCHAR)`);
  await database.append(
    texts,
    spans.map(({ merchantId, role, storeId, besides, from, through, contractIds }) => [
      merchantId,
      role,
      storeId,
      besides.length === 0 ? null : JSON.stringify(besides),
      from ?? '-infinity',
      through ?? 'infinity',
      contractIds.length === 1 ? (contractIds[0] ?? null) : null,
      contractIds.join(BETWEEN_IDS),
    ]),
  );
  await database.run(`CREATE TEMP TABLE ${into}_spans AS SELECT * REPLACE (
      from_json(besides, '["VARCHAR"]') AS besides, first_day::DATE AS first_day, last_day::DATE AS last_day),
      owner IS NULL AND owners <> '' AS is_ambiguous
    FROM ${texts}; DROP TABLE ${texts}`);
}

function ambiguousProblem(row: Row): Problem {
  const contractIds = textOf(row, 'owners').split(BETWEEN_IDS);
  return problem('contract-ambiguous', placeOf(row), {
    case: 'fact',
    contractIds,
    moreRows: moreRows(row),
  });
}
