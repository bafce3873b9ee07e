/** 对账单: what one merchant owes, and how that came about, to be compared, stamped and sent back. */
import { AGES, daysOverdue } from '../../documents/accounts/ages.js';
import type { Account, Movement } from '../../documents/accounts/account.js';
import type { OpenDocument } from '../../documents/accounts/open-documents.js';
import { typeOfTotal, type Merchant } from '../../documents/document.js';
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import { AGE_LABELS, KIND_LABELS, SENTENCES, WORDS } from '../../words/account-words.js';
import type { Bilingual, Say } from '../../words/bilingual.js';
import { inLanguage, LABELS } from '../../words/labels.js';
import { money } from '../../words/numbers.js';
import { createPdf } from '../pdf/create-pdf.js';
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
} from '../pdf/engine/block.js';
import { Canvas } from '../pdf/engine/canvas.js';
import { Page } from '../pdf/engine/page.js';
import { FULL, SIZE, span, type Column } from '../pdf/engine/style.js';
import { letterheadBlock, type Letterhead } from '../pdf/letterhead.js';

/** `accounts` are those of one merchant, one a currency; the same accounts give the same bytes. */
export function renderAccount(
  merchant: Merchant,
  accounts: readonly [Account, ...Account[]],
  letterhead: Letterhead,
): Buffer {
  const say: Say = (words) => inLanguage(words, merchant.language);
  const [{ from, asOf }] = accounts;
  const pdf = createPdf({
    title: `${say(WORDS.statement)} ${merchant.merchantId} ${asOf}`,
    author: letterhead.provider.name,
    language: merchant.language,
    created: asOf,
  });
  const canvas = new Canvas(pdf);
  const page = new Page(canvas);
  page.place(letterheadBlock(letterhead, say));
  page.place(headOf(merchant, say(SENTENCES.span(from, asOf)), say));
  for (const account of accounts)
    page.within('Sect', () => {
      drawAccount(page, account, say);
    });
  page.place(bankOf(letterhead, say));
  page.place(stampLines(say));
  page.number(`${say(WORDS.statement)}  ${merchant.merchantId}  ${asOf}`);
  canvas.embedFonts();
  pdf.end();
  return pdf.read() as Buffer;
}

function headOf(merchant: Merchant, dates: string, say: Say): Block {
  return stack([
    gap(26),
    text(say(WORDS.statement), FULL, { size: SIZE.title, bold: true, tag: 'H1' }),
    text(dates),
    gap(8),
    rule(),
    gap(12),
    small(say(WORDS.to)),
    text(merchant.name, FULL, { size: SIZE.lead, bold: true }),
    merchant.legalName === merchant.name ? gap(0) : text(merchant.legalName),
    small([merchant.merchantId, merchant.address].filter(Boolean).join('  ·  ')),
  ]);
}

function drawAccount(page: Page, account: Account, say: Say): void {
  const { currency } = account;
  page.place(stack([gap(18), text(currency.code, FULL, { bold: true, tag: 'H2' }), gap(4)]));
  page.place(figuresOf(account, say));
  if (account.movements.length === 0) page.place(stack([gap(10), text(say(WORDS.noMovements))]));
  else
    drawTable(page, {
      title: say(WORDS.movements),
      columns: MOVEMENT_COLUMNS,
      headings: [WORDS.date, WORDS.subject, WORDS.issued, WORDS.received, WORDS.balance].map(say),
      rows: account.movements.map((one) => movementCells(one, account, say)),
    });
  if (account.open.length > 0)
    drawTable(page, {
      title: say(WORDS.open),
      columns: OPEN_COLUMNS,
      headings: [
        WORDS.number,
        WORDS.period,
        WORDS.dueDate,
        WORDS.daysOverdue,
        WORDS.openAmount,
      ].map(say),
      rows: account.open.map((one) => openCells(one, account)),
    });
  page.place(agesOf(account, say));
}

/** opening + documents − receipts = closing, in a row of quarters. */
function figuresOf(account: Account, say: Say): Block {
  const { opening, documents, receipts, closing } = account;
  const shown = [
    [WORDS.opening, opening],
    [WORDS.documents, documents],
    [WORDS.receipts, receipts],
    [WORDS.closing, closing],
  ] as const;
  const last = shown.length - 1;
  const columns = shown.map(([label, amount], at) =>
    labelled(say(label), figure(account, amount), span(at * 3, at * 3 + 3), at === last),
  );
  return stack([rule(), gap(6), beside(columns), gap(6), rule()]);
}

/** By age, and what is no part of it. */
function agesOf(account: Account, say: Say): Block {
  const fifth = FULL.width / AGES.length;
  const columns = AGES.map((age, at) =>
    labelled(say(AGE_LABELS[age]), figure(account, account.ages[age]), {
      x: FULL.x + at * fifth,
      width: fifth - 6,
    }),
  );
  const { credit, deposits } = account;
  const notes = [
    ...(credit === 0n ? [] : [SENTENCES.creditHeld(money(account, credit))]),
    ...(deposits === 0n ? [] : [SENTENCES.depositsHeld(money(account, deposits))]),
  ];
  return stack([
    gap(12),
    small(say(WORDS.ages)),
    gap(4),
    rule(),
    gap(6),
    beside(columns),
    gap(6),
    rule(),
    ...notes.map((note) => stack([gap(4), text(say(note))])),
  ]);
}

function labelled(label: string, value: string, column: Column, bold = false): Block {
  return tagged('Div', stack([small(label, column), fitted(value, column, { bold })]));
}

interface TableParts {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface TableColumn extends Column {
  readonly isFigure?: true;
}

const MOVEMENT_COLUMNS: readonly TableColumn[] = [
  span(0, 2),
  span(2, 6),
  { ...span(6, 8), isFigure: true },
  { ...span(8, 10), isFigure: true },
  { ...span(10, 12), isFigure: true },
];

const OPEN_COLUMNS: readonly TableColumn[] = [
  span(0, 4),
  span(4, 6),
  span(6, 8),
  { ...span(8, 10), isFigure: true },
  { ...span(10, 12), isFigure: true },
];

function drawTable(page: Page, { title, columns, headings, rows }: TableParts): void {
  page.place(stack([gap(12), small(title), gap(4)]));
  const line = (cells: readonly string[], tag: 'TH' | 'TD'): Block =>
    tagged(
      'TR',
      beside([
        ...columns.map((column, at) => {
          const align = column.isFigure ? 'right' : 'left';
          const cell = cells[at] ?? '';
          if (cell === '') return gap(0);
          return tag === 'TH'
            ? small(cell, column, { align, tag })
            : fitted(cell, column, { align, tag });
        }),
      ]),
    );
  page.within('Table', () => {
    page.underHeading(
      () => stack([line(headings, 'TH'), gap(3), rule(), gap(3)]),
      rows.map((cells) => stack([line(cells, 'TD'), gap(2)])),
      0,
    );
  });
}

/** Date, what it was, billed, received, balance. */
function movementCells(movement: Movement, account: Account, say: Say): string[] {
  const { date, amount, balance } = movement;
  const rest = figure(account, balance);
  if ('document' in movement) {
    const { number, total } = movement.document;
    return [date, `${say(WORDS[typeOfTotal(total)])} ${number}`, figure(account, amount), '', rest];
  }
  const { kind, receiptId, number, amount: received } = movement.receipt;
  const label: Bilingual = KIND_LABELS[kind];
  const subject = `${say(number === null ? label : SENTENCES.of(label, number))} ${receiptId}`;
  if (kind === 'deposit' || amount === 0n)
    return [date, `${subject}  ${money(account, received)}`, '', '', rest];
  return [date, subject, '', figure(account, -amount), rest];
}

function openCells({ document, open }: OpenDocument, account: Account): string[] {
  const { number, period, dueDate } = document;
  const days = daysOverdue(dueDate, account.asOf);
  return [number, period, dueDate, days === 0 ? '' : String(days), figure(account, open)];
}

function figure({ currency }: Account, amount: MinorUnits): string {
  return formatAmountGrouped(amount, currency);
}

function bankOf({ provider }: Letterhead, say: Say): Block {
  const { name, bankName, bankAccount } = provider;
  if (bankName === '' && bankAccount === '') return gap(0);
  const facts = [
    [LABELS.payTo, name],
    [LABELS.bank, bankName],
    [LABELS.account, bankAccount],
  ] as const;
  const rows = facts
    .filter(([, value]) => value !== '')
    .map(([label, value]) =>
      tagged('Div', beside([small(say(label), span(0, 3)), text(value, span(3, 12))])),
    );
  return stack([gap(20), rule(), gap(8), ...rows]);
}

/** For the merchant's answer, and for both stamps. */
function stampLines(say: Say): Block {
  const signed = (label: Bilingual, column: Column): Block =>
    stack([
      text(say(label), column),
      gap(34),
      rule(undefined, undefined, column),
      small(say(WORDS.date), column),
    ]);
  return stack([
    gap(24),
    text(`${say(WORDS.agreed)} ______________`),
    gap(18),
    beside([signed(WORDS.merchantStamp, span(0, 5)), signed(WORDS.providerStamp, span(7, 12))]),
  ]);
}
