/** Input folders of comparisons, as small as a test needs them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { compareOffers } from '../../src/compare/compare-offers.js';
import type { CompareResult, OffersRequest } from '../../src/compare/compare-request.js';
import { monthsToCompare } from '../../src/compare/months-to-compare.js';
import { parsePeriod, type Period } from '../../src/period/period.js';
import { assert } from '../../src/problem.js';

const PROVIDER = {
  name: 'P',
  tax_id: 'T',
  address: 'A',
  bank_name: 'B',
  bank_account: '1',
  language: 'en',
};

const HEADERS = {
  'merchants.csv': 'merchant_id,name',
  'contracts.csv':
    'contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms',
  'shifts.csv':
    'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status,contract_id',
  'consultations.csv': 'date,merchant_id,store_id,role,agent_id,consultations',
  'orders.csv': 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
  'refunds.csv': 'refund_id,order_id,refunded_at,amount',
} as const;

export type InputRows = Partial<Record<keyof typeof HEADERS, readonly string[]>>;

export function writeInput(folder: string, rows: InputRows): void {
  writeFileSync(join(folder, 'provider.json'), JSON.stringify(PROVIDER));
  for (const [file, header] of Object.entries(HEADERS))
    writeTable(folder, file, header, rows[file as keyof typeof HEADERS] ?? []);
}

export function writeTable(
  folder: string,
  file: string,
  header: string,
  rows: readonly string[],
): void {
  writeFileSync(join(folder, file), [header, ...rows, ''].join('\n'));
}

export function month(text: string): Period {
  const period = parsePeriod(text);
  assert(period !== undefined, `${text} is a month`);
  return period;
}

/** Offers in some months, in the summer of 2027. */
export function compareIn(
  input: string,
  output: string,
  [first, last = first]: readonly [string, string?],
  options: Partial<OffersRequest> = {},
): Promise<CompareResult> {
  const today = DateTime.fromISO('2027-06-30T09:00', { zone: 'utc' });
  const range = { first: month(first), last: month(last) };
  return compareOffers({
    input,
    output,
    merchantIds: null,
    language: 'en',
    spansOf: () => monthsToCompare(today, range),
    progress: () => undefined,
    ...options,
  });
}

/** `2026-10-07` */
export function dayOf(period: string, day: number): string {
  return `${period}-${String(day).padStart(2, '0')}`;
}
