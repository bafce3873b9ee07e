/**
 * `base`: an agent's part of a month on one shift × the monthly base. One person on the day and on
 * the evening shift has two.
 *
 * > 13 agent-days of 26 on the evening shift at 1,500: 13/26 × 1,500 = 750.00.
 */
import type { BillingSpan } from '../../period/period.js';
import { monthsOf, type AgentRateContract, type Earner } from '../agent-months.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import type { Term } from '../terms.js';

export function baseLine(
  contract: AgentRateContract,
  span: BillingSpan,
  earner: Earner,
  rate: Term,
): ContractLine {
  return lineOf(contract, span, {
    kind: 'base',
    subject: { agent: earner.agentId, shift: earner.shift ?? '' },
    quantity: monthsOf(contract, earner),
    unit: 'month',
    unitPrice: rate,
  });
}
