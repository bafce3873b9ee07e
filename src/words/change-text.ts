/** What a document changes, in words: each line old → new, why, and the difference that is left. */
import type { Document } from '../documents/document.js';
import { figureChanges, type LineChange, type Replaced } from '../documents/what-changed.js';
import { formatAmountGrouped } from '../money/amount.js';
import type { Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import type { Bilingual, Say } from './bilingual.js';
import { FIGURE_WORDS } from './figure-words.js';
import { descriptionOf } from './line-words.js';
import { exact, money, percent } from './numbers.js';

export interface ChangeText {
  readonly description: string;
  /** `agent-days 24 → 23`; blank where no figure says why. */
  readonly why: string;
  /** `4,800.00 → 4,600.00`. */
  readonly amounts: string;
}

const WORDS = {
  added: { zh: '新增', en: 'new' },
  removed: { zh: '不再计费', en: 'no longer billed' },
} as const satisfies Record<string, Bilingual>;

export function changeText(
  change: LineChange,
  { currency }: Pick<Document, 'currency'>,
  say: Say,
): ChangeText {
  const amountOf = (one: Line | null): string => formatAmountGrouped(one?.amount ?? 0n, currency);
  return {
    description: say(descriptionOf(change.after ?? change.before)),
    why: whyText(change, say),
    amounts: `${amountOf(change.before)} → ${amountOf(change.after)}`,
  };
}

function whyText(change: LineChange, say: Say): string {
  if (change.before === null) return say(WORDS.added);
  if (change.after === null) return say(WORDS.removed);
  return figureChanges(change)
    .filter(({ after: { name } }) => name !== 'line')
    .map(({ before, after }) => {
      const { name, of } = after;
      const about = of === null ? '' : ` [${of}]`;
      return `${say(FIGURE_WORDS[name])}${about} ${valueText(before)} → ${valueText(after)}`;
    })
    .join('; ');
}

function valueText({ name, value, currency }: Figure): string {
  if (FIGURE_WORDS[name].isShare === true) return percent(value);
  return exact(value, currency);
}

/** What is still to be paid, or paid back, where what was billed before is paid. */
export function differenceText(
  document: Pick<Document, 'currency' | 'total'>,
  replaced: Replaced,
): Bilingual {
  const { number } = replaced;
  const difference = document.total - replaced.total;
  const totals = `${money(document, replaced.total)} → ${money(document, document.total)}`;
  if (difference === 0n)
    return {
      zh: `合计 ${totals}，与 ${number} 相同。`,
      en: `Total ${totals}: the same as in ${number}.`,
    };
  const amount = money(document, difference < 0n ? -difference : difference);
  return difference > 0n
    ? {
        zh: `合计 ${totals}；若 ${number} 已付清，还需支付 ${amount}。`,
        en: `Total ${totals}: where ${number} is paid, ${amount} is left to pay.`,
      }
    : {
        zh: `合计 ${totals}；若 ${number} 已付清，应退还 ${amount}。`,
        en: `Total ${totals}: where ${number} is paid, ${amount} is to be paid back.`,
      };
}
