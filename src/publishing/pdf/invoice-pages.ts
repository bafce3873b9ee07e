/** The invoice itself: who owes whom what by when, the lines, the totals, where to pay. */
import type { Document, Provider } from '../../documents/document.js';
import { amountInChineseWords } from '../../money/amount-in-words.js';
import { formatAmountGrouped, groupDigits } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { Bilingual, Figure, Line } from '../../pricing/line.js';
import { FIGURE_LABELS, inLanguage, LABELS, PLAN_LABELS, UNIT_LABELS } from './labels.js';
import { ALERT, LEFT, MUTED, RIGHT, WIDTH, type Page } from './page.js';

const TABLE = {
  description: { x: LEFT, width: 255 },
  quantity: { x: LEFT + 262, width: 92 },
  unitPrice: { x: LEFT + 358, width: 64 },
  amount: { x: LEFT + 424, width: RIGHT - LEFT - 424 },
} as const;

export function drawInvoice(page: Page, document: Document, provider: Provider): void {
  const say = (words: Bilingual): string => inLanguage(words, document.merchant.language);
  drawHead(page, document, provider, say);
  drawLines(page, document, say);
  drawTotals(page, document, say);
  drawPayment(page, provider, say);
}

type Say = (words: Bilingual) => string;

function drawHead(page: Page, document: Document, provider: Provider, say: Say): void {
  page.paragraph(provider.name, { size: 11, bold: true });
  const contact = [provider.address, provider.phone, provider.email].filter(Boolean).join('  ·  ');
  page.paragraph(contact, { size: 8, color: MUTED });
  if (provider.taxId)
    page.paragraph(`${say(LABELS.taxId)} ${provider.taxId}`, { size: 8, color: MUTED });
  page.space(14);
  const isCredit = document.type === 'credit_note';
  page.paragraph(
    say(LABELS[document.type]),
    isCredit ? { size: 20, bold: true, color: ALERT } : { size: 20, bold: true },
  );
  page.space(6);
  page.rule(isCredit ? ALERT : undefined);
  const top = page.y;
  page.paragraph(say(LABELS.billedTo), { size: 8, color: MUTED }, LEFT, 280);
  const { merchant } = document;
  page.paragraph(merchant.name, { size: 11, bold: true }, LEFT, 280);
  if (merchant.legalName !== merchant.name) page.paragraph(merchant.legalName, {}, LEFT, 280);
  if (merchant.taxId)
    page.paragraph(`${say(LABELS.taxId)} ${merchant.taxId}`, { size: 8, color: MUTED }, LEFT, 280);
  page.paragraph(merchant.address, { size: 8, color: MUTED }, LEFT, 280);
  const left = page.y;
  page.y = top;
  for (const [label, value] of facts(document)) {
    page.text(say(label), 350, 90, { size: 8, color: MUTED });
    page.text(value, 420, RIGHT - 420, { size: 8.5, align: 'right' });
    page.space(13);
  }
  page.text(say(LABELS.total), 350, 60, { size: 10, bold: true });
  page.text(money(document, document.total), 400, RIGHT - 400, {
    size: 13,
    bold: true,
    align: 'right',
    ...(isCredit ? { color: ALERT } : {}),
  });
  page.y = Math.max(left, page.y + 22) + 12;
}

function facts(document: Document): [Bilingual, string][] {
  return [
    [LABELS.number, document.number],
    [LABELS.period, document.period],
    [LABELS.issueDate, document.issueDate],
    [LABELS.dueDate, document.dueDate],
    ...(document.cancels === null
      ? []
      : [[LABELS.cancels, document.cancels] as [Bilingual, string]]),
    ...(document.replaces === null
      ? []
      : [[LABELS.replaces, document.replaces] as [Bilingual, string]]),
  ];
}

function drawLines(page: Page, document: Document, say: Say): void {
  const heading = (): void => {
    for (const column of ['description', 'quantity', 'unitPrice', 'amount'] as const) {
      const { x, width } = TABLE[column];
      page.text(say(LABELS[column]), x, width, {
        size: 8,
        color: MUTED,
        align: column === 'description' ? 'left' : 'right',
      });
    }
    page.space(14);
    page.rule();
  };
  heading();
  page.repeat(heading);
  let contractId = '';
  for (const line of document.lines) {
    if (line.contractId !== contractId) {
      contractId = line.contractId;
      page.keep(60);
      page.space(4);
      page.paragraph(`${say(PLAN_LABELS[line.plan])}  ·  ${say(LABELS.contract)} ${contractId}`, {
        size: 9.5,
        bold: true,
      });
      page.space(3);
    }
    const isLast = line === document.lines.at(-1);
    drawLine(page, document, line, say, isLast ? totalsHeight(document) : 0);
  }
  page.repeat(null);
}

/** Keeps room below the line for what must not stand on a page without it. */
function drawLine(page: Page, document: Document, line: Line, say: Say, below: number): void {
  const description = say(line.description);
  const basis = line.basis.map((figure) => figureText(figure, say)).join('  ·  ');
  const width = TABLE.description.width;
  const descriptionHeight = page.height(description, width, {});
  const basisHeight = page.height(basis, width, { size: 7 });
  page.keep(descriptionHeight + basisHeight + 8 + below);
  page.text(description, TABLE.description.x, width);
  const unit = UNIT_LABELS[line.unit];
  const quantity = `${groupDigits(line.quantity.toDecimal())} ${unit === undefined ? line.unit : say(unit)}`;
  page.text(quantity, TABLE.quantity.x, TABLE.quantity.width, { align: 'right' });
  page.text(groupDigits(line.unitPrice.toDecimal()), TABLE.unitPrice.x, TABLE.unitPrice.width, {
    align: 'right',
  });
  page.text(
    formatAmountGrouped(line.amount, document.currency),
    TABLE.amount.x,
    TABLE.amount.width,
    { align: 'right' },
  );
  page.space(descriptionHeight);
  page.text(basis, TABLE.description.x, width, { size: 7, color: MUTED });
  page.space(basisHeight + 7);
}

function figureText({ name, value, of }: Figure, say: Say): string {
  const label = say(FIGURE_LABELS[name]);
  return `${label}${of === undefined || of === 'all' ? '' : ` (${of})`} ${/^-?\d+(\.\d+)?$/.test(value) ? groupDigits(value) : value}`;
}

const TOTALS_HEIGHT = 110;

function totalsHeight({ taxes }: Document): number {
  return TOTALS_HEIGHT + taxes.length * 15;
}

/** The totals stay together, and with them the amount in words. */
function drawTotals(page: Page, document: Document, say: Say): void {
  page.keep(totalsHeight(document));
  page.space(4);
  page.rule();
  const row = (label: string, value: string, bold = false): void => {
    page.text(label, 300, 130, { bold, align: 'right' });
    page.text(value, 432, RIGHT - 432, { bold, align: 'right' });
    page.space(bold ? 20 : 15);
  };
  row(say(LABELS.net), money(document, document.net));
  for (const { rate, tax } of document.taxes) {
    row(`${say(LABELS.tax)} ${rate.times(Rational.of(100n)).toDecimal()}%`, money(document, tax));
  }
  row(say(LABELS.total), money(document, document.total), true);
  if (document.merchant.language !== 'en') {
    page.paragraph(
      `${LABELS.inWords.zh}  ${amountInChineseWords(document.total, document.currency)}`,
      { size: 9.5 },
    );
    page.space(8);
  }
}

function drawPayment(page: Page, provider: Provider, say: Say): void {
  const account = [provider.bankName, provider.bankAccount].filter(Boolean).join('  ');
  if (account === '') return;
  page.keep(40);
  page.space(8);
  page.paragraph(say(LABELS.bank), { size: 8, color: MUTED });
  page.paragraph(`${provider.name}  ${account}`, {}, LEFT, WIDTH);
}

function money(document: Document, amount: bigint): string {
  return `${document.currency.code} ${formatAmountGrouped(amount, document.currency)}`;
}
