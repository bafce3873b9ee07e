/** Refunds of this period that cannot be: before their order, or beyond it in sum. */
import { formatAmount } from '../../money/amount.js';
import { findCurrency } from '../../money/currency.js';
import { assert, told, type Problem } from '../../problem.js';
import { textOf, wholeOf, type Database, type Row } from '../database.js';
import { firstOfRows, placeOf } from '../tables/row-place.js';

export async function impossibleRefunds(database: Database): Promise<Problem[]> {
  const before =
    await database.rows(`SELECT counted.*, shown_time(counted.refunded_at_local) AS refunded,
      shown_time(paid_at_local) AS paid
    FROM counted_refunds AS counted JOIN refunds USING (file, record) WHERE outcome = 'billed'
      AND counted.refunded_at_instant < counted.paid_at_instant ORDER BY file, record`);
  const beyond = await database.rows(`SELECT merchant_id, order_id, currency, order_amount,
      ${firstOfRows('counted_refunds')}, sum(amount) AS amount, shown_time(any_value(paid_at_local)) AS paid,
      shown_time(min(refunded_at_local)) AS first_refunded, shown_time(max(refunded_at_local)) AS last_refunded
    FROM counted_refunds GROUP BY merchant_id, order_id, order_amount, currency
    HAVING sum(amount) > order_amount AND bool_or((file, record) IN
      (SELECT (file, record) FROM refunds WHERE outcome = 'billed')) ORDER BY merchant_id, order_id`);
  return [...before.map(beforeOrder), ...beyond.map(beyondOrder)];
}

function beforeOrder(row: Row): Problem {
  return told(
    'refund-before-order',
    { ...placeOf(row), column: 'refunded_at' },
    `the refund of ${shown(row, 'amount')} is dated ${textOf(row, 'refunded')}, before its order ${textOf(row, 'order_id')} of ${shown(row, 'order_amount')} was paid, ${textOf(row, 'paid')}`,
    'correct refunded_at of the refund, or paid_at of the order',
  );
}

function beyondOrder(row: Row): Problem {
  const count = wholeOf(row, 'row_count');
  const [first, last] = [textOf(row, 'first_refunded'), textOf(row, 'last_refunded')];
  const refunds =
    count === 1n
      ? `the refund of ${first} comes to ${shown(row, 'amount')}, and its`
      : `the ${count} refunds of ${first} to ${last} come to ${shown(row, 'amount')}, and their`;
  return told(
    'refund-exceeds-order',
    { ...placeOf(row), column: 'amount' },
    `${refunds} order ${textOf(row, 'order_id')}, paid ${textOf(row, 'paid')}, to ${shown(row, 'order_amount')}`,
    'correct the amount of a refund, or of the order',
  );
}

/** `100.00 CNY`. */
function shown(row: Row, column: string): string {
  const currency = findCurrency(textOf(row, 'currency'));
  assert(currency !== undefined, 'a counted refund has the known currency of its order');
  return `${formatAmount(wholeOf(row, column), currency)} ${currency.code}`;
}
