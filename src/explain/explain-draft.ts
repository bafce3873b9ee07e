/** How all lines of a document came about, its tax and its total. */
import type { Draft, TaxSubtotal } from '../documents/document.js';
import { toMajorUnits, type MinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { Line } from '../pricing/line.js';
import { percent } from '../words/numbers.js';
import {
  minus,
  money,
  moneyStep,
  number,
  over,
  roundedTo,
  sumOf,
  times,
  type Step,
  type Term,
} from './arithmetic.js';
import type { LineContext, PlacedLine } from './derivation.js';
import { explainLine, explainReversedLine, type LineExplanation } from './explain-line.js';
import type { Say } from '../words/language.js';

export interface DraftExplanation {
  readonly lines: readonly LineExplanation[];
  readonly totals: readonly Step[];
}

/** A reversal has the lines of the document that it cancels, negated. */
export function explainDraft(draft: Draft, say: Say, isReversal: boolean): DraftExplanation {
  const placed = draft.lines.map((line, at) => ({ position: at + 1, line }));
  const explain = isReversal ? explainReversedLine : explainLine;
  const lines = placed.map((one) => explain(one, contextOf(one, placed, draft, say)));
  return { lines, totals: totalSteps(draft, say) };
}

function contextOf(
  { position, line }: PlacedLine,
  placed: readonly PlacedLine[],
  { currency }: Draft,
  say: Say,
): LineContext {
  const before = placed
    .slice(0, position - 1)
    .filter((one) => one.line.contractId === line.contractId);
  return { currency, say, before };
}

/** Tax is computed once per rate on the whole document. */
function totalSteps(draft: Draft, say: Say): Step[] {
  const { currency, lines, taxes, net, tax } = draft;
  const amount = (value: MinorUnits): Term => money(toMajorUnits(value, currency), currency);
  const total = sumOf([amount(net), amount(tax)], amount(0n));
  const nets = sumOf(
    taxes.map(({ base }) => amount(base)),
    amount(0n),
  );
  return [
    ...taxes.flatMap((subtotal) => taxSteps(draft, subtotal, linesAt(lines, subtotal), say)),
    ...(taxes.length > 1 ? [moneyStep(say({ en: 'net', zh: '不含税合计' }), nets, currency)] : []),
    moneyStep(say({ en: 'total', zh: '价税合计' }), total, currency),
  ];
}

function linesAt(lines: readonly Line[], { rate }: TaxSubtotal): Line[] {
  return lines.filter(({ taxRate }) => taxRate.compare(rate) === 0);
}

function taxSteps(
  { currency }: Draft,
  { rate }: TaxSubtotal,
  lines: readonly Line[],
  say: Say,
): Step[] {
  const sum = sumOf(
    lines.map((line) => money(toMajorUnits(line.amount, currency), currency)),
    money(Rational.ZERO, currency),
  );
  const at = percent(rate);
  const lineSum = moneyStep(
    say({ en: `lines taxed at ${at}`, zh: `税率 ${at} 的各行` }),
    sum,
    currency,
  );
  const billed = money(sum.value, currency);
  const taxLabel = say({ en: `tax at ${at}`, zh: `税额（${at}）` });
  if (lines[0]?.taxIncluded !== true)
    return [lineSum, moneyStep(taxLabel, times(billed, number(rate)), currency)];
  const net = over(billed, number(Rational.ONE.plus(rate)));
  return [
    lineSum,
    moneyStep(say({ en: 'of it without tax', zh: '其中不含税' }), net, currency),
    moneyStep(taxLabel, minus(billed, roundedTo(net, currency)), currency),
  ];
}
