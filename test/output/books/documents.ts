/** Documents as small as a test of finance files needs them, with the sample codes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeOfTotal, type Document } from '../../../src/documents/document.js';
import { negatedLines } from '../../../src/documents/revise.js';
import { taxSubtotals } from '../../../src/documents/tax.js';
import { FINANCE_SCHEMA, type FinanceSettings } from '../../../src/reference/finance-settings.js';
import { sumAmounts } from '../../../src/money/amount.js';
import type { Line } from '../../../src/pricing/line.js';
import { FinanceFiles, type FinanceAddition } from '../../../src/output/books/finance-files.js';
import type { FinanceProfileName } from '../../../src/reference/finance-profiles.js';
import { currency, decimal } from '../../pricing/builders.js';
import { invoice, salaryLine } from '../pdf/documents.js';

export const SAMPLE = join(import.meta.dirname, '../../../fixtures/finance/finance.json');

export function sampleSettings(): FinanceSettings {
  return FINANCE_SCHEMA.parse(JSON.parse(readFileSync(SAMPLE, 'utf8')));
}

/** Two lines: a salary of 100.08 and an adjustment of −0.04, 6 % not included: net 100.04, tax 6.00, total 106.04. */
export function exclusiveInvoice(changes: Partial<Document> = {}): Document {
  const salary = salaryLine('A1', 10008n);
  return documentOf([salary, { ...salary, plan: 'event_hosting', amount: -4n }], changes);
}

/** One line of 106.00 with 6 % included: net 100.00, tax 6.00. */
export function inclusiveInvoice(changes: Partial<Document> = {}): Document {
  return documentOf([{ ...salaryLine('A1', 10600n), taxIncluded: true }], changes);
}

/** One line of 10.60 USD with 6 % included: net 10.00, tax 0.60. */
export function dollarInvoice(changes: Partial<Document> = {}): Document {
  const line = { ...salaryLine('A1', 1060n), taxIncluded: true };
  return documentOf([line], { currency: currency('USD'), ...changes });
}

export function reversalOf(document: Document, number: string): Document {
  return documentOf(negatedLines(document.lines), { number, cancels: document.number });
}

/** Of the merchant M01 of the sample, with its taxes and totals. */
export function documentOf(lines: readonly Line[], changes: Partial<Document> = {}): Document {
  const taxes = taxSubtotals(lines);
  const net = sumAmounts(taxes.map(({ base }) => base));
  const tax = sumAmounts(taxes.map((subtotal) => subtotal.tax));
  const { merchant, issuer } = invoice(lines);
  return invoice(lines, {
    number: 'INV-202610-000001',
    merchant: { ...merchant, merchantId: 'M01', email: 'finance@yunqi.example' },
    issuer: { ...issuer, language: 'en' },
    taxes,
    net,
    tax,
    total: net + tax,
    type: typeOfTotal(net + tax),
    ...changes,
  });
}

export function filesOf(
  profiles: readonly FinanceProfileName[],
  settings: FinanceSettings = sampleSettings(),
): FinanceFiles {
  return new FinanceFiles(profiles, settings, (period, from, to) =>
    `${period} ${from} ${to}` === '2026-10 USD CNY' ? decimal('7.0988') : undefined,
  );
}

/** The rows of one file below its head, as they are written. */
export function rowsIn({ pieces }: FinanceAddition, file: string): string[] {
  return (pieces.find((piece) => piece.file === `finance/${file}`)?.text ?? '')
    .split('\r\n')
    .filter((row) => row !== '');
}
