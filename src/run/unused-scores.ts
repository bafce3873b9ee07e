/** Scores that move no appraisal: most likely of another agent, or of another contract. */
import { didYouMean } from '../words/did-you-mean.js';
import type { ScoreRow } from '../reference/reference-tables.js';
import type { Contract } from '../pricing/plans/registry.js';
import { appraisalInForce } from '../pricing/lines/appraisal.js';
import type { BillingSpan } from '../period/period.js';
import type { Usage } from '../pricing/usage.js';
import { told, type Problem } from '../problem.js';

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
        ? told(
            'score-unused',
            { file: FILE, record, column: 'agent_id', merchantId },
            `agent ${agentId} has a score, and worked no shift under contract ${contractId} in ${span.period.id}`,
            didYouMean(agentId, [...agents], 'take the row out'),
          )
        : told(
            'score-unused',
            { file: FILE, record, column: 'contract_id', merchantId },
            `contract ${contractId} has no appraisal in ${span.period.id}, so the score of ${agentId} counts for nothing`,
            'correct contract_id, or take the row out',
          ),
    );
}
