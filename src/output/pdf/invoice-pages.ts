/** The invoice itself: its head, its lines, the totals, where to pay. */
import { isOfPreview } from '../../documents/document-number.js';
import type { Document, Provider } from '../../documents/document.js';
import { amountInChineseWords } from '../../money/amount-in-words.js';
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import {
  beside,
  fitted,
  gap,
  rule,
  small,
  stack,
  tagged,
  text,
  type Block,
} from './engine/block.js';
import { asksForMoney, headOf } from './invoice-head.js';
import { drawLines } from './invoice-lines.js';
import type { Letterhead } from './letterhead.js';
import { LABELS, SENTENCES } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { money, percent } from '../../words/numbers.js';
import type { Page } from './engine/page.js';
import { COLOR, FULL, SIZE, span } from './engine/style.js';

/** How high totals and bank account may be to be kept with the last line. */
const TAIL_MAX = 300;

export function drawInvoice(
  page: Page,
  document: Document,
  letterhead: Letterhead,
  balanceBefore: MinorUnits | null,
  say: Say,
): void {
  const { provider } = letterhead;
  page.place(headOf(document, letterhead, say));
  const totals = stack([totalsOf(document, say), balanceOf(document, balanceBefore, say)]);
  const payment = paymentOf(document, provider, say);
  // a page with nothing but the bank account is worse than a line that moves to it
  const tail = totals.height + payment.height;
  drawLines(page, document, say, tail < TAIL_MAX ? tail : totals.height);
  page.place(totals);
  page.place(payment);
}

/** Net, tax of each rate and total, and the total in words. */
function totalsOf(document: Document, say: Say): Block {
  const { currency, taxes, lines, total, merchant } = document;
  const amount = money(document, total);
  const isLong = amount.length > 17;
  const labels = isLong ? span(0, 6) : span(4, 9);
  const values = isLong ? span(6, 12) : span(9, 12);
  const row = (label: string, value: string): Block =>
    tagged(
      'Div',
      beside([
        text(label, labels, { align: 'right', color: COLOR.muted }),
        fitted(value, values, { align: 'right' }),
      ]),
    );
  const taxRows = taxes.map(({ rate, base, tax }) =>
    row(
      `${say(LABELS.tax)} ${taxes.length > 1 ? `${formatAmountGrouped(base, currency)} × ` : ''}${percent(rate)}`,
      formatAmountGrouped(tax, currency),
    ),
  );
  const isIncluded = lines.some(({ taxIncluded }) => taxIncluded);
  const strong = { size: SIZE.lead, bold: true, align: 'right' } as const;
  return stack([
    rule(),
    gap(6),
    row(say(LABELS.net), formatAmountGrouped(document.net, currency)),
    ...taxRows,
    gap(4),
    beside([
      text(say(LABELS.total), labels, strong),
      fitted(amount, values, {
        ...strong,
        ...(document.type === 'credit_note' ? { color: COLOR.alert } : {}),
      }),
    ]),
    merchant.language === 'en'
      ? gap(0)
      : text(`${LABELS.inWords.zh}  ${amountInChineseWords(total, currency)}`, FULL, {
          align: 'right',
        }),
    isIncluded ? small(say(LABELS.taxIncluded), FULL, { align: 'right' }) : gap(0),
  ]);
}

/** What was owed before the document, on the day of its issue. */
function balanceOf(document: Document, balanceBefore: MinorUnits | null, say: Say): Block {
  if (balanceBefore === null) return gap(0);
  const sentence = SENTENCES.balanceBefore(document.issueDate, money(document, balanceBefore));
  return stack([gap(4), small(say(sentence), FULL, { align: 'right' })]);
}

/** Where to pay and what to write with it; for a credit note, that there is nothing to pay. */
function paymentOf(document: Document, provider: Provider, say: Say): Block {
  if (isOfPreview(document)) return gap(0);
  if (!asksForMoney(document)) {
    const amount = money(document, -document.total);
    const sentence = document.total === 0n ? LABELS.nothingDue : SENTENCES.credited(amount);
    return stack([gap(20), text(say(sentence), FULL, { bold: true })]);
  }
  if (provider.bankName === '' && provider.bankAccount === '') return gap(0);
  const facts = [
    [LABELS.payTo, provider.name],
    [LABELS.bank, provider.bankName],
    [LABELS.account, provider.bankAccount],
    [LABELS.reference, document.number],
  ] as const;
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) =>
      tagged(
        'Div',
        beside([small(say(label), span(0, 3), { size: SIZE.body }), text(value, span(3, 12))]),
      ),
    );
  return stack([gap(20), rule(), gap(8), ...rows]);
}
