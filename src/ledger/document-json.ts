/** Documents as JSON, whole and exact: what the ledger is read back from. */
import type { Document } from '../documents/document.js';
import { findCurrency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { assert } from '../problem.js';

/** One line of `documents.jsonl`: bigints as text, fractions as `n/d`, a currency as its code. */
export function documentToJson(document: Document): string {
  return JSON.stringify({
    ...document,
    currency: document.currency.code,
    net: String(document.net),
    tax: String(document.tax),
    total: String(document.total),
    taxes: document.taxes.map(({ rate, base, tax }) => ({
      rate: rate.toFraction(),
      base: String(base),
      tax: String(tax),
    })),
    lines: document.lines.map((line) => ({
      ...line,
      quantity: line.quantity.toFraction(),
      unitPrice: line.unitPrice.toFraction(),
      amount: String(line.amount),
      taxRate: line.taxRate.toFraction(),
    })),
  });
}

type Stored<T> = { [K in keyof T]: T[K] extends bigint | Rational ? string : T[K] };
type StoredDocument = Omit<Stored<Document>, 'currency' | 'lines' | 'taxes'> & {
  currency: string;
  lines: Stored<Document['lines'][number]>[];
  taxes: Stored<Document['taxes'][number]>[];
};

/** The inverse of {@link documentToJson}. The hash in the manifest vouches for the text. */
export function documentFromJson(text: string): Document {
  const stored = JSON.parse(text) as StoredDocument;
  const currency = findCurrency(stored.currency);
  assert(currency !== undefined, `a document of the ledger has a currency of ISO 4217`);
  return {
    ...stored,
    currency,
    net: BigInt(stored.net),
    tax: BigInt(stored.tax),
    total: BigInt(stored.total),
    taxes: stored.taxes.map(({ rate, base, tax }) => ({
      rate: Rational.parseFraction(rate),
      base: BigInt(base),
      tax: BigInt(tax),
    })),
    lines: stored.lines.map((line) => ({
      ...line,
      quantity: Rational.parseFraction(line.quantity),
      unitPrice: Rational.parseFraction(line.unitPrice),
      amount: BigInt(line.amount),
      taxRate: Rational.parseFraction(line.taxRate),
    })),
  };
}
