/** Where provider.json asks for it, a document says what was owed before it; nothing else of it changes. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import type { Problem } from '../../src/problem.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import type { RunResult } from '../../src/run/run-result.js';
import { besideFewRows } from '../support/of-few-rows.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { isInstalled } from '../support/tools.js';
import { bill } from './run-demo.js';

/** A merchant that is billed what adjustments say, at 0 % tax. */
class Books {
  readonly input = temporaryFolder();
  readonly output = temporaryFolder();

  constructor(isPrinted: boolean) {
    const provider = { name: 'P', tax_id: 'T', address: 'A', bank_name: 'B', bank_account: '1' };
    const settings = { ...provider, language: 'en', print_balance: isPrinted };
    this.write('provider.json', JSON.stringify(settings));
    this.write('merchants.csv', 'merchant_id,name', 'M1,Lotus Home');
    this.write(
      'contracts.csv',
      'contract_id,merchant_id,plan,starts_on,currency,rate,tax_rate,tax_included,payment_terms',
      'C1,M1,event_hosting,2026-01-01,CNY,200,0,false,net 15',
    );
  }

  receipts(...rows: string[]): void {
    const header = 'receipt_id,merchant_id,currency,received_on,kind,amount,number';
    this.write('receipts.csv', header, ...rows);
  }

  async publish(period: string, issueDate: string, amount: string): Promise<RunResult> {
    const header =
      'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by';
    this.write('adjustments.csv', header, `A1,${period},M1,,CNY,${amount},work,boss`);
    return bill(this.input, this.output, {
      spanOf: ({ timeZone, settlementDays }) =>
        spanToPublish(
          DateTime.fromISO('2027-06-30T09:00', { zone: timeZone }),
          parsePeriod(period) ?? null,
          localDate(issueDate),
          settlementDays,
        ),
    });
  }

  /** What a document says was owed before it; null where it says nothing of that. */
  owedBefore(batch: string, number: string): string | null {
    const pdf = join(this.output, batch, 'pdf', `${number}.pdf`);
    const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
    return /Owed before this document, on ([^\n]+)/.exec(text)?.[1] ?? null;
  }

  private write(file: string, ...lines: string[]): void {
    writeFileSync(join(this.input, file), [...lines, ''].join('\n'));
  }
}

describe.runIf(isInstalled('pdftotext'))('what was owed before a document', () => {
  it('is nothing before the first, and then what is left of it: 1,000 − 300 = 700', async () => {
    const books = new Books(true);
    await books.publish('2026-10', '2026-11-05', '1000.00');
    books.receipts('D1,M1,CNY,2026-11-10,deposit,50.00,', 'R1,M1,CNY,2026-11-20,payment,300.00,');
    const { problems } = await books.publish('2026-11', '2026-12-05', '400.00');
    expect(aboutBalances(problems)).toEqual([]);
    expect(books.owedBefore('2026-10/batch-001', 'INV-202610-000001')).toBe('2026-11-05: CNY 0.00');
    expect(books.owedBefore('2026-11/batch-001', 'INV-202611-000001')).toBe(
      '2026-12-05: CNY 700.00',
    );
  });

  it('is without the document that it replaces: 1,000 − 1,000 = 0; a reversal says nothing', async () => {
    const books = new Books(true);
    await books.publish('2026-10', '2026-11-05', '1000.00');
    await books.publish('2026-10', '2026-11-08', '900.00');
    expect(books.owedBefore('2026-10/batch-002', 'INV-202610-000002')).toBeNull();
    expect(books.owedBefore('2026-10/batch-002', 'INV-202610-000003')).toBe('2026-11-08: CNY 0.00');
  });

  it('is not said where a receipt is a problem, which warns and blocks nobody', async () => {
    const books = new Books(true);
    await books.publish('2026-10', '2026-11-05', '1000.00');
    books.receipts('R1,M1,CNY,2026-11-20,payment,5000.00,');
    const { status, problems } = await books.publish('2026-11', '2026-12-05', '400.00');
    expect(status).toBe('published');
    expect(aboutBalances(problems).map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'receipt-exceeds-owed'],
    ]);
    expect(books.owedBefore('2026-11/batch-001', 'INV-202611-000001')).toBeNull();
  });

  it('is not said unless provider.json asks for it', async () => {
    const books = new Books(false);
    books.receipts('R1,M1,CNY,2026-11-20,gift,1,');
    const { problems } = await books.publish('2026-10', '2026-11-05', '1000.00');
    expect(problems).toEqual([]);
    expect(books.owedBefore('2026-10/batch-001', 'INV-202610-000001')).toBeNull();
  });
});

it('changes no document: what was received since issues nothing', async () => {
  const books = new Books(true);
  await books.publish('2026-10', '2026-11-05', '1000.00');
  books.receipts('R1,M1,CNY,2026-11-20,payment,300.00,');
  expect((await books.publish('2026-10', '2026-12-05', '1000.00')).status).toBe('unchanged');
});

it('accounts for the rows of receipts.csv, of which no line is made', async () => {
  const books = new Books(true);
  books.receipts('R1,M1,CNY,2026-11-01,prepayment,300.00,');
  await books.publish('2026-10', '2026-11-05', '1000.00');
  const rows = readFileSync(join(books.output, '2026-10/batch-001/row-accounting.csv'), 'utf8');
  expect(rows).toContain('receipts.csv,receipts,not_used,1,CNY,300.00');
});

/** Each month has an input of its own, which says nothing of the month before. */
function aboutBalances(problems: readonly Problem[]): Problem[] {
  return besideFewRows(problems).filter(({ code }) => code !== 'published-month-differs');
}
