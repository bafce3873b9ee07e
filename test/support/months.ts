/**
 * Months of a merchant, published one after the other. The contracts take 10 % of net sales, without tax;
 * C1 ends with September, C2 follows. O1 of September is refunded in whole in October.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { expect } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { parsePeriod } from '../../src/period/period.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import type { RunRequest } from '../../src/run/run-request.js';
import type { RunResult } from '../../src/run/run-result.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from './temporary-folder.js';

export const TABLES = {
  'provider.json':
    '{ "name": "P", "tax_id": "1", "address": "A", "bank_name": "B", "bank_account": "2", "language": "en" }',
  'merchants.csv': 'merchant_id,name\nM1,Lotus Home\n',
  'contracts.csv':
    'contract_id,merchant_id,plan,starts_on,ends_on,currency,rate,commission_rate,partial_refunds,tax_rate,tax_included,payment_terms\n' +
    'C1,M1,base_commission,2026-01-01,2026-09-30,CNY,1500,0.10,,0,false,net 30\n' +
    'C2,M1,base_commission,2026-10-01,,CNY,1500,0.10,,0,false,net 30\n',
  'shifts.csv': 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n',
  'orders.csv':
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n' +
    'O1,M1,S1,2026-09-05T12:00,1000.00,CNY,A\n' +
    'O2,M1,S1,2026-10-05T12:00,500.00,CNY,A\n' +
    'O3,M1,S1,2026-09-06T12:00,70.00,CNY,\n',
  'refunds.csv': 'refund_id,order_id,refunded_at,amount\nR1,O1,2026-10-08T10:00,1000.00\n',
};
export type Table = keyof typeof TABLES;

export class Months {
  readonly input = temporaryFolder();
  readonly output = temporaryFolder();

  constructor(changes: Partial<Record<Table, string>> = {}) {
    for (const [file, text] of Object.entries({ ...TABLES, ...changes }))
      writeFileSync(join(this.input, file), text);
  }

  edit(file: Table, from: string, to: string): void {
    const text = readFileSync(join(this.input, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(this.input, file), text.replace(from, to));
  }

  publish(period: string, options: Partial<RunRequest> = {}): Promise<RunResult> {
    return bill(this.input, this.output, {
      ...options,
      spanOf: ({ timeZone, settlementDays }) =>
        spanToPublish(
          DateTime.fromISO('2027-01-20T09:00', { zone: timeZone }),
          parsePeriod(period) ?? null,
          null,
          settlementDays,
        ),
    });
  }
}

/** What is issued, such as `-50.00`, in order. */
export function totals({ documents }: RunResult): string[] {
  return documents.map(({ total, currency }) => formatAmount(total, currency));
}
