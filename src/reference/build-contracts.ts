/** Rows of contracts.csv and contract-tiers.csv → contracts. */
import type { ContractRow } from './table-specs.js';
import { append } from '../append.js';
import type { Contract } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import { readContract } from '../pricing/read-contract.js';
import type { AttachedRows, Attachments } from './attachments.js';
import { nearestWord } from '../words/nearest-word.js';
import {
  CHARGES,
  CONTRACT_SURCHARGES,
  CONTRACT_TIERS,
  CONTRACTS,
  KPI_BANDS,
  KPI_INDICATORS,
} from './table-specs.js';

const FILE = CONTRACTS.file;

/** Ids of rows that are there, even where the rest of the row cannot be read. */
export interface KnownIds {
  readonly merchants: ReadonlySet<string>;
  readonly contracts: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  /** Contracts of which an attached row cannot be read: their merchants are blocked already. */
  readonly withUnreadableRows: ReadonlySet<string>;
}

/** Contracts in order of id; one with an error is left out, and blocks its merchant. */
export function buildContracts(
  rows: readonly ContractRow[],
  attachmentsOf: Attachments,
  known: KnownIds,
): { contracts: Contract[]; problems: Problem[] } {
  const problems = unknownMerchants(rows, known.merchants);
  const contracts: Contract[] = [];
  for (const row of rows) {
    if (known.withUnreadableRows.has(row.contract_id)) continue;
    const attached = attachmentsOf(row);
    const read = readContract(row, attached.attachments);
    append(problems, attached.problems);
    append(problems, read.problems);
    const isSound = attached.problems.every(({ severity }) => severity === 'warning');
    if (read.contract !== null && isSound) contracts.push(read.contract);
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

/** Rows that are about a contract, or an offer, that nobody knows. */
export function unknownContracts(
  known: Pick<KnownIds, 'contracts' | 'offers'>,
  { tiers, surcharges, charges, indicators, bands }: AttachedRows,
): Problem[] {
  const tables = [
    { file: CONTRACT_TIERS.file, rows: tiers },
    { file: CONTRACT_SURCHARGES.file, rows: surcharges },
    { file: CHARGES.file, rows: charges },
    { file: KPI_INDICATORS.file, rows: indicators },
    { file: KPI_BANDS.file, rows: bands },
  ];
  return tables.flatMap(({ file, rows }) =>
    rows
      .filter(({ contract_id: id }) => !known.contracts.has(id) && !known.offers.has(id))
      .map(({ record, contract_id: contractId }) =>
        problem(
          'contract-unknown',
          { file, record, column: 'contract_id' },
          { case: 'tier', contractId, nearest: nearestWord(contractId, [...known.contracts]) },
        ),
      ),
  );
}
