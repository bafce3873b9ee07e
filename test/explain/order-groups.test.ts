/** What a published statement says of its orders, its ids as they are. */
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { orderGroups } from '../../src/explain/order-groups.js';

const HEADER =
  'order_id,store_id,paid_at,agent_id,contract_id,outcome,currency,amount,attributed_sales,refunds,late_refunds,net_sales,exchange_rate';

it('ids lose the tab and the apostrophe that keep spreadsheets from changing them', async () => {
  const rows = [
    '3515200110000000001\t,S1,2026-10-02T10:00,A1,C1,billed,CNY,100.00,100.00,0.00,0.00,100.00,',
    "'=7,S1,2026-10-03T10:00,A1,C1,billed,CNY,50.50,50.50,0.00,0.00,50.50,",
  ];
  const csv = Readable.from([`\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`]);
  const [group] = await orderGroups(csv, 5);
  expect(group?.first.map(({ orderId }) => orderId)).toEqual(['3515200110000000001', '=7']);
  expect([group?.kind, group?.orders, group?.sum]).toEqual(['attributed', 2, '150.50']);
});
