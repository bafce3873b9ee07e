/** Scores and measured values that move no appraisal: most likely of another agent, or of another contract. */
import { nearestWord } from '../words/nearest-word.js';
import type { IndicatorValueRow, ScoreRow } from '../reference/reference-tables.js';
import type { Contract } from '../pricing/plans/registry.js';
import { appraisalInForce } from '../pricing/lines/appraisal.js';
import type { BillingSpan } from '../period/period.js';
import type { Usage } from '../pricing/usage.js';
import { problem, type Problem } from '../problem.js';

/** `scores` and `valueRows` are those of the span's period for this contract. */
export function unusedScores(
  contract: Contract,
  usage: Usage,
  span: BillingSpan,
  scores: readonly ScoreRow[],
  valueRows: readonly IndicatorValueRow[],
): Problem[] {
  const { contractId, merchantId } = contract;
  const appraisal = 'appraisal' in contract ? contract.appraisal : null;
  const measured = new Set(appraisal?.indicators.map(({ name }) => name));
  // a value of anything else is told already
  const values = valueRows.filter(({ indicator }) => measured.has(indicator));
  const told = { contractId, period: span.period.id };
  if (appraisalInForce(appraisal, span) === null) {
    const at = { column: 'contract_id', merchantId };
    return [
      ...scores.map(({ record, agentId }) => {
        const place = { file: 'kpi-scores.csv', record, ...at };
        return problem('score-unused', place, { case: 'no-appraisal', agentId, ...told });
      }),
      ...values.map(({ record, indicator }) => {
        const place = { file: 'kpi-values.csv', record, ...at };
        return problem('score-unused', place, { case: 'value-no-appraisal', indicator, ...told });
      }),
    ];
  }
  const worked = usage.attendance.filter(({ workedMicroseconds }) => workedMicroseconds > 0n);
  const agents = new Set(worked.map(({ agentId }) => agentId));
  const at = { column: 'agent_id', merchantId };
  const strangers = [
    ...scores.map((row) => ({ ...row, file: 'kpi-scores.csv', of: 'not-worked' }) as const),
    ...values.map((row) => ({ ...row, file: 'kpi-values.csv', of: 'value-not-worked' }) as const),
  ];
  return strangers.flatMap(({ file, record, agentId, of }) => {
    // a value without an agent is everybody's
    if (agentId === null || agents.has(agentId)) return [];
    const nearest = nearestWord(agentId, [...agents]);
    return [
      problem('score-unused', { file, record, ...at }, { case: of, agentId, nearest, ...told }),
    ];
  });
}
