/** The top of a document: who owes whom what by when. */
import type { Document, Provider } from '../../documents/document.js';
import { beside, gap, rule, small, stack, tagged, text, type Block } from './block.js';
import { LABELS, SENTENCES, type Say } from './labels.js';
import { money } from './numbers.js';
import { COLOR, FULL, SIZE, span } from './style.js';

/** Whether a document asks for money; a credit note, or a cancelled nothing, does not. */
export function asksForMoney({ type, total }: Document): boolean {
  return type === 'invoice' && total > 0n;
}

export function headOf(document: Document, provider: Provider, say: Say): Block {
  return stack(
    letterhead(provider, say),
    gap(26),
    ...titleOf(document, say),
    gap(14),
    beside(billedTo(document, say), due(document, say)),
    gap(16),
    facts(document, say),
    gap(18),
  );
}

function letterhead(provider: Provider, say: Say): Block {
  const right = { align: 'right' } as const;
  const column = span(6, 12);
  return beside(
    stack(
      text(provider.name, span(0, 6), { size: SIZE.lead, bold: true }),
      provider.taxId === '' ? gap(0) : small(`${say(LABELS.taxId)} ${provider.taxId}`, span(0, 6)),
    ),
    stack(
      small(provider.address, column, right),
      small([provider.phone, provider.email].filter(Boolean).join('  ·  '), column, right),
    ),
  );
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

function billedTo({ merchant, type }: Document, say: Say): Block {
  const column = span(0, 6);
  return stack(
    small(say(type === 'invoice' ? LABELS.billedTo : LABELS.creditedTo), column),
    text(merchant.name, column, { size: SIZE.lead, bold: true }),
    merchant.legalName === merchant.name ? gap(0) : text(merchant.legalName, column),
    merchant.taxId === '' ? gap(0) : small(`${say(LABELS.taxId)} ${merchant.taxId}`, column),
    small(merchant.address, column),
  );
}

function due(document: Document, say: Say): Block {
  const column = span(6, 12);
  const isCredit = document.type === 'credit_note';
  const size = document.total.toString().length > 13 ? SIZE.lead : SIZE.title;
  return stack(
    small(say(isCredit ? LABELS.amountCredited : LABELS.amountDue), column, { align: 'right' }),
    text(money(document, isCredit ? -document.total : document.total), column, {
      size,
      bold: true,
      align: 'right',
      ...(isCredit ? { color: COLOR.alert } : {}),
    }),
    text(
      say(asksForMoney(document) ? SENTENCES.payBy(document.dueDate) : LABELS.nothingDue),
      column,
      { align: 'right' },
    ),
  );
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
    return tagged('Div', stack(small(say(label), column), text(value, column)));
  });
  return stack(rule(), gap(6), beside(...columns), gap(6), rule());
}
