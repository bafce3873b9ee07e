/** Documents as JSON, whole and exact: what the ledger is read back from. */
import type { Document } from '../documents/document.js';
import { findCurrency, type Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { assert } from '../problem.js';
import type { Line } from '../pricing/line.js';
import { termFromJson, type StoredTerm } from './term-json.js';

/** One line of `documents.jsonl`: bigints as text, fractions as `n/d`, a currency as its code. */
export function documentToJson(document: Document): string {
  return JSON.stringify(document, (_key, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    return isCurrency(value) ? value.code : value;
  });
}

function isCurrency(value: unknown): value is Currency {
  return typeof value === 'object' && value !== null && 'fractionDigits' in value;
}

type Stored<T> = { [K in keyof T]: T[K] extends bigint | Rational ? string : T[K] };
type StoredLine = Omit<Stored<Line>, 'terms'> & {
  terms: { quantity: StoredTerm; unitPrice: StoredTerm };
};
type StoredDocument = Omit<Stored<Document>, 'currency' | 'lines' | 'taxes'> & {
  currency: string;
  lines: StoredLine[];
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
    lines: stored.lines.map(lineFromJson),
  };
}

function lineFromJson(line: StoredLine): Line {
  return {
    ...line,
    quantity: Rational.parseFraction(line.quantity),
    unitPrice: Rational.parseFraction(line.unitPrice),
    amount: BigInt(line.amount),
    taxRate: Rational.parseFraction(line.taxRate),
    terms: {
      quantity: termFromJson(line.terms.quantity),
      unitPrice: termFromJson(line.terms.unitPrice),
    },
  };
}
