/**
 * `fixed_salary`: a rate per agent and month, moved by an appraisal.
 *
 * > 5,200 a month, 26 standard days, share 0.15. Agent A: 26 days, score 0.92;
 * > agent B: 20.5 days, score 1.05.
 * > A 5,200.00, appraisal 5,200 × 0.15 × −0.08 = −62.40.
 * > B 5,200 × 20.5/26 = 4,100.00, appraisal 4,100 × 0.15 × 0.05 = +30.75. Sum 9,268.35.
 */
import { append } from '../../append.js';
import { problem, type Problem } from '../../problem.js';
import { earnersOf, monthlyRate, workloadProblems, type Earner } from '../agent-months.js';
import type { ContractLine } from '../contract-line.js';
import type { AgentRate, Appraisal, ContractTerms } from '../contract.js';
import { appraisalInForce, appraisalLines } from '../lines/appraisal.js';
import { capLines } from '../lines/cap.js';
import { salaryLine } from '../lines/salary.js';
import { priced, type PricedLines } from '../priced.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface FixedSalaryContract extends ContractTerms, AgentRate {
  readonly plan: 'fixed_salary';
  readonly appraisal: Appraisal | null;
}

export const fixedSalary = {
  plan: 'fixed_salary',
  facts: ['shifts'],
  columns: ['seats', 'rate', 'standard_days', 'hours_per_day', 'appraisal_share', 'appraisal_from'],
  scales: ['consultations_per_agent_day'],
  contractOf: (reader) => ({
    ...reader.terms(),
    ...reader.agentRate(),
    plan: 'fixed_salary',
    appraisal: reader.appraisal(),
  }),
  price: priceFixedSalary,
} as const satisfies PlanDefinition<FixedSalaryContract>;

/**
 * Each agent's salary, and directly below it the agent's appraisal; then the cap by seats,
 * which leaves the appraisals as they are.
 */
function priceFixedSalary(
  contract: FixedSalaryContract,
  usage: Usage,
  { span, scores }: PricingContext,
): PricedLines {
  const earners = earnersOf(contract, usage.attendance, 'agent');
  const rate = monthlyRate(contract, span, earners, usage.consultationDays);
  const appraisal = appraisalInForce(contract.appraisal, span);
  const lines: ContractLine[] = [];
  const problems: Problem[] = workloadProblems(contract, span, earners, usage.consultationDays);
  for (const earner of earners) {
    const line = salaryLine(contract, span, earner, rate);
    lines.push(line);
    if (appraisal === null) continue;
    const { agentId } = earner;
    const score = scores.get(agentId);
    const appraised = { line, position: lines.length, agentId };
    if (score === undefined) problems.push(scoreMissing(contract, span.period.id, earner));
    else append(lines, appraisalLines(contract, span, appraisal, appraised, score));
  }
  return priced([...lines, ...capLines(contract, span, earners, lines, rate)], problems);
}

function scoreMissing(contract: ContractTerms, period: string, { agentId }: Earner): Problem {
  return problem(
    'score-missing',
    { file: 'kpi-scores.csv', column: 'score', merchantId: contract.merchantId },
    { agentId, contractId: contract.contractId, period },
  );
}
