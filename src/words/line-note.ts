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
import { dateRuns, percent, plain, price } from './numbers.js';
import { exactNumber, number, withClauses, type Formula, type TermStyle } from './term-text.js';

/**
 * `20.5 agent-days / 26 × 5,200.00`; before it, by what each tier was picked:
 * `3,100 / 26 agent-days = 119.230769 consultations per agent-day ≤ 120;  …`. Of a reversal, how what
 * it reverses came about.
 */
export function noteOf(line: Line, currency: Currency, say: Say): string {
  const [approval] = approvalsOf(line);
  if (approval !== undefined)
    return `${say(APPROVED_BY)} ${approval.approvedBy}  ·  ${approval.id}`;
  return withClauses(asBilled(line), noteStyle(currency, say)).join(';  ');
}

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

/** What was measured, and the limit that it does not exceed. */
function clauseText(
  measured: Result,
  formula: string,
  upTo: Rational | null,
  currency: Currency,
  say: Say,
): string {
  const value = resultText(measured, currency, say);
  const limit = upTo === null ? '' : ` ≤ ${numberText(upTo, measured.currency)}`;
  return measured.name === 'net_sales' ? `${value}${limit}` : `${formula} = ${value}${limit}`;
}

function noteStyle(currency: Currency, say: Say): TermStyle {
  return {
    figure: (figure) => figureText(figure, currency, say),
    result: (one) =>
      RESULT_WORDS[one.name].isShownByValue === true
        ? number(resultText(one, currency, say))
        : null,
    clause: (measured, formula, upTo) => clauseText(measured, formula, upTo, currency, say),
  };
}

/** A figure with its word, and the dates that it is about. */
function figureText(figure: Figure, currency: Currency, say: Say): Formula {
  const { name, of, source } = figure;
  const word = FIGURE_WORDS[name];
  const shown = amountText(figure, currency);
  const about = ABOUT[name] === true && of !== null ? ` (${shortDate(of)})` : '';
  const dates =
    'dates' in source && name === 'days' && source.dates !== null
      ? ` (${dateRuns(source.dates)})`
      : '';
  switch (word.stands) {
    case 'nowhere':
      return { ...shown, text: `${shown.text}${about}${dates}` };
    case 'before':
      return { ...shown, text: `${say(word)}${about} ${shown.text}` };
    case 'after':
      return { ...shown, text: `${shown.text} ${say(counted(shown.text, word))}${dates}` };
  }
}

/** Figures that are told apart by a day or a month. */
const ABOUT: Partial<Readonly<Record<Figure['name'], true>>> = {
  consultations: true,
  agents: true,
  late_refunds: true,
};

/** `10-18` for a day, `2026-09` for a month. */
function shortDate(date: string): string {
  return date.length > 7 ? date.slice(5) : date;
}

function amountText(figure: Figure, currency: Currency): Formula {
  const { name, value } = figure;
  if (FIGURE_WORDS[name].isShare === true) return number(percent(value));
  if (figure.currency === null) return exactNumber(value, plain);
  const text = price(value.toDecimal(), figure.currency);
  return number(figure.currency.code === currency.code ? text : `${figure.currency.code} ${text}`);
}

function resultText(one: Result, currency: Currency, say: Say): string {
  const word = RESULT_WORDS[one.name];
  const shown = numberText(valueOf(one), one.currency ?? null);
  const money = one.currency !== null && one.currency.code !== currency.code;
  const text = money ? `${one.currency?.code ?? ''} ${shown}` : shown;
  return word.stands === 'before' ? `${say(word)} ${text}` : `${text} ${say(word)}`;
}

function numberText(value: Rational, currency: Currency | null): string {
  const decimal = value.toDecimal();
  return currency === null ? plain(decimal) : price(decimal, currency);
}
