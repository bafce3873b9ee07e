/** A term as steps that a pocket calculator follows: each named result, and then the amount. */
import { toMajorUnits, toMinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import type { Figure } from '../pricing/figures.js';
import { figuresOf, partsOf, valueOf, type Result, type Term } from '../pricing/terms.js';
import type { Say } from '../words/bilingual.js';
import { EXPLAIN_LABELS, SENTENCES } from '../words/explain-words.js';
import { RESULT_WORDS } from '../words/figure-words.js';
import { exact, plain } from '../words/numbers.js';
import {
  exactNumber,
  formulaOf,
  number,
  type Formula,
  type TermStyle,
} from '../words/term-text.js';

/** One line of an explanation: `months: 20.5 / 26 ≈ 0.788462`. */
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

export interface StepContext {
  readonly currency: Currency;
  readonly say: Say;
  /** The place in the document of the contract's first line. */
  readonly firstPosition: number;
}

/** The named results inside a term, in the order in which they are needed; then the term under `label`. */
export function stepsOf(term: Term, label: string, context: StepContext): Step[] {
  const whole = term.kind === 'result' ? term.term : term;
  const steps = new Map<string, Step>();
  collect(whole, context, (step) => steps.set(JSON.stringify(step), step));
  return [...steps.values(), moneyStep(label, whole, context.currency)];
}

function collect(term: Term, context: StepContext, add: (step: Step) => void): void {
  if (isLine(term)) add(moneyStep(linesLabel([term], context), term, context.currency));
  if (!isSumOfLines(term)) for (const part of partsOf(term)) collect(part, context, add);
  if (term.kind === 'result') add(resultStep(term, context));
  if (term.kind === 'tier') {
    const { measured, price: picked } = term;
    const { source } = picked;
    if (measured === null || source.table !== 'contract-tiers' || source.upTo === null) return;
    const currency = measured.kind === 'result' ? measured.currency : null;
    const [value, limit] = [valueOf(measured), source.upTo].map((one) => exact(one, currency));
    const result = `${value ?? ''} ≤ ${limit ?? ''}`;
    add({
      label: context.say(EXPLAIN_LABELS.tier),
      formula: null,
      isExact: true,
      result,
      rounded: null,
    });
  }
}

function resultStep(one: Result, context: StepContext): Step {
  const label = labelOf(one, context);
  return one.currency === null
    ? plainStep(label, one.term)
    : moneyStep(label, one.term, one.currency, one.isRounded);
}

/** Whether a term says what the lines of the document come to, which stand there one by one. */
function isSumOfLines(term: Term): boolean {
  return term.kind === 'result' && figuresOf(term).every(isLine);
}

function isLine(term: Term): term is Figure {
  return term.kind === 'figure' && term.source.table === 'lines';
}

/** `line 1`, `lines 1 to 3`: the places in the document of lines of a contract. */
function linesLabel(lines: readonly Figure[], { say, firstPosition }: StepContext): string {
  const places = lines.flatMap(({ source }) =>
    source.table === 'lines' ? [source.position + firstPosition - 1] : [],
  );
  const [first] = places;
  if (first === undefined) return say(RESULT_WORDS.lines_sum);
  return say(SENTENCES.lines(first, places.at(-1) ?? first));
}

function labelOf(one: Result, context: StepContext): string {
  const { say } = context;
  if (one.name === 'lines_sum') return linesLabel(figuresOf(one), context);
  const word = say(RESULT_WORDS[one.name]);
  return one.of === null ? word : `${word} (${one.of})`;
}

/** A step whose result is a plain number. */
function plainStep(label: string, term: Term): Step {
  const value = valueOf(term);
  const result = plain(value.toDecimal());
  const formula = formulaOf(term, STYLE).text;
  return {
    label,
    formula: formula === result ? null : formula,
    isExact: value.isDecimal(),
    result,
    rounded: null,
  };
}

/** A step whose result is money; it says what it is rounded to where it has more digits than its currency. */
function moneyStep(label: string, term: Term, currency: Currency, isRounded = true): Step {
  const value = valueOf(term);
  const rounded = toMajorUnits(toMinorUnits(value, currency), currency);
  if (rounded.compare(value) !== 0) {
    const step = plainStep(label, term);
    return isRounded ? { ...step, rounded: exact(rounded, currency) } : step;
  }
  const result = exact(value, currency);
  const formula = formulaOf(term, STYLE).text;
  return {
    label,
    formula: formula === result ? null : formula,
    isExact: true,
    result,
    rounded: null,
  };
}

/** Numbers alone; a result by its value, unless that would be cut short. */
const STYLE: TermStyle = {
  figure: figureText,
  sumTermsMax: Number.POSITIVE_INFINITY,
  result: (one) => {
    const value = valueOf(one);
    if (!value.isDecimal()) return null;
    const text = exact(value, one.currency);
    return number(text);
  },
  clause: () => '',
};

function figureText({ value, currency }: Figure): Formula {
  return currency === null ? exactNumber(value, plain) : number(exact(value, currency));
}
