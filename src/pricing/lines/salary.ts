/**
 * `salary`: an agent's part of a month × the monthly rate.
 *
 * > 20.5 agent-days of 26 at 5,200: 20.5/26 × 5,200 = 4,100.00.
 */
import type { BillingSpan } from '../../period/period.js';
import { monthsOf, type AgentRateContract, type Earner } from '../agent-months.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import type { Term } from '../terms.js';

export function salaryLine(
  contract: AgentRateContract,
  span: BillingSpan,
  earner: Earner,
  rate: Term,
): ContractLine {
  return lineOf(contract, span, {
    kind: 'salary',
    subject: { agent: earner.agentId },
    quantity: monthsOf(contract, earner),
    unit: 'month',
    unitPrice: rate,
  });
}
