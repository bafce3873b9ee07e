/**
 * `appraisal`: the agent's rounded line × the share that the score moves × (score − 1); no line at 0.
 *
 * > 5,200.00 × 0.15 × (0.92 − 1) = −62.40.
 */
import { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { Appraisal, ContractTerms } from '../contract.js';
import { lineOf, unlessZero, type ContractLine } from '../contract-line.js';
import { constant, contractFigure, figure } from '../figures.js';
import { lineFigure } from '../line-sums.js';
import { difference, product } from '../terms.js';

/** The appraisal, from the first period that begins on or after its date. */
export function appraisalInForce(
  appraisal: Appraisal | null,
  { period }: BillingSpan,
): Appraisal | null {
  if (appraisal?.from && period.firstDay < appraisal.from) return null;
  return appraisal;
}

/** `appraised` is the line that the agent earned, and `position` its place among the contract's lines. */
export function appraisalLines(
  contract: ContractTerms,
  span: BillingSpan,
  appraisal: Appraisal,
  appraised: { readonly line: ContractLine; readonly position: number; readonly agentId: string },
  score: Rational,
): ContractLine[] {
  const { line, position, agentId } = appraised;
  return unlessZero(
    lineOf(contract, span, {
      kind: 'appraisal',
      subject: { agent: agentId },
      quantity: difference(figure('score', score, { table: 'kpi-scores', agentId }), constant(1n)),
      unit: 'score',
      unitPrice: product(
        lineFigure(contract, line, position),
        contractFigure('appraisal_share', appraisal.share),
      ),
    }),
  );
}
