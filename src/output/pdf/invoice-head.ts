/** The top of a document: who owes whom what by when. */
import type { Document } from '../../documents/document.js';
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
  type TextStyle,
} from './engine/block.js';
import { LABELS, SENTENCES } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { letterheadBlock, type Letterhead } from './letterhead.js';
import { money } from '../../words/numbers.js';
import { COLOR, FULL, LEADING, SIZE, span } from './engine/style.js';

/** Whether a document asks for money; a credit note, or a cancelled nothing, does not. */
export function asksForMoney({ type, total }: Document): boolean {
  return type === 'invoice' && total > 0n;
}

export function headOf(document: Document, letterhead: Letterhead, say: Say): Block {
  return stack([
    letterheadBlock(letterhead, say),
    gap(26),
    ...titleOf(document, say),
    gap(14),
    beside([billedTo(document, say), due(document, say)]),
    gap(16),
    facts(document, say),
    gap(18),
  ]);
}

/** The title over a rule, both red for a credit note, and what the document stands for. */
function titleOf(document: Document, say: Say): Block[] {
  const isCredit = document.type === 'credit_note';
  const color = isCredit ? COLOR.alert : COLOR.ink;
  const { cancels, replaces } = document;
  return [
    text(say(LABELS[document.type]), FULL, { size: SIZE.title, bold: true, color, tag: 'H1' }),
    ...(cancels === null
      ? []
      : [text(say(SENTENCES.cancels(cancels)), FULL, { bold: true, color })]),
    ...(replaces === null ? [] : [text(say(SENTENCES.replaces(replaces)), FULL, { bold: true })]),
    gap(8),
    rule(isCredit ? COLOR.alert : COLOR.ink, isCredit ? 2 : 1),
  ];
}

/** A long name in small type, so that names of hundreds of characters leave room for the lines. */
function billedTo({ merchant, type }: Document, say: Say): Block {
  const column = span(0, 6);
  const name = (content: string, style: TextStyle): Block => {
    const block = text(content, column, style);
    const linesMax = 3;
    return block.height > linesMax * SIZE.lead * LEADING
      ? text(content, column, { ...style, size: SIZE.small })
      : block;
  };
  return stack([
    small(say(type === 'invoice' ? LABELS.billedTo : LABELS.creditedTo), column),
    name(merchant.name, { size: SIZE.lead, bold: true }),
    merchant.legalName === merchant.name ? gap(0) : name(merchant.legalName, {}),
    merchant.taxId === '' ? gap(0) : small(`${say(LABELS.taxId)} ${merchant.taxId}`, column),
    small(merchant.address, column),
  ]);
}

function due(document: Document, say: Say): Block {
  const column = span(6, 12);
  const isCredit = document.type === 'credit_note';
  return stack([
    small(say(isCredit ? LABELS.amountCredited : LABELS.amountDue), column, { align: 'right' }),
    fitted(money(document, isCredit ? -document.total : document.total), column, {
      size: SIZE.title,
      bold: true,
      align: 'right',
      ...(isCredit ? { color: COLOR.alert } : {}),
    }),
    text(
      say(asksForMoney(document) ? SENTENCES.payBy(document.dueDate) : LABELS.nothingDue),
      column,
      { align: 'right' },
    ),
  ]);
}

/** Number, period and dates, in a row of quarters. */
function facts(document: Document, say: Say): Block {
  const shown = [
    [LABELS.number, document.number],
    [LABELS.period, document.period],
    [LABELS.issueDate, document.issueDate],
    ...(asksForMoney(document) ? [[LABELS.dueDate, document.dueDate] as const] : []),
  ] as const;
  const columns = shown.map(([label, value], at) => {
    const column = span(at * 3, at * 3 + 3);
    return tagged('Div', stack([small(say(label), column), text(value, column)]));
  });
  return stack([rule(), gap(6), beside(columns), gap(6), rule()]);
}
