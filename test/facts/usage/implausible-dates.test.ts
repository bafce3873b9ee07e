import { expect, it } from 'vitest';
import { billSmall } from '../small-input.js';

const ORDERS = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
const GOOD = 'O1,M1,S1,2026-10-02T10:00,100.00,CNY,A\n';

/** The place of each warning and what it says, for October 2026. */
async function warnings(files: Readonly<Record<string, string>>): Promise<unknown[]> {
  return billSmall(files, ({ problems }) =>
    problems
      .filter(({ code }) => code === 'date-implausible')
      .map(({ severity, file, record, column, values }) => [
        severity,
        file,
        record,
        column,
        values,
      ]),
  );
}

it.each([
  // Five years before October 2026 is from 2021-10-01 on, and five years behind it until 2031-10-31.
  ['0001-10-05', true],
  ['2021-09-30', true],
  ['2021-10-01', false],
  ['2031-10-31', false],
  ['2031-11-01', true],
  ['9999-12-31', true],
])('an order paid on %s: %j', async (date, isFar) => {
  const found = await warnings({
    'orders.csv': `${ORDERS}${GOOD}O2,M1,S1,${date}T23:59,10.00,CNY,A\n`,
  });
  const told = { date, period: '2026-10', yearsMax: 5, moreRows: 0 };
  expect(found).toEqual(isFar ? [['warning', 'orders.csv', 2, 'paid_at', told]] : []);
});

it('shifts, consultations and refunds too, one warning a file', async () => {
  const far = (id: number): string => `O${id},M1,S1,0202-10-05T10:00,10.00,CNY,A\n`;
  const found = await warnings({
    'orders.csv': `${ORDERS}${GOOD}${far(2)}${far(3)}${far(4)}`,
    'shifts.csv':
      'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\nW1,M1,S1,A,pre_sales,day,2062-10-01T09:00,2062-10-01T17:00,worked\n',
    'consultations.csv':
      'date,merchant_id,store_id,role,agent_id,consultations\n2206-10-01,M1,S1,pre_sales,A,5\n',
    'refunds.csv': 'refund_id,order_id,refunded_at,amount\nR1,O1,1970-01-01T00:00,1.00\n',
  });
  const told = (date: string, moreRows = 0): object => ({
    ...{ date, period: '2026-10', yearsMax: 5, moreRows },
  });
  expect(found).toEqual([
    ['warning', 'shifts.csv', 1, 'starts_at', told('2062-10-01')],
    ['warning', 'consultations.csv', 1, 'date', told('2206-10-01')],
    ['warning', 'orders.csv', 2, 'paid_at', told('0202-10-05', 2)],
    ['warning', 'refunds.csv', 1, 'refunded_at', told('1970-01-01')],
  ]);
});
