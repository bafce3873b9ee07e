/**
 * Which contract owns a fact: those of its merchant that are in force on its local date, cover its
 * store and use that kind of fact. A contract that names the store goes before one that covers all.
 */
import type { Contract } from '../pricing/contract.js';
import { problem, type Problem } from '../problem.js';
import { quoted, textOf, type Database, type Row } from './database.js';
import { andMore, FIRST_OF_ROWS, placeOf } from './row-checks.js';

export async function loadContracts(
  database: Database,
  merchantIds: readonly string[],
  contracts: readonly Contract[],
): Promise<void> {
  await database.run(`
    CREATE TEMP TABLE merchants (merchant_id VARCHAR PRIMARY KEY);
    CREATE TEMP TABLE contracts (contract_id VARCHAR PRIMARY KEY, merchant_id VARCHAR,
      store_id VARCHAR, plan VARCHAR, role VARCHAR, starts_on DATE, ends_on DATE,
      currency VARCHAR, has_scale BOOLEAN, excludes BOOLEAN, window_start INTEGER, window_end INTEGER)`);
  await insert(
    database,
    'merchants',
    merchantIds.map((id) => [quoted(id)]),
  );
  await insert(database, 'contracts', contracts.map(contractRow));
}

function contractRow(contract: Contract): string[] {
  const isCustody = contract.plan === 'temporary_custody';
  return [
    quoted(contract.contractId),
    quoted(contract.merchantId),
    quoted(contract.storeId),
    quoted(contract.plan),
    quoted(contract.role),
    quoted(contract.startsOn),
    quoted(contract.endsOn),
    quoted(contract.currency.code),
    String('workload' in contract && contract.workload !== null),
    String(contract.plan === 'base_commission' && contract.partialRefunds === 'exclude'),
    isCustody ? String(contract.windowStartMinute) : 'NULL',
    isCustody ? String(contract.windowEndMinute) : 'NULL',
  ];
}

const ROWS_PER_INSERT = 1000;

async function insert(database: Database, table: string, rows: readonly string[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    const values = rows.slice(from, from + ROWS_PER_INSERT).map((row) => `(${row.join(', ')})`);
    await database.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
}

/** A kind of ownership: which rows look for an owner, and among which contracts. */
export interface Ownership {
  /** The table of the facts, with `file`, `record`, `merchant_id` and `store_id`. */
  readonly table: string;
  /** The table that is made: `file`, `record`, `contract_id`, `owner_count`. */
  readonly into: string;
  /** SQL over `fact`: its local date. */
  readonly date: string;
  /** SQL over `fact`: which rows look for an owner. */
  readonly rows: string;
  /** SQL over `contract` and `fact`: which contracts use this kind of fact. */
  readonly uses: string;
}

/** Finds the owners; two that are left are a problem, and the rows are rejected. */
export async function findOwners(database: Database, ownership: Ownership): Promise<Problem[]> {
  const { table, into, date, rows, uses } = ownership;
  await database.run(`CREATE TEMP TABLE ${into} AS
    SELECT file, record, min(contract_id) AS contract_id, count(*) AS owner_count,
      string_agg(contract_id, ', ' ORDER BY contract_id) AS owners
    FROM (
      SELECT fact.file, fact.record, contract.contract_id
      FROM ${table} AS fact JOIN contracts AS contract
        ON contract.merchant_id = fact.merchant_id
        AND (contract.store_id IS NULL OR contract.store_id = fact.store_id)
        AND contract.starts_on <= ${date}
        AND (contract.ends_on IS NULL OR contract.ends_on >= ${date})
        AND ${uses}
      WHERE ${rows}
      QUALIFY rank() OVER (PARTITION BY fact.file, fact.record ORDER BY contract.store_id IS NULL) = 1
    ) GROUP BY file, record`);
  const ambiguous = await database.rows(`SELECT fact.merchant_id AS merchant_id, owners,
      ${FIRST_OF_ROWS.replaceAll('file', 'fact.file').replaceAll('record', 'fact.record').replaceAll('AS fact.', 'AS ')}
    FROM ${table} AS fact JOIN ${into} AS owner
      ON owner.file = fact.file AND owner.record = fact.record
    WHERE owner_count > 1 GROUP BY ALL ORDER BY merchant_id, owners`);
  await database.run(`UPDATE ${table} SET outcome = 'rejected' FROM ${into} AS owner
    WHERE ${table}.file = owner.file AND ${table}.record = owner.record AND owner_count > 1;
    DELETE FROM ${into} WHERE owner_count > 1`);
  return ambiguous.map(ambiguousProblem);
}

function ambiguousProblem(row: Row): Problem {
  return problem(
    'contract-ambiguous',
    placeOf(row),
    `the contracts ${textOf(row, 'owners')} all fit this row, and one alone may own it${andMore(row)}`,
    'end one of them, give them different stores or roles, or name the contract in the shift',
  );
}
