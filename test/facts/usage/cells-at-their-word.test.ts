/** Blanks, times and ids are taken at their word, and no further: small months through the whole program. */
import { expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import type { RunResult } from '../../../src/run/run-result.js';
import { billSmall } from '../small-input.js';
import { besideFewRows } from '../../support/of-few-rows.js';

const CONTRACT = `contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms
C1,M1,base_commission,2026-01-01,CNY,2600,0.10,0,false,net 30
`;
const ORDERS = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';
const REFUNDS = 'refund_id,order_id,refunded_at,amount\n';
const SHIFTS = 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n';
const NONE = { 'contracts.csv': CONTRACT, 'shifts.csv': SHIFTS, 'refunds.csv': REFUNDS };

/** What is billed, or the problems that keep it from being billed. */
function outcome({ documents, problems }: RunResult): string[] {
  const found = besideFewRows(problems).map(({ severity, code }) => `${severity} ${code}`);
  return [
    ...documents.map(({ total, currency }) => formatAmount(total, currency)),
    ...new Set(found),
  ];
}

it.each(['\t', '\v', '\f', '\u00a0', '\u2003', '\u3000', '\ufeff', ' '])(
  'a cell loses the blank %j around it',
  async (blank) => {
    const orders = `${ORDERS}O1,M1${blank},S1,2026-10-02T10:00,1000.00,CNY,A\n${blank}O2,M1,S1,2026-10-02T10:00,1000.00,CNY,A\n`;
    const refunds = `${REFUNDS}R1,O2${blank},2026-10-03T10:00,500.00\n`;
    // (1,000.00 + 1,000.00 − 500.00) × 0.10
    await billSmall({ ...NONE, 'orders.csv': orders, 'refunds.csv': refunds }, (result) => {
      expect(outcome(result)).toEqual(['150.00']);
    });
  },
);

it.each(['\n', '\r\n', '\n\n'])(
  'a quoted cell loses the line end %j at its edges, where nothing else has a blank around it',
  async (end) => {
    const orders = `${ORDERS}"O1${end}",M1,S1,2026-10-02T10:00,1000.00,CNY,A\nO2,M1,S1,2026-10-02T10:00,1000.00,CNY,"${end}A"\n`;
    const refunds = `${REFUNDS}R1,O1,2026-10-03T10:00,500.00\nR2,"${end}O2",2026-10-03T10:00,300.00\n`;
    // (1,000.00 + 1,000.00 − 500.00 − 300.00) × 0.10
    await billSmall({ ...NONE, 'orders.csv': orders, 'refunds.csv': refunds }, (result) => {
      expect(outcome(result)).toEqual(['120.00']);
    });
  },
);

it.each(['', '\ufeff'])('a header of two lines behind %j is a header', async (mark) => {
  const header = `${mark}"order_id\n",merchant_id,store_id,paid_at,amount,currency,"\nagent_id"\n`;
  const files = { ...NONE, 'orders.csv': `${header}O1,M1,S1,2026-10-02T10:00,1000.00,CNY,A\n` };
  // 1,000.00 × 0.10
  await billSmall(files, (result) => {
    expect(outcome(result)).toEqual(['100.00']);
  });
});

const LONG = '351520011';

it.each([
  // Two ids of 19 digits have lost four each.
  ['two ids that end in zeros', [`${LONG}0000010000`, `${LONG}0000020000`], ['error id-rounded']],
  ['two equal ids', [`${LONG}0000010000`, `${LONG}0000010000`], ['error id-rounded']],
  ['one that does not', [`${LONG}0000010000`, `${LONG}0000020001`], ['20.00']],
  // A zero at the end of one id of 16 digits is chance, of three it is none.
  ['a zero by chance', ['3515200110000010', '1'], ['20.00']],
  [
    'three zeros by rounding',
    ['3515200110000010', '3515200110000020', '3515200110000030'],
    ['error id-rounded'],
  ],
  ['ids of fifteen digits', ['351520011000000', '351520011000010'], ['20.00']],
])('ids: %s', async (_, ids, expected) => {
  const rows = ids.map((id) => `${id},M1,S1,2026-10-02T10:00,100.00,CNY,A\n`).join('');
  await billSmall({ ...NONE, 'orders.csv': ORDERS + rows }, (result) => {
    expect(outcome(result)).toEqual(expected);
  });
});

it.each(['无', '-', '/', 'N/A', '静默', 'null'])('%s is no agent', async (word) => {
  const orders = `${ORDERS}O1,M1,S1,2026-10-02T10:00,100.00,CNY,${word}\n`;
  await billSmall({ ...NONE, 'orders.csv': orders }, (result) => {
    expect(outcome(result)).toEqual(['error agent-placeholder']);
  });
});

it.each([
  // (1,000.00 − 100.00) × 0.10: midnight is the day, and 11:59 is before noon.
  ['2026-10-05T00:00', ['90.00']],
  ['2026-10-05T12:00', ['90.00']],
  ['2026-10-05T11:59', ['error refund-before-order']],
  ['2026-10-04T00:00', ['error refund-before-order']],
])('a refund of %s of an order of noon: %j', async (refundedAt, expected) => {
  const files = {
    ...NONE,
    'orders.csv': `${ORDERS}O1,M1,S1,2026-10-05T12:00,1000.00,CNY,A\n`,
    'refunds.csv': `${REFUNDS}R1,O1,${refundedAt},100.00\n`,
  };
  await billSmall(files, (result) => {
    expect(outcome(result)).toEqual(expected);
  });
});

const shift = (from: string, to: string): string =>
  `${SHIFTS}W1,M1,S1,A,pre_sales,day,${from},${to},worked\n`;

it.each([
  // On 2026-10-25 the clocks of Berlin are set back: the day has 25 hours. One day of 26 of 2,600.00.
  ['Europe/Berlin', '2026-10-25T00:00', '2026-10-26T00:00', ['100.00']],
  ['Europe/Berlin', '2026-10-25T00:00', '2026-10-26T00:01', ['error shift-length']],
  ['Europe/Berlin', '2026-10-24T00:00', '2026-10-25T00:01', ['error shift-length']],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T08:00', ['error time-ambiguous']],
])('in %s, a shift of %s to %s: %j', async (zone, from, to, expected) => {
  const files = {
    ...NONE,
    'provider.json': `{"name": "P", "tax_id": "1", "address": "A", "bank_name": "B", "bank_account": "2", "time_zone": "${zone}"}`,
    'orders.csv': ORDERS,
    'shifts.csv': shift(from, to),
  };
  await billSmall(files, (result) => {
    expect(outcome(result)).toEqual(expected);
  });
});
