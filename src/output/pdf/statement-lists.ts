/** Event days and sales, as short lists. */
import { groupInOrder } from '../../group-by.js';
import { formatAmountGrouped, sumAmounts } from '../../money/amount.js';
import { byDateAndEvent } from '../../pricing/plans/event-hosting.js';
import type { EventDay, Sales } from '../../pricing/usage.js';
import {
  beside,
  fitted,
  gap,
  rule,
  small,
  stack,
  tagged,
  text,
  type Block,
} from './engine/block.js';
import { counted, LABELS, UNIT_LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { dateRuns } from '../../words/numbers.js';
import { span } from './engine/style.js';

/** A row per event, in the order of the invoice's lines: how many agent-days, and how many agents on which dates. */
export function eventRows(days: readonly EventDay[], say: Say): Block[] {
  const inOrder = [...days].sort(byDateAndEvent);
  return [...groupInOrder(inOrder, ({ event }) => event)].map(([event, of]) => {
    const total = of.reduce((sum, { agents }) => sum + agents, 0n);
    const byAgents = [...groupInOrder(of, ({ agents }) => String(agents))].map(
      ([agents, on]) =>
        `${dateRuns(on.map(({ date }) => date))} × ${agents} ${say(counted(agents, LABELS.agents))}`,
    );
    return rowOf(
      event,
      `${total} ${say(counted(String(total), UNIT_LABELS['agent_day'] ?? LABELS.days))}`,
      byAgents.join(', '),
    );
  });
}

/** A name, how much of it, and which dates. */
export function rowOf(name: string, count: string, dates: string): Block {
  const cells = [text(name, span(0, 4)), text(count, span(4, 7)), small(dates, span(7, 12))];
  return stack([tagged('Div', beside(cells)), gap(3)]);
}

/** Attributed − refunds − late refunds = net. */
export function salesTable(sales: Sales, say: Say): Block {
  const { currency } = sales;
  const row = (label: string, amount: bigint, bold = false): Block =>
    tagged(
      'Div',
      beside([
        text(label, span(0, 5), { bold }),
        fitted(formatAmountGrouped(amount, currency), span(5, 8), { align: 'right', bold }),
      ]),
    );
  const late = sumAmounts(sales.lateRefunds.map(({ amount }) => amount));
  return stack([
    row(
      `${say(LABELS.attributed)} (${sales.attributedOrders} ${say(counted(String(sales.attributedOrders), LABELS.orders))})`,
      sales.attributed,
    ),
    row(say(LABELS.refunds), -sales.refunds),
    ...sales.lateRefunds.map(({ orderPeriod, amount }) =>
      row(`${say(LABELS.lateRefunds)} (${orderPeriod})`, -amount),
    ),
    gap(2),
    rule(undefined, undefined, span(0, 8)),
    gap(2),
    row(say(LABELS.netSales), sales.attributed - sales.refunds - late, true),
  ]);
}
