/** Rows of contracts.csv and contract-tiers.csv → contracts. */
import { append } from '../append.js';
import { groupBy } from '../group-by.js';
import type { Contract } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import { readContract } from '../pricing/read-contract.js';
import { tiersByScale, type TierRow } from './contract-tiers.js';
import { nearestWord } from '../words/nearest-word.js';
import type { RowOf } from './strict-csv.js';
import { CONTRACTS } from './tables.js';

const FILE = CONTRACTS.file;

type ContractRow = RowOf<(typeof CONTRACTS)['shape']>;

/** Ids of rows that are there, even where the rest of the row cannot be read. */
export interface KnownIds {
  readonly merchants: ReadonlySet<string>;
  readonly contracts: ReadonlySet<string>;
  /** Contracts of which a tier cannot be read: their merchants are blocked already. */
  readonly withUnreadableTiers: ReadonlySet<string>;
}

/** Contracts in order of id; one with a problem is left out, and blocks its merchant. */
export function buildContracts(
  rows: readonly ContractRow[],
  tierRows: readonly TierRow[],
  known: KnownIds,
): { contracts: Contract[]; problems: Problem[] } {
  const problems = [
    ...unknownMerchants(rows, known.merchants),
    ...unknownContracts(known.contracts, tierRows),
  ];
  const contracts: Contract[] = [];
  const tiersOf = groupBy(tierRows, ({ contract_id }) => contract_id);
  for (const row of rows) {
    if (known.withUnreadableTiers.has(row.contract_id)) continue;
    const tiers = tiersByScale(tiersOf.get(row.contract_id) ?? [], row.merchant_id);
    const read = readContract(row, tiers.byScale);
    append(problems, tiers.problems);
    append(problems, read.problems);
    if (read.contract !== null && tiers.problems.length === 0) contracts.push(read.contract);
  }
  return {
    contracts: contracts
      .filter(({ merchantId }) => known.merchants.has(merchantId))
      .sort((left, right) => (left.contractId < right.contractId ? -1 : 1)),
    problems,
  };
}

function unknownMerchants(rows: readonly ContractRow[], known: ReadonlySet<string>): Problem[] {
  return rows
    .filter(({ merchant_id }) => !known.has(merchant_id))
    .map(({ record, merchant_id, contract_id }) =>
      problem(
        'merchant-unknown',
        { file: FILE, record, column: 'merchant_id' },
        {
          case: 'contract',
          contractId: contract_id,
          merchantId: merchant_id,
          nearest: nearestWord(merchant_id, [...known]),
        },
      ),
    );
}

function unknownContracts(known: ReadonlySet<string>, tierRows: readonly TierRow[]): Problem[] {
  return tierRows
    .filter(({ contract_id }) => !known.has(contract_id))
    .map(({ record, contract_id }) =>
      problem(
        'contract-unknown',
        { file: 'contract-tiers.csv', record, column: 'contract_id' },
        {
          case: 'tier',
          contractId: contract_id,
          nearest: nearestWord(contract_id, [...known]),
        },
      ),
    );
}
