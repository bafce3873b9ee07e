/** One row of contracts.csv and what other tables say of it → a contract of its plan, or what is wrong. */
import { problem, type Problem } from '../problem.js';
import type { ContractCells } from './contract-cells.js';
import { ContractReader, type ContractAttachments } from './contract-reader.js';
import type { Scale } from './contract.js';
import { definitionOf, PLAN_COLUMNS, type Contract, type Plan } from './plans/registry.js';

export interface ReadContract {
  /** null where the row has a problem. */
  readonly contract: Contract | null;
  readonly problems: readonly Problem[];
}

export function readContract(
  cells: ContractCells & { readonly plan: Plan },
  attachments: ContractAttachments,
): ReadContract {
  const reader = new ContractReader(cells, attachments);
  const definition = definitionOf(cells.plan);
  unusedColumns(reader, definition.columns);
  datesBackwards(reader);
  unusedTiers(reader, definition.scales);
  const contract = definition.contractOf(reader);
  reader.checkAttachments();
  const { problems } = reader;
  return { contract: problems.length === 0 ? contract : null, problems };
}

/** A column that the plan does not use must be blank: somebody meant something by it. */
function unusedColumns(reader: ContractReader, used: readonly string[]): void {
  const { cells } = reader;
  for (const column of PLAN_COLUMNS) {
    if (used.includes(column) || cells[column] === null) continue;
    const { contract_id: contractId, plan } = cells;
    reader.add('cell-unused', column, { case: 'plan', contractId, plan });
  }
}

function datesBackwards(reader: ContractReader): void {
  const { starts_on: startsOn, ends_on: endsOn, contract_id: contractId } = reader.cells;
  if (endsOn === null || endsOn >= startsOn) return;
  reader.add('contract-dates', 'ends_on', { contractId, startsOn, endsOn });
}

function unusedTiers(reader: ContractReader, used: readonly Scale[]): void {
  const { merchant_id: merchantId, contract_id: contractId, plan } = reader.cells;
  for (const [scale, { record }] of reader.tiersByScale) {
    if (used.includes(scale)) continue;
    reader.problems.push(
      problem(
        'tiers-unused',
        { file: 'contract-tiers.csv', record, column: 'scale', merchantId },
        { contractId, plan, scale },
      ),
    );
  }
}
