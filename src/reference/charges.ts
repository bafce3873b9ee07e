/** Rows of charges.csv → the charges of a contract; one outside of its contract is a problem. */
import { isInForce, type Charge } from '../pricing/contract.js';
import { problem, type Problem, type ProblemCode } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import type { RowOf } from './read-table.js';
import { CHARGES, type ContractRow } from './table-specs.js';

export type ChargeCells = RowOf<(typeof CHARGES)['shape']>;

/** In order of their ids. */
export function chargesOf(
  rows: readonly ChargeCells[],
  contract: ContractRow,
): { charges: Charge[]; problems: Problem[] } {
  const sorted = [...rows].sort((left, right) => (left.charge_id < right.charge_id ? -1 : 1));
  return {
    charges: sorted.map((row) => ({
      chargeId: row.charge_id,
      frequency: row.frequency,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      quantity: row.quantity,
      unitPrice: row.unit_price,
      isProrated: row.prorate ?? false,
      description: row.description,
    })),
    problems: rows.flatMap((row) => chargeProblems(row, contract)),
  };
}

function chargeProblems(row: ChargeCells, contract: ContractRow): Problem[] {
  const { charge_id: chargeId, starts_on: startsOn, ends_on: endsOn } = row;
  const { contract_id: contractId, merchant_id: merchantId } = contract;
  const told = <Code extends ProblemCode>(
    code: Code,
    column: string,
    values: ProblemValues[Code],
  ): Problem[] => [
    problem(code, { file: CHARGES.file, record: row.record, column, merchantId }, values),
  ];
  if (row.frequency === 'once' && endsOn !== null)
    return told('cell-unused', 'ends_on', { case: 'charge-once', chargeId });
  if (row.frequency === 'once' && row.prorate === true)
    return told('cell-unused', 'prorate', { case: 'charge-once', chargeId });
  if (endsOn !== null && endsOn < startsOn)
    return told('charge-dates', 'ends_on', { case: 'backwards', chargeId, startsOn, endsOn });
  const terms = { startsOn: contract.starts_on, endsOn: contract.ends_on };
  if (row.frequency === 'monthly' || isInForce(terms, startsOn, startsOn)) return [];
  return told('charge-dates', 'starts_on', {
    case: 'outside-contract',
    chargeId,
    contractId,
    contractStartsOn: contract.starts_on,
    contractEndsOn: contract.ends_on,
  });
}
