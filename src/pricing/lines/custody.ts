/**
 * `custody`: the dates on which an agent stood in × a rate per day.
 *
 * > Agent A in custody on 3 dates at 150: 450.00.
 */
import type { Rational } from '../../money/rational.js';
import type { LocalDate } from '../../period/local-date.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure, figure } from '../figures.js';

/** `dates` in order. */
export function custodyLine(
  contract: ContractTerms,
  span: BillingSpan,
  rate: Rational,
  agentId: string,
  dates: readonly LocalDate[],
): ContractLine {
  const source = { table: 'shifts', agentId, shift: null, dates } as const;
  return lineOf(contract, span, {
    kind: 'custody',
    subject: { agent: agentId },
    quantity: figure('days', BigInt(dates.length), source),
    unit: 'day',
    unitPrice: contractFigure('rate', rate, contract.currency),
  });
}
