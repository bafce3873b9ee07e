/**
 * `fixed_salary`: a rate per agent and month, moved by an appraisal.
 *
 * > 5,200 a month, 26 standard days, share 0.15. Agent A: 26 days, score 0.92;
 * > agent B: 20.5 days, score 1.05.
 * > A 5,200.00, appraisal 5,200 × 0.15 × −0.08 = −62.40.
 * > B 5,200 × 20.5/26 = 4,100.00, appraisal 4,100 × 0.15 × 0.05 = +30.75. Sum 9,268.35.
 */
import { toMajorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import {
  capLines,
  earnerLine,
  earnersOf,
  monthlyRate,
  workloadProblems,
  type Earner,
} from './agent-months.js';
import type { Appraisal, FixedSalaryContract } from './contract.js';
import { figure, lineOf, type Line } from './line.js';
import { priced, type Priced } from './priced.js';
import type { Usage } from './usage.js';

/** Scores of the billed period by agent; 1 is the target met. */
export type Scores = ReadonlyMap<string, Rational>;

/**
 * Each agent's salary, and directly below it the agent's appraisal; then the cap by seats,
 * which leaves the appraisals as they are.
 */
export function priceFixedSalary(
  contract: FixedSalaryContract,
  usage: Usage,
  span: BillingSpan,
  scores: Scores,
): Priced {
  const earners = earnersOf(contract, usage.attendance, 'agent');
  const rate = monthlyRate(contract, earners, usage.consultationDays);
  const appraisal = appraisalInForce(contract, span);
  const lines: Line[] = [];
  const salaries: Line[] = [];
  const problems: Problem[] = workloadProblems(contract, span, earners, usage);
  for (const earner of earners) {
    const salary = earnerLine(contract, span, 'salary', earner, rate);
    salaries.push(salary);
    lines.push(salary);
    if (appraisal === null) continue;
    const score = scores.get(earner.agentId);
    if (score === undefined) problems.push(scoreMissing(contract, span, earner));
    else lines.push(...appraisalLines(contract, span, salary, earner, appraisal, score));
  }
  return priced([...lines, ...capLines(contract, span, earners, salaries, rate)], problems);
}

/** The appraisal, from the first period that begins on or after its date. */
export function appraisalInForce(
  contract: FixedSalaryContract,
  span: BillingSpan,
): Appraisal | null {
  const { appraisal } = contract;
  if (appraisal?.from && span.period.firstDay < appraisal.from) return null;
  return appraisal;
}

/** Rounded salary × share × (score − 1); no line where that is 0. */
function appraisalLines(
  contract: FixedSalaryContract,
  span: BillingSpan,
  salary: Line,
  earner: Earner,
  appraisal: Appraisal,
  score: Rational,
): Line[] {
  const salaryAmount = toMajorUnits(salary.amount, contract.currency);
  const line = lineOf(contract, span, {
    kind: 'appraisal',
    description: { zh: `绩效考核 ${earner.agentId}`, en: `KPI appraisal, ${earner.agentId}` },
    quantity: score.minus(Rational.ONE),
    unit: 'score',
    unitPrice: salaryAmount.times(appraisal.share),
    basis: [
      figure('agent', earner.agentId),
      figure('salary', salaryAmount),
      figure('appraisal_share', appraisal.share),
      figure('score', score),
    ],
  });
  return line.amount === 0n ? [] : [line];
}

function scoreMissing(contract: FixedSalaryContract, span: BillingSpan, earner: Earner): Problem {
  return problem(
    'score-missing',
    { file: 'kpi-scores.csv', column: 'score', merchantId: contract.merchantId },
    { agentId: earner.agentId, contractId: contract.contractId, period: span.period.id },
  );
}
