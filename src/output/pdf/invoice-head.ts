/** The top of a document: who owes whom what by when. */
import { isOfPreview } from '../../documents/document-number.js';
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
import { LABELS, SENTENCES, titleOf } from '../../words/labels.js';
import type { Bilingual, Say } from '../../words/bilingual.js';
import { letterheadBlock, type Letterhead } from './letterhead.js';
import { money } from '../../words/numbers.js';
import { COLOR, FULL, LEADING, SIZE, span } from './engine/style.js';

/** Whether a document asks for money; a credit note, a cancelled nothing or a preview does not. */
export function asksForMoney(document: Document): boolean {
  return document.type === 'invoice' && document.total > 0n && !isOfPreview(document);
}

export function headOf(document: Document, letterhead: Letterhead, say: Say): Block {
  return stack([
    letterheadBlock(letterhead, say),
    gap(26),
    ...titleBlocks(document, say),
    gap(14),
    beside([billedTo(document, say), due(document, say)]),
    gap(16),
    facts(document, say),
    gap(18),
  ]);
}

/** The title over a rule, both red for a credit note, and what the document stands for. */
function titleBlocks(document: Document, say: Say): Block[] {
  const isCredit = document.type === 'credit_note';
  const color = isCredit ? COLOR.alert : COLOR.ink;
  const { cancels, replaces } = document;
  return [
    text(say(titleOf(document)), FULL, { size: SIZE.title, bold: true, color, tag: 'H1' }),
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
    small(say(amountLabel(document)), column, { align: 'right' }),
    fitted(money(document, isCredit ? -document.total : document.total), column, {
      size: SIZE.title,
      bold: true,
      align: 'right',
      ...(isCredit ? { color: COLOR.alert } : {}),
    }),
    text(say(whatToDo(document)), column, { align: 'right' }),
  ]);
}

function amountLabel(document: Document): Bilingual {
  if (isOfPreview(document)) return LABELS.amountSoFar;
  return document.type === 'credit_note' ? LABELS.amountCredited : LABELS.amountDue;
}

function whatToDo(document: Document): Bilingual {
  if (isOfPreview(document)) return LABELS.notToBePaid;
  return asksForMoney(document) ? SENTENCES.payBy(document.dueDate) : LABELS.nothingDue;
}

/** Number, period and dates, in a row of quarters. */
function facts(document: Document, say: Say): Block {
  const shown = [
    [LABELS.number, document.number],
    [LABELS.period, document.period],
    [isOfPreview(document) ? LABELS.calculatedOn : LABELS.issueDate, document.issueDate],
    ...(asksForMoney(document) ? [[LABELS.dueDate, document.dueDate] as const] : []),
  ] as const;
  const columns = shown.map(([label, value], at) => {
    const column = span(at * 3, at * 3 + 3);
    return tagged('Div', stack([small(say(label), column), text(value, column)]));
  });
  return stack([rule(), gap(6), beside(columns), gap(6), rule()]);
}
