/**
 * `appraisal`: the agent's rounded line × the share that the score moves × (score − 1); no line at 0.
 *
 * > 5,200.00 × 0.15 × (0.92 − 1) = −62.40.
 */
import type { BillingSpan } from '../../period/period.js';
import { problem, type Problem } from '../../problem.js';
import type { Appraisal, ContractTerms } from '../contract.js';
import { lineOf, unlessZero, type ContractLine } from '../contract-line.js';
import { constant, contractFigure, figure } from '../figures.js';
import { scoreByIndicators, type IndicatorValue } from '../indicators.js';
import { lineFigure } from '../line-sums.js';
import type { PricedLines, Scores } from '../priced.js';
import { difference, product, type Term } from '../terms.js';

/** What agents achieved in the billed period under one contract. */
export interface Achievements {
  readonly scores: Scores;
  readonly indicatorValues: readonly IndicatorValue[];
}

/** The appraisal, from the first period that begins on or after its date. */
export function appraisalInForce(
  appraisal: Appraisal | null,
  { period }: BillingSpan,
): Appraisal | null {
  if (appraisal?.from && period.firstDay < appraisal.from) return null;
  return appraisal;
}

/** A line of an agent, with the appraisal directly below it. */
interface AppraisedLine {
  readonly agentId: string;
  readonly line: ContractLine;
}

/** The lines, each followed by its appraisal where the contract has one in force. */
export function withAppraisals(
  contract: ContractTerms & { readonly appraisal: Appraisal | null },
  span: BillingSpan,
  earned: readonly AppraisedLine[],
  achieved: Achievements,
): PricedLines {
  const appraisal = appraisalInForce(contract.appraisal, span);
  const lines: ContractLine[] = [];
  const problems = new Map<string, Problem>();
  for (const { agentId, line } of earned) {
    lines.push(line);
    if (appraisal === null) continue;
    const score = scoreOf(contract, appraisal, span, agentId, achieved);
    if (!('kind' in score)) problems.set(agentId, score);
    else
      for (const one of appraisalLines(contract, span, appraisal, lines, agentId, score))
        lines.push(one);
  }
  return { lines, problems: [...problems.values()] };
}

/** Of the last of the contract's lines so far. */
function appraisalLines(
  contract: ContractTerms,
  span: BillingSpan,
  appraisal: Appraisal,
  lines: readonly ContractLine[],
  agentId: string,
  score: Term,
): ContractLine[] {
  const line = lines.at(-1);
  if (line === undefined) return [];
  return unlessZero(
    lineOf(contract, span, {
      kind: 'appraisal',
      subject: { agent: agentId },
      quantity: difference(score, constant(1n)),
      unit: 'score',
      unitPrice: product(
        lineFigure(contract, line, lines.length),
        contractFigure('appraisal_share', appraisal.share),
      ),
    }),
  );
}

/** The score that was given, or that the indicators come to; or what is missing, which blocks the merchant. */
function scoreOf(
  contract: ContractTerms,
  { indicators }: Appraisal,
  { period }: BillingSpan,
  agentId: string,
  { scores, indicatorValues }: Achievements,
): Term | Problem {
  const { contractId, merchantId } = contract;
  const told = { agentId, contractId, period: period.id };
  if (indicators.length > 0) {
    const score = scoreByIndicators(indicators, indicatorValues, agentId);
    if ('kind' in score) return score;
    const place = { file: 'kpi-values.csv', column: 'value', merchantId };
    return problem('indicator-value-missing', place, { ...told, indicators: score });
  }
  const score = scores.get(agentId);
  if (score !== undefined) return figure('score', score, { table: 'kpi-scores', agentId });
  return problem('score-missing', { file: 'kpi-scores.csv', column: 'score', merchantId }, told);
}
