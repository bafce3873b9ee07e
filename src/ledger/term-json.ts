/** Terms read back from JSON: numbers were written as `n/d`, and currencies as their codes. */
import { findCurrency, type Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import type { Figure, Source } from '../pricing/figures.js';
import type { Term } from '../pricing/terms.js';
import { assert } from '../problem.js';

/** A term as JSON holds it: of the same shape, with texts in place of numbers and currencies. */
export type StoredTerm = Stored<Term>;

type Stored<T> = T extends string
  ? T
  : T extends Rational | Currency
    ? string
    : T extends readonly unknown[]
      ? { readonly [At in keyof T]: Stored<T[At]> }
      : T extends object
        ? { readonly [Key in keyof T]: Stored<T[Key]> }
        : T;

export function termFromJson(stored: StoredTerm): Term {
  switch (stored.kind) {
    case 'figure':
      return figureFromJson(stored);
    case 'tier':
      return {
        ...stored,
        price: figureFromJson(stored.price),
        measured: stored.measured === null ? null : termFromJson(stored.measured),
      };
    case 'result':
      return {
        ...stored,
        term: termFromJson(stored.term),
        currency: currencyFromJson(stored.currency),
      };
    case 'sum':
      return { ...stored, terms: stored.terms.map(termFromJson) };
    case 'difference':
      return {
        ...stored,
        minuend: termFromJson(stored.minuend),
        subtrahend: termFromJson(stored.subtrahend),
      };
    case 'product': {
      const [first, second, ...rest] = stored.factors;
      return {
        ...stored,
        factors: [termFromJson(first), termFromJson(second), ...rest.map(termFromJson)],
      };
    }
    case 'quotient':
      return {
        ...stored,
        dividend: termFromJson(stored.dividend),
        divisor: termFromJson(stored.divisor),
      };
    case 'least':
    case 'greatest': {
      const [left, right] = stored.terms;
      return { ...stored, terms: [termFromJson(left), termFromJson(right)] };
    }
  }
}

function figureFromJson(stored: Stored<Figure>): Figure {
  return {
    ...stored,
    value: Rational.parseFraction(stored.value),
    currency: currencyFromJson(stored.currency),
    source: sourceFromJson(stored.source),
  };
}

/** A source that holds a number has a case here: the compiler does not take a text for it. */
function sourceFromJson(stored: Stored<Source>): Source {
  switch (stored.table) {
    case 'contract-tiers':
      return { ...stored, upTo: limitFromJson(stored.upTo) };
    case 'kpi-bands': {
      const value = Rational.parseFraction(stored.value);
      return { ...stored, from: limitFromJson(stored.from), value };
    }
    default:
      return stored;
  }
}

function limitFromJson(fraction: string | null): Rational | null {
  return fraction === null ? null : Rational.parseFraction(fraction);
}

function currencyFromJson(code: string | null): Currency | null {
  if (code === null) return null;
  const currency = findCurrency(code);
  assert(currency !== undefined, 'a term of the ledger is in a currency of ISO 4217');
  return currency;
}
