/** Sums of lines above, which the document itself shows. */
import { toMajorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import { money, moneyStep, sumOf, type Step, type Term } from './arithmetic.js';
import type { LineContext, PlacedLine } from './derivation.js';
import type { Figures } from './figures.js';
import type { Say } from '../words/language.js';

/** The figure `lines_sum`, the step that adds the lines up, and a doubt where the two differ. */
export function linesSum(
  figures: Figures,
  lines: readonly PlacedLine[],
  { currency, say }: LineContext,
): { total: Term; step: Step; doubts: string[] } {
  const total = money(figures.value('lines_sum'), currency);
  const terms = lines.map(({ line }) => money(toMajorUnits(line.amount, currency), currency));
  const summed = sumOf(terms, money(Rational.ZERO, currency));
  const first = lines[0]?.position ?? 0;
  const last = lines.at(-1)?.position ?? 0;
  const label =
    lines.length < 2
      ? say({ en: `line ${first}`, zh: `第 ${first} 行` })
      : say({ en: `lines ${first} to ${last}`, zh: `第 ${first} 至 ${last} 行` });
  const isSame = summed.value.compare(total.value) === 0;
  return { total, step: moneyStep(label, summed, currency), doubts: isSame ? [] : [sumDoubt(say)] };
}

export function sumDoubt(say: Say): string {
  return say({
    en: 'the lines above do not come to the figure: an error of this program, please report it',
    zh: '以上各行与所列数据不符：属程序错误，请反馈',
  });
}
