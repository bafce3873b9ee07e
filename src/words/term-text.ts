/** A term as a formula that can be keyed into a calculator. What each figure looks like is for a style to say. */
import type { Rational } from '../money/rational.js';
import type { Figure } from '../pricing/figures.js';
import { isNegation, partsOf, valueOf, type Result, type Term } from '../pricing/terms.js';
import { FIGURE_WORDS } from './figure-words.js';
import { dateRuns } from './numbers.js';

/** How tightly a text holds together: a sum needs brackets within a product. */
type Binding = 'sum' | 'product' | 'number';

export interface Formula {
  readonly text: string;
  readonly binding: Binding;
}

export interface TermStyle {
  readonly figure: (figure: Figure) => Formula;
  /** The most terms of a sum that are shown; the middle of a longer one is left out. */
  readonly sumTermsMax: number;
  /** A result that is shown by its value; null where its term is shown. */
  readonly result: (result: Result) => Formula | null;
  /** By what a tier was picked: what was measured, its formula, and the limit of the tier; null: none. */
  readonly clause: (measured: Result, formula: string, upTo: Rational | null) => string;
}

/**
 * The clauses by which tiers were picked, and then the formula. That the whole is rounded is not
 * said: every amount is.
 */
export function withClauses(term: Term, style: TermStyle): string[] {
  const exact = term.kind === 'result' && term.isRounded ? term.term : term;
  return [...clausesOf(term, style), formulaOf(exact, style).text];
}

function clausesOf(term: Term, style: TermStyle): string[] {
  if (term.kind !== 'tier') return partsOf(term).flatMap((part) => clausesOf(part, style));
  const { measured, price } = term;
  if (measured?.kind !== 'result' || price.source.table !== 'contract-tiers') return [];
  const formula = formulaOf(measured.term, style).text;
  return [style.clause(measured, formula, price.source.upTo)];
}

/** The formula of a term: `(128,000.00 − refunds 6,400.00) × 2 %`. */
export function formulaOf(term: Term, style: TermStyle): Formula {
  const of = (inner: Term): Formula => formulaOf(inner, style);
  switch (term.kind) {
    case 'figure':
      return style.figure(term);
    case 'tier':
      return style.figure(term.price);
    case 'result':
      return style.result(term) ?? roundedOrPlain(term, of(term.term));
    case 'sum':
      return sumText(term.terms.map(of), style.sumTermsMax);
    case 'difference':
      return isNegation(term)
        ? sum(`−${taken(of(term.subtrahend), 'number')}`)
        : differenceText(of(term.minuend), term.subtrahend, of(term.subtrahend));
    case 'product':
      return productText(term.factors.map(of));
    case 'quotient':
      return {
        text: `${inBrackets(of(term.dividend), 'product')} / ${inBrackets(of(term.divisor), 'number')}`,
        binding: 'product',
      };
    case 'least':
      return number(`min(${term.terms.map((one) => of(one).text).join(', ')})`);
    case 'greatest':
      return number(`max(${term.terms.map((one) => of(one).text).join(', ')})`);
  }
}

function roundedOrPlain({ isRounded, term, currency }: Result, formula: Formula): Formula {
  const isSharp = !isRounded || currency === null || endsWithin(term, currency.fractionDigits);
  return isSharp ? formula : number(`round(${formula.text})`);
}

function endsWithin(term: Term, digits: number): boolean {
  return 10n ** BigInt(digits) % valueOf(term).denominator === 0n;
}

function sumText(terms: readonly Formula[], shownMax: number): Formula {
  const [only] = terms;
  if (only === undefined) return number('0');
  if (terms.length === 1) return only;
  const shown =
    terms.length <= shownMax
      ? terms
      : [...terms.slice(0, shownMax - 1), number('…'), ...terms.slice(-1)];
  const texts = shown.map(({ text }) => text);
  return sum(texts.join(' + ').replaceAll('+ −', '− '));
}

/** A figure of nothing that is taken off is left out of the text. */
function differenceText(minuend: Formula, subtracted: Term, subtrahend: Formula): Formula {
  if (subtracted.kind === 'figure' && subtracted.value.isZero()) return minuend;
  return sum(`${minuend.text} − ${taken(subtrahend, 'product')}`);
}

/** What stands behind a minus: no second one meets it. */
function taken(formula: Formula, needed: 'product' | 'number'): string {
  return /^[−-]/.test(formula.text) ? `(${formula.text})` : inBrackets(formula, needed);
}

function productText(factors: readonly Formula[]): Formula {
  const text = factors.map((one) => inBrackets(one, 'product')).join(' × ');
  return { text, binding: 'product' };
}

function inBrackets({ text, binding }: Formula, needed: 'product' | 'number'): string {
  const isTight = binding === 'number' || binding === needed;
  return isTight ? text : `(${text})`;
}

/** The dates that a figure counts, where its word says them: `10-01–03, 07`. */
export function countedDates({ name, source }: Figure): string | null {
  if (FIGURE_WORDS[name].about !== 'dates' || !('dates' in source)) return null;
  return source.dates === null ? null : dateRuns(source.dates);
}

/** A number that does not end within 12 digits stands as a fraction: `977/48`. */
export function exactNumber(value: Rational, textOf: (decimal: string) => string): Formula {
  if (value.isDecimal()) return number(textOf(value.toDecimal()));
  return { text: value.toFraction(), binding: 'product' };
}

export function number(text: string): Formula {
  return { text, binding: 'number' };
}

function sum(text: string): Formula {
  return { text, binding: 'sum' };
}
