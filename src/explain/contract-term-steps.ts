/** The arithmetic of what a contract adds to its plan's lines: discount and minimum. */
import { money, moneyStep, minus, number, times } from './arithmetic.js';
import { derived, type Derivation, type LineContext, type PlacedLine } from './derivation.js';
import type { Figures } from './figures.js';
import { activeShare } from './ladder-steps.js';
import { linesSum } from './lines-sum.js';

export function discount(figures: Figures, context: LineContext): Derivation {
  const sum = linesSum(figures, priced(context.before), context);
  const rate = number(figures.value('discount_rate').negated());
  return derived(times(sum.total, rate), [sum.step], sum.doubts);
}

export function minimum(figures: Figures, context: LineContext): Derivation {
  const { currency, say } = context;
  const lines = priced(context.before);
  const sum = linesSum(figures, lines, context);
  const share = times(money(figures.value('minimum_fee'), currency), activeShare(figures));
  return derived(
    minus(share, sum.total),
    [
      moneyStep(say({ en: 'minimum', zh: '最低服务费' }), share, currency),
      ...(lines.length === 0 ? [] : [sum.step]),
    ],
    sum.doubts,
  );
}

/** Adjustments are added after discount and minimum. */
function priced(lines: readonly PlacedLine[]): PlacedLine[] {
  return lines.filter(({ line }) => line.kind !== 'adjustment');
}
