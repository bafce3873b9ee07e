/**
 * `event`: the agents of each day of one event × a rate per agent and day.
 *
 * > 11-10 to 11-12, 2 agents, 200: 3 × 2 × 200 = 1,200.00.
 */
import type { Rational } from '../../money/rational.js';
import type { BillingSpan } from '../../period/period.js';
import type { ContractTerms } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { contractFigure, figure } from '../figures.js';
import { sum } from '../terms.js';
import type { EventDay } from '../usage.js';

/** `days` are those of the event, in order of date. */
export function eventLine(
  contract: ContractTerms,
  span: BillingSpan,
  rate: Rational,
  event: string,
  days: readonly [EventDay, ...EventDay[]],
): ContractLine {
  const agents = days.map(({ date, agents: count }) =>
    figure('agents', count, { table: 'event-days', event, date }, { of: date }),
  );
  return lineOf(contract, span, {
    kind: 'event',
    subject: { event },
    quantity: sum(agents),
    unit: 'agent_day',
    unitPrice: contractFigure('rate', rate, contract.currency),
    service: { from: days[0].date, to: (days.at(-1) ?? days[0]).date },
  });
}
