/**
 * `event_hosting`: a rate per agent and event day (Double 11, Double 12, 618).
 *
 * > 11-10 to 11-12, 2 agents, 200: 3 × 2 × 200 = 1,200.00.
 */
import type { Rational } from '../../money/rational.js';
import type { ContractTerms } from '../contract.js';
import { eventLine } from '../lines/event.js';
import { priced, type PricedLines } from '../priced.js';
import type { EventDay, Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface EventHostingContract extends ContractTerms {
  readonly plan: 'event_hosting';
  /** Per agent and event day. */
  readonly rate: Rational;
}

export const eventHosting = {
  plan: 'event_hosting',
  facts: ['event_days'],
  columns: ['rate'],
  scales: [],
  contractOf: (reader) => ({ ...reader.terms(), plan: 'event_hosting', rate: reader.rate() }),
  price: priceEventHosting,
} as const satisfies PlanDefinition<EventHostingContract>;

/** One line per event, in order of its first day. */
function priceEventHosting(
  contract: EventHostingContract,
  usage: Usage,
  { span }: PricingContext,
): PricedLines {
  const byEvent = new Map<string, [EventDay, ...EventDay[]]>();
  for (const day of [...usage.eventDays].sort(byDateAndEvent)) {
    const known = byEvent.get(day.event);
    if (known === undefined) byEvent.set(day.event, [day]);
    else known.push(day);
  }
  return priced(
    [...byEvent].map(([event, days]) => eventLine(contract, span, contract.rate, event, days)),
  );
}

/** The order of events, in lines and statements. */
export function byDateAndEvent(left: EventDay, right: EventDay): number {
  const [one, other] = [left.date + left.event, right.date + right.event];
  return one < other ? -1 : one > other ? 1 : 0;
}
