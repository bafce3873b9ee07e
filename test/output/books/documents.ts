/** Documents as small as a test of finance files needs them, with the sample codes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { typeOfTotal, type Document } from '../../../src/documents/document.js';
import { negatedLines } from '../../../src/documents/revise.js';
import { taxSubtotals } from '../../../src/documents/tax.js';
import { FINANCE_SCHEMA, type FinanceSettings } from '../../../src/reference/finance-settings.js';
import { sumAmounts } from '../../../src/money/amount.js';
import type { Line } from '../../../src/pricing/line.js';
import { FinanceFiles, type FinanceRequest } from '../../../src/output/books/finance-files.js';
import { xmlText } from '../../../src/output/books/xml-text.js';
import type { Problem } from '../../../src/problem.js';
import {
  FINANCE_PROFILES,
  type FinanceProfileName,
} from '../../../src/reference/finance-profiles.js';
import { currency, decimal } from '../../pricing/builders.js';
import { cellsInFile, type SheetCells } from '../../support/workbook-cells.js';
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
  const { merchant, issuer, ...drafted } = invoice(lines);
  const taxes = taxSubtotals({ ...drafted, ...changes });
  const net = sumAmounts(taxes.map(({ base }) => base));
  const tax = sumAmounts(taxes.map((subtotal) => subtotal.tax));
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

/** One line of 100.00 at 6 % and one of 20.00 at none: net 120.00, tax 6.00. */
export function twoRateInvoice(changes: Partial<Document> = {}): Document {
  const line = salaryLine('A2', 2000n);
  return documentOf([salaryLine('A1', 10000n), { ...line, taxRate: decimal('0') }], changes);
}

export function filesOf(
  profiles: readonly FinanceProfileName[],
  changes: Partial<FinanceRequest> = {},
): FinanceFiles {
  return new FinanceFiles({
    profiles,
    settings: sampleSettings(),
    template: null,
    rates: (period, from, to) =>
      `${period} ${from} ${to}` === '2026-10 USD CNY' ? decimal('7.0988') : undefined,
    bookedCodes: ({ cancels }) => Promise.resolve(cancels === null ? null : EVERY_PROFILE),
    ...changes,
  });
}

/** What a reversed document was booked under, where a test does not care: nothing but that it was. */
const EVERY_PROFILE = Object.fromEntries(FINANCE_PROFILES.map((name) => [`${name}.booked`, 'yes']));

export interface WrittenFiles {
  /** By name, inside `finance/`. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly problems: readonly Problem[];
}

/** The files of some documents, whole. */
export async function filesWritten(
  profiles: readonly FinanceProfileName[],
  documents: readonly Document[],
  changes: Partial<FinanceRequest> = {},
): Promise<WrittenFiles> {
  const finance = filesOf(profiles, changes);
  const added = await finance.add(documents);
  const texts = added.pieces.map(({ file, head, text }) => [file, head + text] as const);
  const wholes = [...added.files, ...finance.finish().files].map(
    ({ file, content }) => [file, content] as const,
  );
  const xml = added.xmlFiles.map(({ file, content }) => [file, xmlText(content)] as const);
  const named = [...texts, ...wholes, ...xml].map(
    ([file, content]) => [file.replace('finance/', ''), content] as const,
  );
  return { files: new Map(named), problems: added.problems };
}

/** The rows of one file by the names of its columns. */
export function rowsIn({ files }: WrittenFiles, file: string): Record<string, string>[] {
  return parse<Record<string, string>>(String(files.get(file)), { columns: true });
}

/** The cells of a workbook's sheets. */
export function sheetsIn({ files }: WrittenFiles, file: string): Map<string, SheetCells> {
  const bytes = files.get(file);
  return cellsInFile(typeof bytes === 'string' || bytes === undefined ? new Uint8Array() : bytes);
}
