/**
 * `event_hosting`: a rate per agent and event day (Double 11, Double 12, 618).
 *
 * > 11-10 to 11-12, 2 agents, 200: 3 × 2 × 200 = 1,200.00.
 */
import { Rational } from '../money/rational.js';
import type { BillingSpan } from '../period/period.js';
import type { EventHostingContract } from './contract.js';
import { figure, lineOf, type Line } from './line.js';
import { priced, type Priced } from './priced.js';
import type { EventDay, Usage } from './usage.js';

/** One line per event, in order of its first day. */
export function priceEventHosting(
  contract: EventHostingContract,
  usage: Usage,
  span: BillingSpan,
): Priced {
  const byEvent = new Map<string, [EventDay, ...EventDay[]]>();
  const days = [...usage.eventDays].sort(byDateAndEvent);
  for (const day of days) {
    const known = byEvent.get(day.event);
    if (known === undefined) byEvent.set(day.event, [day]);
    else known.push(day);
  }
  return priced([...byEvent].map(([event, of]) => eventLine(contract, span, event, of)));
}

function eventLine(
  contract: EventHostingContract,
  span: BillingSpan,
  event: string,
  days: readonly [EventDay, ...EventDay[]],
): Line {
  const agentDays = days.reduce((total, { agents }) => total + agents, 0n);
  return lineOf(contract, span, {
    kind: 'event',
    description: { zh: `活动托管 ${event}`, en: `Event hosting, ${event}` },
    quantity: Rational.of(agentDays),
    unit: 'agent_day',
    unitPrice: contract.rate,
    basis: [
      figure('event', event),
      ...days.map(({ date, agents }) => figure('agents', String(agents), date)),
      figure('rate', contract.rate),
    ],
    service: { from: days[0].date, to: (days.at(-1) ?? days[0]).date },
  });
}

function byDateAndEvent(left: EventDay, right: EventDay): number {
  const [one, other] = [left.date + left.event, right.date + right.event];
  return one < other ? -1 : one > other ? 1 : 0;
}
