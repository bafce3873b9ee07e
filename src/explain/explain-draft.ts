/** How all lines of a document came about, its tax and its total: renderings of their terms. */
import type { Draft } from '../documents/document.js';
import { taxTerms, totalTerm } from '../documents/tax-terms.js';
import { toMajorUnits, toMinorUnits } from '../money/amount.js';
import { amountTerm } from '../pricing/contract-line.js';
import { figure, type Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { figuresOf, isNegation, negated, valueOf, type Term } from '../pricing/terms.js';
import type { Say } from '../words/bilingual.js';
import { EXPLAIN_LABELS, SENTENCES } from '../words/explain-words.js';
import { asBilled } from '../words/line-note.js';
import { ruleOf } from '../words/line-words.js';
import { percent } from '../words/numbers.js';
import { stepsOf, type Step, type StepContext } from './steps.js';

export interface LineExplanation {
  /** Its place in the document, from 1. */
  readonly position: number;
  readonly line: Line;
  readonly rule: string;
  readonly figures: readonly Figure[];
  readonly steps: readonly Step[];
}

export interface DraftExplanation {
  readonly lines: readonly LineExplanation[];
  readonly totals: readonly Step[];
}

export function explainDraft(draft: Draft, say: Say): DraftExplanation {
  const { currency, lines } = draft;
  const explained = lines.map((line, at) => {
    const firstPosition = lines.findIndex(({ contractId }) => contractId === line.contractId) + 1;
    return explainLine(line, at + 1, { currency, say, firstPosition });
  });
  return { lines: explained, totals: totalSteps(draft, say) };
}

/** A reversed line is the line that it negates, and the negation. */
function explainLine(line: Line, position: number, context: StepContext): LineExplanation {
  const { say } = context;
  const term = asBilled(line);
  const steps = stepsOf(term, say(EXPLAIN_LABELS.amount), context);
  return {
    position,
    line,
    rule: say(ruleOf(line)),
    figures: figuresSaid(term),
    steps: isNegation(line.terms.quantity) ? [...steps, ...reversalStep(line, context)] : steps,
  };
}

/** Each figure once, also where a tier is picked by what is multiplied; lines are explained themselves. */
function figuresSaid(term: Term): Figure[] {
  const figures = figuresOf(term).filter(({ name }) => name !== 'constant' && name !== 'line');
  return [...new Map(figures.map((one) => [JSON.stringify(one), one])).values()];
}

function reversalStep(line: Line, context: StepContext): Step[] {
  const { currency, say } = context;
  const original = figure(
    'line',
    toMajorUnits(-line.amount, currency),
    { table: 'rule' },
    { currency },
  );
  return stepsOf(negated(original), say(EXPLAIN_LABELS.reversed), context);
}

/** Whether the term of a line is worth what is printed. */
export function comesToAmount(
  { terms, amount }: Line,
  { currency }: Pick<Draft, 'currency'>,
): boolean {
  return toMinorUnits(valueOf(amountTerm(terms)), currency) === amount;
}

/** Tax is computed once per rate on the whole document. */
function totalSteps(draft: Draft, say: Say): Step[] {
  const context = { currency: draft.currency, say, firstPosition: 1 };
  const taxes = draft.taxes.flatMap(({ rate }) => {
    const { tax } = taxTerms(draft, rate);
    return stepsOf(tax, say(SENTENCES.taxAt(percent(rate))), context);
  });
  return [...taxes, ...stepsOf(totalTerm(draft), say(EXPLAIN_LABELS.total), context)];
}
