/** Merchants and contracts → tables of the engine. */
import { lateRefundTerms } from '../../pricing/late-refund-terms.js';
import { factsOf, type Contract } from '../../pricing/plans/registry.js';
import { assert } from '../../problem.js';
import { quoted, wholeOf, type Cell, type Database } from '../database.js';
import { emptyTable, type ColumnOf } from '../engine-tables/engine-tables.js';

/** What a contract has in each column; `at`: its place among all. */
const CELLS: Readonly<Record<ColumnOf<'contracts'>, (contract: Contract, at: number) => Cell>> = {
  place: (_, at) => String(at),
  contract_id: ({ contractId }) => contractId,
  merchant_id: ({ merchantId }) => merchantId,
  store_id: ({ storeId }) => storeId,
  uses: factsOf,
  role: ({ role }) => role,
  starts_on: ({ startsOn }) => startsOn,
  ends_on: ({ endsOn }) => endsOn,
  currency: ({ currency }) => currency.code,
  excludes: (contract) =>
    String('partialRefunds' in contract && contract.partialRefunds === 'exclude'),
  window_start: (contract) => ('window' in contract ? String(contract.window.startMinute) : null),
  window_end: (contract) => ('window' in contract ? String(contract.window.endMinute) : null),
  late_refund_terms: lateRefundTerms,
};

/** Makes `merchants` and `contracts`, in order of merchant and id. */
export async function loadContracts(
  database: Database,
  merchantIds: readonly string[],
  contracts: readonly Contract[],
): Promise<void> {
  await database.run(`${emptyTable('merchants')} ${emptyTable('contracts')}`);
  // a merchant whose row is doubled is blocked, and still one merchant
  await database.append(
    'merchants',
    [...new Set(merchantIds)].map((id) => [id]),
  );
  const inOrder = [...contracts].sort(byMerchant);
  await database.append(
    'contracts',
    inOrder.map((contract, at) => Object.values(CELLS).map((cellOf) => cellOf(contract, at))),
  );
}

/** Adds a contract to those that are loaded, beside those of its merchant. */
export async function addContract(database: Database, contract: Contract): Promise<void> {
  const [found] = await database.rows(
    `SELECT coalesce(max(place), 0)::BIGINT AS place FROM contracts WHERE merchant_id <= ${quoted(contract.merchantId)}`,
  );
  assert(found !== undefined, 'an aggregate has one row');
  const place = Number(wholeOf(found, 'place'));
  await database.append('contracts', [
    Object.values(CELLS).map((cellOf) => cellOf(contract, place)),
  ]);
}

const IDENTITY: readonly string[] = ['place', 'contract_id', 'merchant_id'];

/** All that the engine sees of a contract besides whose it is: where two look the same, so is their usage. */
export function seenOfContract(contract: Contract): string {
  const seen = Object.entries(CELLS).filter(([name]) => !IDENTITY.includes(name));
  return JSON.stringify(seen.map(([, cellOf]) => cellOf(contract, 0)));
}

function byMerchant(left: Contract, right: Contract): number {
  if (left.merchantId !== right.merchantId) return left.merchantId < right.merchantId ? -1 : 1;
  return left.contractId < right.contractId ? -1 : 1;
}
