/**
 * `fixed_salary`: a rate per agent and month, moved by an appraisal.
 *
 * > 5,200 a month, 26 standard days, share 0.15. Agent A: 26 days, score 0.92;
 * > agent B: 20.5 days, score 1.05.
 * > A 5,200.00, appraisal 5,200 × 0.15 × −0.08 = −62.40.
 * > B 5,200 × 20.5/26 = 4,100.00, appraisal 4,100 × 0.15 × 0.05 = +30.75. Sum 9,268.35.
 */
import { earnersOf, monthlyRate, workloadProblems } from '../agent-months.js';
import type { AgentRate, Appraisal, ContractTerms, WorkedTimeTerms } from '../contract.js';
import { withAppraisals } from '../lines/appraisal.js';
import { capLines } from '../lines/cap.js';
import { salaryLine } from '../lines/salary.js';
import { surchargeLines } from '../lines/surcharge.js';
import { priced, type PricedLines } from '../priced.js';
import { agentDayRate, surchargedAgentDays } from '../surcharged-days.js';
import { surchargedShifts } from '../surcharged-shifts.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface FixedSalaryContract extends ContractTerms, AgentRate, WorkedTimeTerms {
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
    ...reader.workedTime(),
    plan: 'fixed_salary',
    appraisal: reader.appraisal(),
  }),
  price: priceFixedSalary,
} as const satisfies PlanDefinition<FixedSalaryContract>;

/**
 * Each agent's salary, and directly below it the agent's appraisal; then the cap by seats, which leaves
 * the appraisals as they are, and the surcharges.
 */
function priceFixedSalary(
  contract: FixedSalaryContract,
  usage: Usage,
  { span, achieved, calendar }: PricingContext,
): PricedLines {
  const earners = earnersOf(contract, usage.attendance, 'agent');
  const rate = monthlyRate(contract, span, earners, usage.consultationDays);
  const earned = earners.map((earner) => ({
    agentId: earner.agentId,
    line: salaryLine(contract, span, earner, rate),
  }));
  const appraised = withAppraisals(contract, span, earned, achieved);
  const surcharged = surchargedShifts(contract, usage, calendar.hasTag);
  return priced(
    [
      ...appraised.lines,
      ...capLines(contract, span, earners, appraised.lines, rate),
      ...surchargeLines(contract, span, surcharged, {
        unit: 'agent_day',
        unitPrice: agentDayRate(contract, rate),
        quantityOf: (shifts) => surchargedAgentDays(contract, shifts, 'agent'),
      }),
    ],
    [...workloadProblems(contract, usage), ...appraised.problems],
  );
}
