/**
 * `hours`: an agent's hours × the rate per hour.
 *
 * > 25 an hour, minimum 4: shifts of 7.5, 8 and 2 hours: 7.5 + 8 + 4 = 19.5 hours, 487.50.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure, figure } from '../figures.js';

export function hoursLine(
  contract: ContractTerms,
  span: BillingSpan,
  rate: Rational,
  agentId: string,
  hours: Rational,
): ContractLine {
  const source = { table: 'shifts', agentId, shift: null, dates: null } as const;
  return lineOf(contract, span, {
    kind: 'hours',
    subject: { agent: agentId },
    quantity: figure('hours', hours, source),
    unit: 'hour',
    unitPrice: contractFigure('rate', rate, contract.currency),
  });
}
