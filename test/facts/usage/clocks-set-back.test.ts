/** A zone whose clocks go back by half an hour: what they show twice is nobody's guess. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DateTime } from 'luxon';
import { formatAmount } from '../../../src/money/amount.js';
import { localDate } from '../../../src/period/local-date.js';
import { parsePeriod } from '../../../src/period/period.js';
import { spanToPublish } from '../../../src/run/choose-span.js';
import { bill } from '../../run/run-demo.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { besideFewRows } from '../../support/of-few-rows.js';

const FILES = {
  'provider.json':
    '{ "name": "P", "tax_id": "1", "address": "A", "bank_name": "B", "bank_account": "2", "time_zone": "Australia/Lord_Howe" }',
  'merchants.csv': 'merchant_id,name\nM1,Lotus Home\n',
  'contracts.csv':
    'contract_id,merchant_id,plan,starts_on,currency,rate,hours_per_day,tax_rate,tax_included,payment_terms\nC1,M1,fixed_salary,2026-01-01,CNY,2600,9,0,false,net 30\n',
  'orders.csv': 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n',
  'refunds.csv': 'refund_id,order_id,refunded_at,amount\n',
};

async function billedInApril(from: string, to: string): Promise<string[]> {
  const input = temporaryFolder(FILES);
  writeFileSync(
    join(input, 'shifts.csv'),
    `shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\nW1,M1,S1,A,pre_sales,day,${from},${to},worked\n`,
  );
  const { documents, problems } = await bill(input, temporaryFolder(), {
    spanOf: ({ timeZone, settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2026-05-20T09:00', { zone: timeZone }),
        parsePeriod('2026-04') ?? null,
        localDate('2026-05-20'),
        settlementDays,
      ),
  });
  return [
    ...documents.map(({ total, currency }) => formatAmount(total, currency)),
    ...besideFewRows(problems).map(({ code }) => code),
  ];
}

// On 2026-04-05 the clocks go from 02:00 back to 01:30. A day of 9 hours is 2,600 / 26 = 100.00.
it.each([
  ['01:45', '09:45', ['time-ambiguous']],
  ['01:30', '09:30', ['time-ambiguous']],
  ['00:00', '01:59', ['time-ambiguous']],
  // From 01:29 to 09:00 are 7:31, and the half hour that comes twice: 481 minutes of 540, 89.07.
  ['01:29', '09:00', ['89.07']],
  // From 02:00, which comes once, to 10:00: 480 minutes of 540, 88.89.
  ['02:00', '10:00', ['88.89']],
])('a shift of %s to %s: %j', async (from, to, expected) => {
  expect(await billedInApril(`2026-04-05T${from}`, `2026-04-05T${to}`)).toEqual(expected);
});

it('a whole calendar day, which has 24 hours and a half, is no longer than a day', async () => {
  expect(await billedInApril('2026-04-05T00:00', '2026-04-06T00:00')).toEqual(['100.00']);
  expect(await billedInApril('2026-04-05T00:00', '2026-04-06T00:01')).toEqual(['shift-length']);
});
