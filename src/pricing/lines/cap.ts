/**
 * `cap`: where the agents' months exceed the seats, one line that brings their lines to exactly
 * rate × seats. Appraisals are left as they are.
 *
 * > 2 seats at 3,000; three agents worked 1 + 1 + 0.5 months: 7,500.00, cap −1,500.00 = 6,000.00.
 */
import type { BillingSpan } from '../../period/period.js';
import { allMonths, exceedSeats, type AgentRateContract, type Earner } from '../agent-months.js';
import { lineOf, unlessZero, type ContractLine } from '../contract-line.js';
import { constant, contractFigure } from '../figures.js';
import { sumOfLines } from '../line-sums.js';
import { atMost, difference, product, type Term } from '../terms.js';

/** `lines` are all of the contract so far. */
export function capLines(
  contract: AgentRateContract,
  span: BillingSpan,
  earners: readonly Earner[],
  lines: readonly ContractLine[],
  rate: Term,
): ContractLine[] {
  const { seats } = contract;
  if (seats === null || !exceedSeats(contract, earners)) return [];
  const months = atMost(allMonths(contract, earners), contractFigure('seats', seats));
  const earned = sumOfLines(contract, lines, ({ kind }) => kind === 'salary' || kind === 'base');
  return unlessZero(
    lineOf(contract, span, {
      kind: 'cap',
      quantity: constant(1n),
      unit: 'cap',
      unitPrice: difference(product(months, rate), earned),
    }),
  );
}
