/**
 * Terms: how a quantity, a price or an amount came about. A term is an exact expression over named
 * figures, and each figure says where it comes from. What is printed under a line, what stands in a
 * document's JSON and what is explained are renderings of one term; nothing is computed beside it.
 *
 * > 20.5 agent-days of 26 at 5,200: product(quotient(agent_days 20.5, standard_days 26), rate 5,200),
 * > which is 4,100.
 */
import { toMajorUnits, toMinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { greater, Rational, smaller, sum as sumOfValues } from '../money/rational.js';
import type { Figure, ResultName } from './figures.js';

export type Term =
  Figure | TierPrice | Result | Sum | Difference | Product | Quotient | Least | Greatest;

/** The price of a tier, and what was measured to pick it: the tier is the first whose limit is not below. */
export interface TierPrice {
  readonly kind: 'tier';
  readonly price: Figure;
  /** null where the rule itself picks the tier, or days are sorted into it. */
  readonly measured: Term | null;
}

/** An expression that has a name of its own, and is perhaps rounded once to the minor unit. */
export interface Result {
  readonly kind: 'result';
  readonly name: ResultName;
  readonly of: string | null;
  readonly term: Term;
  /** The currency that it is money in; null for any other number. */
  readonly currency: Currency | null;
  /** Whether it is rounded, half away from zero, to the minor unit of its currency. */
  readonly isRounded: boolean;
}

interface Sum {
  readonly kind: 'sum';
  /** A sum of nothing is 0. */
  readonly terms: readonly Term[];
}

interface Difference {
  readonly kind: 'difference';
  readonly minuend: Term;
  readonly subtrahend: Term;
}

interface Product {
  readonly kind: 'product';
  readonly factors: readonly [Term, Term, ...Term[]];
}

interface Quotient {
  readonly kind: 'quotient';
  readonly dividend: Term;
  readonly divisor: Term;
}

interface Least {
  readonly kind: 'least';
  readonly terms: readonly [Term, Term];
}

interface Greatest {
  readonly kind: 'greatest';
  readonly terms: readonly [Term, Term];
}

/** The exact value of a term; of money in major units. */
export function valueOf(term: Term): Rational {
  switch (term.kind) {
    case 'figure':
      return term.value;
    case 'tier':
      return term.price.value;
    case 'result':
      return valueOfResult(term);
    case 'sum':
      return sumOfValues(term.terms.map(valueOf));
    case 'difference':
      return valueOf(term.minuend).minus(valueOf(term.subtrahend));
    case 'product':
      return term.factors.map(valueOf).reduce((left, right) => left.times(right));
    case 'quotient':
      return valueOf(term.dividend).dividedBy(valueOf(term.divisor));
    case 'least':
      return smaller(valueOf(term.terms[0]), valueOf(term.terms[1]));
    case 'greatest':
      return greater(valueOf(term.terms[0]), valueOf(term.terms[1]));
  }
}

function valueOfResult({ term, currency, isRounded }: Result): Rational {
  const exact = valueOf(term);
  if (!isRounded || currency === null) return exact;
  return toMajorUnits(toMinorUnits(exact, currency), currency);
}

export function tierPrice(price: Figure, measured: Term | null): TierPrice {
  return { kind: 'tier', price, measured };
}

export function sum(terms: readonly Term[]): Term {
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind: 'sum', terms };
}

export function difference(minuend: Term, subtrahend: Term): Term {
  return { kind: 'difference', minuend, subtrahend };
}

export function product(...factors: readonly [Term, Term, ...Term[]]): Term {
  return { kind: 'product', factors };
}

export function quotient(dividend: Term, divisor: Term): Term {
  return { kind: 'quotient', dividend, divisor };
}

/** The term, but at most the bound; a bound that does not bind is left out. */
export function atMost(term: Term, bound: Term): Term {
  return valueOf(term).isAtMost(valueOf(bound)) ? term : { kind: 'least', terms: [term, bound] };
}

/** The term, but at least the bound; a bound that does not bind is left out. */
export function atLeast(term: Term, bound: Term): Term {
  return valueOf(bound).isAtMost(valueOf(term)) ? term : { kind: 'greatest', terms: [term, bound] };
}

/** A term under a name of its own. */
export function result(
  name: ResultName,
  term: Term,
  about: { readonly of?: string; readonly currency?: Currency; readonly isRounded?: boolean } = {},
): Result {
  return {
    kind: 'result',
    name,
    of: about.of ?? null,
    term,
    currency: about.currency ?? null,
    isRounded: about.isRounded ?? false,
  };
}

const NOTHING: Term = { kind: 'sum', terms: [] };

/** 0 − the term; twice negated is the term itself, so that a reversal of a reversal is what it was. */
export function negated(term: Term): Term {
  return isNegation(term) ? term.subtrahend : difference(NOTHING, term);
}

/** What is taken from nothing. */
interface Negation extends Difference {
  readonly minuend: Sum;
}

export function isNegation(term: Term): term is Negation {
  return (
    term.kind === 'difference' && term.minuend.kind === 'sum' && term.minuend.terms.length === 0
  );
}

/** The terms that a term is made of directly; of a tier, also what was measured. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case 'figure':
      return [];
    case 'tier':
      return term.measured === null ? [term.price] : [term.measured, term.price];
    case 'result':
      return [term.term];
    case 'sum':
    case 'least':
    case 'greatest':
      return term.terms;
    case 'difference':
      return [term.minuend, term.subtrahend];
    case 'product':
      return term.factors;
    case 'quotient':
      return [term.dividend, term.divisor];
  }
}

/** Every figure in a term, also those by which a tier was picked, in the order of reading. */
export function figuresOf(term: Term): Figure[] {
  return term.kind === 'figure' ? [term] : partsOf(term).flatMap(figuresOf);
}
