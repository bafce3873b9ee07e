/** An order that stands twice in its file, in the statement of its merchant. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { billSmall } from '../small-input.js';

const ORDERS = `order_id,merchant_id,store_id,paid_at,amount,currency,agent_id
O1,M1,S1,2026-10-02T10:00,100.00,CNY,A
O1,M1,S1,2026-10-02T10:00,100.00,CNY,A
`;

// of 100.00, 20.00 were refunded: 80.00 remain, and the repeat takes nothing more off
const STATEMENT = [
  'O1,S1,2026-10-02T10:00,A,C1,billed,CNY,100.00,100.00,20.00,0.00,80.00,',
  'O1,S1,2026-10-02T10:00,A,,exact_duplicate,CNY,100.00,0.00,0.00,0.00,0.00,',
];

it('deducts its refund once, and stands in the order of the file', async () => {
  const statement = await billSmall({ 'orders.csv': ORDERS }, (_, output) =>
    readFileSync(join(output, '2026-10/batch-001/statements/M1-orders.csv'), 'utf8'),
  );
  expect(statement.trimEnd().split('\r\n').slice(1)).toEqual(STATEMENT);
});
