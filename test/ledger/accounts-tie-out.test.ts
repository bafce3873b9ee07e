/**
 * Accounts over twelve random months, some of them revised, tie out to the fen with invoices.csv and
 * receipts.csv, added up here by themselves.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { beforeAll, expect, it } from 'vitest';
import type { Account, AccountSpan } from '../../src/documents/accounts/account.js';
import { gatherAccounts } from '../../src/ledger/gather-accounts.js';
import { formatAmount } from '../../src/money/amount.js';
import { localDate, type LocalDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const MONTHS = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
const MERCHANTS = ['M1', 'M2'] as const;

/** What a merchant is billed in a month, in fen, as first published and as revised. */
interface Month {
  readonly first: number;
  readonly revised: number | null;
}

interface Paid {
  readonly kind: 'payment' | 'prepayment' | 'deposit';
  readonly month: number;
  readonly day: number;
  /** Of a payment the part of its document that it pays, in hundredths. */
  readonly part: number;
  readonly merchant: (typeof MERCHANTS)[number];
}

const amount = fc.integer({ min: -5_000_00, max: 20_000_00 });
const month = fc.record({ first: amount, revised: fc.option(amount) });
const paid = fc.record({
  kind: fc.constantFrom('payment', 'prepayment', 'deposit'),
  month: fc.nat(11),
  day: fc.integer({ min: 10, max: 28 }),
  part: fc.integer({ min: 1, max: 100 }),
  merchant: fc.constantFrom(...MERCHANTS),
});
const months = fc.array(fc.tuple(month, month), { minLength: 12, maxLength: 12 });
const receipts = fc.uniqueArray(paid, {
  maxLength: 30,
  selector: ({ kind, merchant, month: at }) => `${kind} ${merchant} ${at}`,
});
/** A month of 2026, or one of the two that follow, and a day. */
const day = fc.tuple(fc.nat(13), fc.integer({ min: 1, max: 28 }));

const [input, output] = [temporaryFolder(), temporaryFolder()];

beforeAll(async () => {
  const [year = []] = fc.sample(months, 1);
  await publishYear(year);
});

it('ties out, whatever was paid, on any day', async () => {
  const invoices = invoicesOf(output);
  await fc.assert(
    fc.asyncProperty(receipts, day, async (paidRows, [atMonth, atDay]) => {
      const asOf = localDate(dateIn(atMonth, atDay));
      const from = localDate(`${asOf.slice(0, 7)}-01`);
      const { accounts, rows } = await soundAccounts(receiptRows(paidRows, invoices), from, asOf);
      for (const merchantId of MERCHANTS) {
        const found = accounts.find((one) => one.merchantId === merchantId);
        const owed = owedBy(merchantId, invoices, rows);
        const shown = found && {
          opening: formatAmount(found.opening, found.currency),
          closing: formatAmount(found.closing, found.currency),
          deposits: formatAmount(found.deposits, found.currency),
        };
        expect(shown ?? { opening: '0.00', closing: '0.00', deposits: '0.00' }).toEqual({
          opening: decimal(owed((date) => date < from)),
          closing: decimal(owed((date) => date <= asOf)),
          deposits: decimal(depositsOf(merchantId, rows, asOf)),
        });
        if (found === undefined) continue;
        const ages = Object.values(found.ages).reduce((sum, one) => sum + one, 0n);
        expect(found.opening + found.documents - found.receipts).toBe(found.closing);
        expect(ages - found.credit).toBe(found.closing);
      }
    }),
    { numRuns: 40 },
  );
});

/** The accounts of receipts without those that are a problem, and those rows. */
async function soundAccounts(
  rows: readonly string[],
  from: LocalDate,
  asOf: LocalDate,
): Promise<{ accounts: readonly Account[]; rows: readonly string[] }> {
  write('receipts.csv', 'receipt_id,merchant_id,currency,received_on,kind,amount,number', ...rows);
  const spanOf = (): AccountSpan => ({ from, asOf });
  const { data, problems } = await gatherAccounts({ input, output, merchantId: null, spanOf });
  const wrong = new Set(
    problems.map(({ code, record }) => {
      expect(code).toBe('receipt-exceeds-owed');
      return record;
    }),
  );
  if (wrong.size === 0) return { accounts: data?.accounts ?? [], rows };
  return soundAccounts(
    rows.filter((_, at) => !wrong.has(at + 1)),
    from,
    asOf,
  );
}

/** An adjustment per merchant and month is all that is billed: each month is published, and some revised. */
async function publishYear(year: [Month, Month][]): Promise<void> {
  write(
    'provider.json',
    '{"name": "P", "tax_id": "T", "address": "A", "bank_name": "B", "bank_account": "1"}',
  );
  write('merchants.csv', 'merchant_id,name', ...MERCHANTS.map((id) => `${id},${id}`));
  write(
    'contracts.csv',
    'contract_id,merchant_id,plan,starts_on,currency,rate,tax_rate,tax_included,payment_terms',
    ...MERCHANTS.map((id) => `C${id},${id},event_hosting,2026-01-01,CNY,200,0.06,false,net 15`),
  );
  const publish = async (
    at: number,
    value: (month: Month) => number | null,
    issuedOn: number,
  ): Promise<void> => {
    const period = MONTHS[at] ?? '';
    const rows = MERCHANTS.map((id, which) => {
      const of = year[at]?.[which];
      const fen = of === undefined ? 0 : (value(of) ?? of.first);
      return `A${id},${period},${id},,CNY,${decimal(BigInt(fen))},work,boss`;
    });
    write(
      'adjustments.csv',
      'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by',
      ...rows,
    );
    const result = await bill(input, output, {
      confirmCancellations: 9,
      spanOf: ({ timeZone, settlementDays }) =>
        spanToPublish(
          DateTime.fromISO('2027-06-30T09:00', { zone: timeZone }),
          parsePeriod(period) ?? null,
          localDate(dateIn(at + 1, issuedOn)),
          settlementDays,
        ),
    });
    expect(['published', 'unchanged']).toContain(result.status);
  };
  for (const at of MONTHS.keys()) {
    await publish(at, ({ first }) => first, 5);
    await publish(at, ({ revised }) => revised, 8);
  }
}

function write(file: string, ...lines: string[]): void {
  writeFileSync(join(input, file), [...lines, ''].join('\n'));
}

/** A day of a month of 2026, or of those of 2027 that follow it. */
function dateIn(month: number, day: number): string {
  const year = 2026 + Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

type Row = Readonly<Record<string, string>>;

function invoicesOf(output: string): Row[] {
  return MONTHS.flatMap((period) =>
    readdirSync(join(output, period))
      .filter((name) => name.startsWith('batch-'))
      .sort()
      .flatMap((batch) => rowsOf(readFileSync(join(output, period, batch, 'invoices.csv')))),
  );
}

function rowsOf(csv: Buffer): Row[] {
  return parse(csv, { columns: true, bom: true });
}

/** A payment is of a part of what stands of its month, by its number, after all was issued. */
function receiptRows(receipts: readonly Paid[], invoices: readonly Row[]): string[] {
  return receipts.flatMap(({ kind, month: at, day, part, merchant }, index) => {
    const date = dateIn(at + 1, day);
    const head = `R${index},${merchant},CNY,${date},${kind}`;
    if (kind !== 'payment') return [`${head},${part}.${String(part % 100).padStart(2, '0')},`];
    const cancelled = new Set(invoices.map((row) => row['cancels']));
    const standing = invoices.find(
      (row) =>
        row['period'] === MONTHS[at] &&
        row['merchant_id'] === merchant &&
        row['cancels'] === '' &&
        !cancelled.has(row['number']),
    );
    const owed = fenOf(standing?.['total'] ?? '0');
    const pays = (owed * BigInt(part)) / 400n;
    return pays <= 0n ? [] : [`${head},${decimal(pays)},${standing?.['number'] ?? ''}`];
  });
}

/** What the merchant owes by all rows of some dates. */
function owedBy(
  merchantId: string,
  invoices: readonly Row[],
  receipts: readonly string[],
): (isIn: (date: string) => boolean) => bigint {
  return (isIn) => {
    let owed = 0n;
    for (const row of invoices)
      if (row['merchant_id'] === merchantId && isIn(row['issue_date'] ?? ''))
        owed += fenOf(row['total'] ?? '');
    for (const [, merchant, , date = '', kind, paidAmount = ''] of receipts.map((row) =>
      row.split(','),
    ))
      if (merchant === merchantId && isIn(date) && kind !== 'deposit') owed -= fenOf(paidAmount);
    return owed;
  };
}

function depositsOf(merchantId: string, receipts: readonly string[], last: string): bigint {
  return receipts
    .map((row) => row.split(','))
    .filter(
      ([, merchant, , date = '', kind]) =>
        merchant === merchantId && kind === 'deposit' && date <= last,
    )
    .reduce((sum, [, , , , , deposited = '']) => sum + fenOf(deposited), 0n);
}

function fenOf(text: string): bigint {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole + fraction.padEnd(2, '0'));
  return text.startsWith('-') ? -size : size;
}

function decimal(fen: bigint): string {
  const size = String(fen < 0n ? -fen : fen).padStart(3, '0');
  return `${fen < 0n ? '-' : ''}${size.slice(0, -2)}.${size.slice(-2)}`;
}
