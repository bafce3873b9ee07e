/** Merchants and contracts → tables of the engine. */
import { factsOf, type Contract } from '../../pricing/plans/registry.js';
import type { Cell, Database } from '../database.js';
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

function byMerchant(left: Contract, right: Contract): number {
  if (left.merchantId !== right.merchantId) return left.merchantId < right.merchantId ? -1 : 1;
  return left.contractId < right.contractId ? -1 : 1;
}
