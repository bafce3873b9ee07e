/**
 * How one line came about: its rule, its figures, and the arithmetic step by step, computed anew from
 * the figures and compared with the amount that was printed.
 *
 * > 20.5 agent-days of 26 at 5,200: months 20.5 / 26 ≈ 0.788462, amount 20.5 / 26 × 5,200.00 = 4,100.00.
 */
import { toMajorUnits, toMinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import type { Figure, Line } from '../pricing/line.js';
import { appraisal, cap, months } from './agent-steps.js';
import { money, moneyStep, negated, number, step, sumOf, times, type Step } from './arithmetic.js';
import { commissionSteps } from './commission-steps.js';
import { discount, minimum } from './contract-term-steps.js';
import { derived, type Derivation, type LineContext, type PlacedLine } from './derivation.js';
import { datesOf, Figures, valueOf } from './figures.js';
import { ladderMonth, overflow } from './ladder-steps.js';
import type { Say } from '../words/language.js';
import { ruleOf } from '../words/rules.js';

export interface LineExplanation {
  readonly position: number;
  readonly line: Line;
  readonly rule: string;
  readonly figures: readonly Figure[];
  readonly steps: readonly Step[];
  /** Where the figures do not come to what was printed: an error of this program. */
  readonly doubts: readonly string[];
}

/** A line as it was first billed: see {@link explainReversedLine} for the other. */
export function explainLine(placed: PlacedLine, context: LineContext): LineExplanation {
  const { line, position } = placed;
  const { currency, say } = context;
  const { steps, amount, doubts } = derive(line, context);
  const label = say({ en: 'amount', zh: '金额' });
  const recomputed = toMinorUnits(amount.value, currency);
  return {
    position,
    line,
    rule: say(ruleOf(line)),
    figures: line.basis,
    steps: [...steps, moneyStep(label, amount, currency)],
    doubts: [
      ...doubts,
      ...(recomputed === line.amount ? [] : [differing(say, currency, recomputed, line.amount)]),
    ],
  };
}

/** A reversed line is the line that it negates, and the negation. */
export function explainReversedLine(placed: PlacedLine, context: LineContext): LineExplanation {
  const { currency, say, before } = context;
  const original = negatedLine(placed);
  const explained = explainLine(original, { ...context, before: before.map(negatedLine) });
  const reversal = negated(money(toMajorUnits(original.line.amount, currency), currency));
  const step = moneyStep(say({ en: 'reversed', zh: '冲销' }), reversal, currency);
  return { ...explained, line: placed.line, steps: [...explained.steps, step] };
}

function negatedLine({ position, line }: PlacedLine): PlacedLine {
  const negation = { quantity: line.quantity.negated(), amount: -line.amount };
  return { position, line: { ...line, ...negation } };
}

function differing(say: Say, currency: Currency, recomputed: bigint, printed: bigint): string {
  const of = (amount: bigint): string => money(toMajorUnits(amount, currency), currency).text;
  return say({
    en: `the figures come to ${of(recomputed)}, and the line says ${of(printed)}: an error of this program, please report it`,
    zh: `按所列数据计算为 ${of(recomputed)}，而本行为 ${of(printed)}：属程序错误，请反馈`,
  });
}

function derive(line: Line, context: LineContext): Derivation {
  const figures = new Figures(line);
  switch (line.kind) {
    case 'salary':
    case 'base':
      return months(line, figures, context);
    case 'appraisal':
      return appraisal(figures, context);
    case 'cap':
      return cap(figures, context);
    case 'commission':
      return commissionSteps(line, figures, context);
    case 'ladder':
      return figures.has('dates')
        ? perDate(line, figures, context)
        : ladderMonth(line, figures, context);
    case 'overflow':
      return overflow(line, figures, context);
    case 'event':
      return event(line, figures, context);
    case 'custody':
      return perDate(line, figures, context);
    case 'discount':
      return discount(figures, context);
    case 'minimum':
      return minimum(figures, context);
    case 'adjustment':
      return derived(money(line.unitPrice, context.currency));
  }
}

function perDate(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const count = number(Rational.of(BigInt(datesOf(figures.text('dates')).length)));
  const rate = money(figures.exactly('rate', line.unitPrice), currency);
  return derived(times(count, rate), [step(say({ en: 'days', zh: '天数' }), count)]);
}

function event(line: Line, figures: Figures, { currency, say }: LineContext): Derivation {
  const agents = figures.all('agents').map(({ value }) => number(valueOf(value)));
  const agentDays = sumOf(agents, number(Rational.ZERO));
  return derived(times(agentDays, money(figures.exactly('rate', line.unitPrice), currency)), [
    step(say({ en: 'agents, day by day', zh: '每日客服人数' }), agentDays),
  ]);
}
