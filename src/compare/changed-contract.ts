/** A row of contracts.csv with some cells as they might be, read like any other. */
import type { Contract } from '../pricing/plans/registry.js';
import { readContract } from '../pricing/read-contract.js';
import { problem, type Problem } from '../problem.js';
import { attachmentsOf } from '../reference/attachments.js';
import { attachedRows } from '../reference/read-reference.js';
import type { ReferenceReads } from '../reference/read-tables.js';
import { readCells } from '../reference/read-table.js';
import { CONTRACTS } from '../reference/table-specs.js';
import { nearestWord } from '../words/nearest-word.js';

const OPTION = '--change';
/** Whose contract it is does not change. */
const FIXED: readonly string[] = ['contract_id', 'merchant_id'];
const COLUMNS = Object.keys(CONTRACTS.shape).filter((column) => !FIXED.includes(column));

export interface ChangedContract {
  /** null where it cannot be read. */
  readonly contract: Contract | null;
  readonly problems: readonly Problem[];
}

export function changedContract(
  reads: ReferenceReads,
  contractId: string,
  changes: ReadonlyMap<string, string>,
): ChangedContract {
  const cells = reads.contracts.cells.find((one) => one['contract_id'] === contractId);
  const unknown = [...changes.keys()].filter((column) => !COLUMNS.includes(column));
  if (cells === undefined) return refused([unknownContract(reads, contractId)]);
  if (unknown.length > 0) return refused(unknown.map(unknownColumn));
  const changed = { ...cells, ...Object.fromEntries(changes) };
  const record = reads.contracts.rows.find((row) => row.contract_id === contractId)?.record ?? 0;
  const { row, problems } = readCells(CONTRACTS, changed, record);
  if (row === null) return refused(problems.map(ofOption));
  const attached = attachmentsOf(attachedRows(reads))(row);
  const read = readContract(row, attached.attachments);
  const found = [...read.problems, ...attached.problems];
  if (read.contract === null || found.length > 0) return refused(found.map(ofOption));
  return { contract: read.contract, problems: [] };
}

function refused(problems: readonly Problem[]): ChangedContract {
  return { contract: null, problems };
}

function ofOption(found: Problem): Problem {
  return found.file === CONTRACTS.file ? { ...found, file: OPTION, record: null } : found;
}

function unknownColumn(column: string): Problem {
  const nearest = nearestWord(column, COLUMNS);
  return problem('column-unknown', { file: OPTION, column }, { columns: COLUMNS, nearest });
}

function unknownContract({ contracts }: ReferenceReads, contractId: string): Problem {
  const known = contracts.cells.flatMap((cells) => cells['contract_id'] ?? []);
  return problem(
    'contract-unknown',
    { file: '--contract' },
    { case: 'asked', contractId, nearest: nearestWord(contractId, known) },
  );
}
