/** The note under a printed line: its term, so that the amount can be checked by hand. */
import type { Currency } from '../money/currency.js';
import type { Rational } from '../money/rational.js';
import { amountTerm } from '../pricing/contract-line.js';
import type { Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { isNegation, valueOf, type Result, type Term } from '../pricing/terms.js';
import type { Say } from './bilingual.js';
import { FIGURE_WORDS, RESULT_WORDS } from './figure-words.js';
import { counted } from './labels.js';
import { exact, percent, plain, price } from './numbers.js';
import {
  countedDates,
  exactNumber,
  number,
  withClauses,
  type Formula,
  type TermStyle,
} from './term-text.js';

/**
 * `20.5 agent-days / 26 × 5,200.00`; before it, by what each tier was picked:
 * `consultations per agent-day: 3,100 / 26 agent-days = 119.230769 ≤ 120;  …`. Square brackets hold
 * what a figure is about, round ones are arithmetic. Of a reversal, how what it reverses came about.
 */
export function noteOf(line: Line, currency: Currency, say: Say): string {
  const [approval] = approvalsOf(line);
  if (approval !== undefined)
    return `${say(APPROVED_BY)} ${approval.approvedBy}  ·  ${approval.id}`;
  const note = withClauses(asBilled(line), noteStyle(currency, say)).join(';  ');
  return note.replaceAll(' × ', ` ×${NO_BREAK}`);
}

/** A line of text does not end between a sign and what follows it. */
const NO_BREAK = '\u00A0';

const APPROVED_BY = { zh: '批准人', en: 'approved by' };

/** The term of the amount; of a reversed line, that of the line as it was first billed. */
export function asBilled({ terms }: Line): Term {
  const { quantity } = terms;
  return amountTerm(isNegation(quantity) ? { ...terms, quantity: quantity.subtrahend } : terms);
}

function approvalsOf({ terms: { unitPrice } }: Line): { approvedBy: string; id: string }[] {
  if (unitPrice.kind !== 'figure' || unitPrice.source.table !== 'adjustments') return [];
  const { approvedBy, adjustmentId } = unitPrice.source;
  return [{ approvedBy, id: adjustmentId }];
}

/** A note is read beside its document, which shows the days of a long sum. */
const SUM_TERMS_MAX = 12;

function noteStyle(currency: Currency, say: Say): TermStyle {
  return {
    figure: (figure) => figureText(figure, currency, say),
    sumTermsMax: SUM_TERMS_MAX,
    result: (one) => {
      const word = RESULT_WORDS[one.name];
      if (word.besideValue === undefined) return null;
      return number(beside(valueText(one, currency), say(word), word.besideValue));
    },
    clause: (measured, formula, upTo) => clauseText(measured, formula, upTo, currency, say),
  };
}

/** What was measured, and the limit that it does not exceed. */
function clauseText(
  measured: Result,
  formula: string,
  upTo: Rational | null,
  currency: Currency,
  say: Say,
): string {
  const { name, of } = measured;
  const word = RESULT_WORDS[name];
  const label = of === null ? say(word) : `${say(word)} [${of}]`;
  const shown = word.isMultiplied === true ? '' : `${formula} = `;
  const limit = upTo === null ? '' : ` ≤ ${exact(upTo, measured.currency)}`;
  return `${label}: ${shown}${valueText(measured, currency)}${limit}`;
}

/** A figure with its word, and what it is about. */
function figureText(figure: Figure, currency: Currency, say: Say): Formula {
  const word = FIGURE_WORDS[figure.name];
  const { text, binding } = amountText(figure, currency);
  const about = aboutText(figure);
  switch (word.stands) {
    case 'nowhere':
      return { text: `${text}${about}`, binding };
    case 'before':
      return { text: `${say(word)}${about} ${text}`, binding };
    case 'after':
      return { text: `${text} ${say(counted(text, word))}${about}`, binding };
  }
}

/** ` [10-18]` of a day, ` [2026-09]` of a month, ` [10-01–03, 07]` of days that are counted. */
function aboutText(figure: Figure): string {
  const dates = countedDates(figure);
  if (dates !== null) return ` [${dates}]`;
  const { name, of } = figure;
  if (FIGURE_WORDS[name].about !== 'of' || of === null) return '';
  return ` [${IS_DAY.test(of) ? of.slice('YYYY-'.length) : of}]`;
}

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

function amountText({ name, value, currency: own }: Figure, currency: Currency): Formula {
  if (FIGURE_WORDS[name].isShare === true) return number(percent(value));
  if (own === null) return exactNumber(value, plain);
  const { text, binding } = exactNumber(value, (decimal) => price(decimal, own));
  return { text: inCurrency(text, own, currency), binding };
}

function valueText(one: Result, currency: Currency): string {
  const text = exact(valueOf(one), one.currency);
  return one.currency === null ? text : inCurrency(text, one.currency, currency);
}

/** The document says its own currency once. */
function inCurrency(text: string, own: Currency, { code }: Currency): string {
  return own.code === code ? text : `${own.code} ${text}`;
}

function beside(number: string, word: string, stands: 'before' | 'after'): string {
  return stands === 'before' ? `${word} ${number}` : `${number} ${word}`;
}
