/** What is wrong with rows of scores and of measured values, held against contracts and their indicators. */
import { groupBy } from '../group-by.js';
import { asWarning, problem, type Problem } from '../problem.js';
import { nearestWord } from '../words/nearest-word.js';
import type { ReferenceReads } from './read-tables.js';
import { KPI_SCORES, KPI_VALUES } from './table-specs.js';

type AppraisalReads = Pick<ReferenceReads, 'scores' | 'indicators' | 'indicatorValues'>;

/** `ownerOfContract`: the merchant of each contract; null where the row does not say. */
export function appraisalProblems(
  reads: AppraisalReads,
  ownerOfContract: ReadonlyMap<string, string | null>,
): Problem[] {
  return [
    ...scoresBesideIndicators(reads, ownerOfContract),
    ...unknownContracts(KPI_SCORES.file, reads.scores.rows, ownerOfContract),
    ...unknownContracts(KPI_VALUES.file, reads.indicatorValues.rows, ownerOfContract),
    ...unknownIndicators(reads, ownerOfContract),
  ];
}

/** A contract has its score either given or computed from indicators: two answers would be one too many. */
function scoresBesideIndicators(
  { scores, indicators }: AppraisalReads,
  ownerOfContract: ReadonlyMap<string, string | null>,
): Problem[] {
  const computed = new Set(indicators.rows.map(({ contract_id: contractId }) => contractId));
  return scores.rows
    .filter(({ contract_id: contractId }) => computed.has(contractId))
    .map(({ record, contract_id: contractId, agent_id: agentId }) => {
      const merchantId = ownerOfContract.get(contractId) ?? null;
      const place = { file: KPI_SCORES.file, record, column: 'contract_id', merchantId };
      return problem('score-computed', place, { contractId, agentId });
    });
}

function unknownContracts(
  file: string,
  rows: readonly { readonly record: number; readonly contract_id: string }[],
  known: ReadonlyMap<string, unknown>,
): Problem[] {
  return rows
    .filter(({ contract_id: contractId }) => !known.has(contractId))
    .map(({ record, contract_id: contractId }) => {
      const nearest = nearestWord(contractId, [...known.keys()]);
      const place = { file, record, column: 'contract_id' };
      return asWarning(problem('contract-unknown', place, { case: 'score', contractId, nearest }));
    });
}

/** A value of what its contract does not appraise counts for nothing. */
function unknownIndicators(
  { indicators, indicatorValues }: AppraisalReads,
  ownerOfContract: ReadonlyMap<string, string | null>,
): Problem[] {
  const byContract = groupBy(indicators.rows, ({ contract_id: contractId }) => contractId);
  return indicatorValues.rows.flatMap(({ record, contract_id: contractId, indicator }) => {
    const known = (byContract.get(contractId) ?? []).map((row) => row.indicator);
    if (!ownerOfContract.has(contractId) || known.includes(indicator)) return [];
    const merchantId = ownerOfContract.get(contractId) ?? null;
    const place = { file: KPI_VALUES.file, record, column: 'indicator', merchantId };
    const nearest = nearestWord(indicator, known);
    return asWarning(problem('indicator-unknown', place, { contractId, indicator, nearest }));
  });
}
