/**
 * Arithmetic that says what it does: each term is its own text and its exact value, so what is
 * shown and what is computed cannot part.
 */
import { findCurrency, type Currency } from '../money/currency.js';
import { toMajorUnits, toMinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import { plain, price } from '../words/numbers.js';

export interface Term {
  readonly text: string;
  readonly value: Rational;
  /** What it is made of: a sum needs brackets within a product. */
  readonly made: 'number' | 'product' | 'sum';
}

/** One line of an explanation: `months: 20.5 / 26 = 0.788462`. */
export interface Step {
  readonly label: string;
  /** What to key into a calculator; null where the result stands for itself. */
  readonly formula: string | null;
  /** Whether the result is all of it: otherwise it is shown to 6 digits. */
  readonly isExact: boolean;
  readonly result: string;
  /** The result, rounded half away from zero; null where there is nothing to round. */
  readonly rounded: string | null;
}

const TERMS_SHOWN_MAX = 12;

/** A number without a unit. One that does not end within 12 digits stands as a fraction. */
export function number(value: Rational): Term {
  return endsSoon(value)
    ? { text: plain(value.toDecimal()), value, made: 'number' }
    : { text: value.toFraction().replace('/', ' / '), value, made: 'product' };
}

/** A price or an amount, with at least the digits of its currency. */
export function money(value: Rational, currency: Currency): Term {
  return { text: price(value.toDecimal(), currency), value, made: 'number' };
}

export function times(left: Term, right: Term): Term {
  return {
    text: `${inProduct(left)} × ${inProduct(right)}`,
    value: left.value.times(right.value),
    made: 'product',
  };
}

export function over(left: Term, right: Term): Term {
  const divisor = right.made === 'number' ? right.text : `(${right.text})`;
  return {
    text: `${inProduct(left)} / ${divisor}`,
    value: left.value.dividedBy(right.value),
    made: 'product',
  };
}

export function minus(left: Term, right: Term): Term {
  const subtrahend =
    right.made === 'sum' || right.value.isNegative() ? `(${right.text})` : right.text;
  return {
    text: `${left.text} − ${subtrahend}`,
    value: left.value.minus(right.value),
    made: 'sum',
  };
}

export function negated(term: Term): Term {
  return { text: `−(${term.text})`, value: term.value.negated(), made: 'number' };
}

export function smallerOf(left: Term, right: Term): Term {
  const value = left.value.isAtMost(right.value) ? left.value : right.value;
  return { text: `min(${left.text}, ${right.text})`, value, made: 'number' };
}

/** Of at least one term; the middle of a long sum is left out of its text. */
export function sumOf(terms: readonly Term[], zero: Term): Term {
  const [first, ...rest] = terms;
  if (first === undefined) return zero;
  if (rest.length === 0) return first;
  const value = terms.reduce((total, term) => total.plus(term.value), Rational.ZERO);
  const shown =
    terms.length <= TERMS_SHOWN_MAX
      ? terms
      : [...terms.slice(0, TERMS_SHOWN_MAX - 1), { text: '…' }, ...terms.slice(-1)];
  const text = shown
    .map((term) => term.text)
    .join(' + ')
    .replaceAll('+ −', '− ');
  return { text, value, made: 'sum' };
}

/** A step whose result is a plain number. */
export function step(label: string, term: Term): Step {
  const result = plain(term.value.toDecimal());
  const isExact = endsSoon(term.value);
  return { label, formula: formulaOf(term, result), isExact, result, rounded: null };
}

/** A step whose result is money, rounded where it has more digits than its currency. */
export function moneyStep(label: string, term: Term, currency: Currency): Step {
  const rounded = roundedTo(term, currency);
  if (rounded.value.compare(term.value) !== 0)
    return { ...step(label, term), rounded: rounded.text };
  const { text } = rounded;
  return { label, formula: formulaOf(term, text), isExact: true, result: text, rounded: null };
}

/** A step that states something and computes nothing. */
export function statement(label: string, formula: string | null, result: string): Step {
  return { label, formula, isExact: true, result, rounded: null };
}

/** The amount of money that a term comes to. */
export function roundedTo(term: Term, currency: Currency): Term {
  return money(toMajorUnits(toMinorUnits(term.value, currency), currency), currency);
}

/** The currency of a code, or another where the code is none. */
export function currencyOf(code: string, otherwise: Currency): Currency {
  return findCurrency(code) ?? otherwise;
}

/** Whether the decimal that is printed is the value itself. */
function endsSoon(value: Rational): boolean {
  return Rational.parseDecimal(value.toDecimal())?.compare(value) === 0;
}

function formulaOf(term: Term, result: string): string | null {
  return term.text === result ? null : term.text;
}

function inProduct(term: Term): string {
  return term.made === 'sum' || term.value.isNegative() ? `(${term.text})` : term.text;
}
