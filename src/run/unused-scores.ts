/** Scores that move no appraisal: most likely of another agent, or of another contract. */
import { nearestWord } from '../words/nearest-word.js';
import type { ScoreRow } from '../reference/reference-tables.js';
import type { Contract } from '../pricing/plans/registry.js';
import { appraisalInForce } from '../pricing/lines/appraisal.js';
import type { BillingSpan } from '../period/period.js';
import type { Usage } from '../pricing/usage.js';
import { problem, type Problem } from '../problem.js';

const FILE = 'kpi-scores.csv';

/** `scores` are those of the span's period for this contract. */
export function unusedScores(
  contract: Contract,
  usage: Usage,
  span: BillingSpan,
  scores: readonly ScoreRow[],
): Problem[] {
  const { contractId, merchantId } = contract;
  const appraisal = 'appraisal' in contract ? contract.appraisal : null;
  const isAppraised = appraisalInForce(appraisal, span) !== null;
  const worked = usage.attendance.filter(({ workedMicroseconds }) => workedMicroseconds > 0n);
  const agents = new Set(worked.map(({ agentId }) => agentId));
  return scores
    .filter(({ agentId }) => !isAppraised || !agents.has(agentId))
    .map(({ record, agentId }) =>
      isAppraised
        ? problem(
            'score-unused',
            { file: FILE, record, column: 'agent_id', merchantId },
            {
              case: 'not-worked',
              agentId,
              contractId,
              period: span.period.id,
              nearest: nearestWord(agentId, [...agents]),
            },
          )
        : problem(
            'score-unused',
            { file: FILE, record, column: 'contract_id', merchantId },
            { case: 'no-appraisal', agentId, contractId, period: span.period.id },
          ),
    );
}
