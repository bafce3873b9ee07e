/** The table of lines, grouped by contract. */
import { groupBy } from '../../group-by.js';
import type { Document } from '../../documents/document.js';
import { formatAmountGrouped, groupDigits } from '../../money/amount.js';
import type { Line } from '../../pricing/line.js';
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
import { counted, LABELS, PLAN_LABELS, PLAN_WORDS, UNIT_LABELS } from '../../words/labels.js';
import type { Say } from '../../words/bilingual.js';
import { noteOf } from '../../words/line-note.js';
import { descriptionOf } from '../../words/line-words.js';
import { monthShape, percent, price } from '../../words/numbers.js';
import type { Page } from './engine/page.js';
import { FULL, LEFT, SIZE } from './engine/style.js';

const COLUMNS = {
  description: { x: LEFT, width: 206 },
  quantity: { x: LEFT + 214, width: 62 },
  unit: { x: LEFT + 281, width: 68 },
  unitPrice: { x: LEFT + 355, width: 62 },
  amount: { x: LEFT + 422, width: 77 },
} as const;
/** How an amount was computed stands below its figures, of which each is one line high. */
const NOTES = { x: LEFT, width: 349 } as const;
type ColumnName = keyof typeof COLUMNS;

const isLeft = (name: ColumnName): boolean => name === 'description' || name === 'unit';

/** Lines on as many pages as they need; what must not stand alone goes with the last one. */
export function drawLines(page: Page, document: Document, say: Say, tailHeight: number): void {
  // contracts in the order of their first lines; adjustments join their contract's group
  const groups = [...groupBy(document.lines, ({ contractId }) => contractId).values()];
  const rows = groups.flatMap((lines) => {
    const dates = sharedDates(lines, document);
    return lines.map((line, at) => {
      const row = rowOf(line, document, say, dates);
      // the heading of a contract goes with its first line
      return at === 0 ? stack([groupHeading(line, dates, say), row]) : row;
    });
  });
  page.within('Table', () => {
    page.underHeading(() => tableHeading(say), rows, tailHeight);
  });
}

function tableHeading(say: Say): Block {
  const cells = (Object.keys(COLUMNS) as ColumnName[]).map((name) =>
    small(say(LABELS[name]), COLUMNS[name], { align: isLeft(name) ? 'left' : 'right', tag: 'TH' }),
  );
  return stack([tagged('TR', beside(cells)), gap(4), rule(), gap(4)]);
}

function groupHeading({ plan, contractId }: Line, dates: string, say: Say): Block {
  return stack([
    gap(4),
    tagged(
      'TR',
      tagged(
        'TD',
        stack([
          text(`${say(PLAN_LABELS[plan])}  ·  ${say(LABELS.contract)} ${contractId}`, FULL, {
            bold: true,
          }),
          small([say(PLAN_WORDS[plan]), ...(dates === '' ? [] : [dates])].join('  ·  ')),
        ]),
        { columns: Object.keys(COLUMNS).length },
      ),
    ),
    gap(6),
  ]);
}

function rowOf(line: Line, document: Document, say: Say, groupDates: string): Block {
  const unit = UNIT_LABELS[line.unit];
  const isShare = line.kind === 'commission' || line.kind === 'discount';
  const cell = (name: ColumnName, content: string): Block =>
    fitted(content, COLUMNS[name], { align: isLeft(name) ? 'left' : 'right', tag: 'TD' });
  const quantity = line.quantity.toDecimal();
  const cells = [
    tagged('TD', descriptionBlock(line, document, say, groupDates)),
    cell('quantity', isShare ? price(quantity, document.currency) : groupDigits(quantity)),
    cell('unit', unit === undefined ? line.unit : say(counted(quantity, unit))),
    cell(
      'unitPrice',
      isShare ? percent(line.unitPrice) : price(line.unitPrice.toDecimal(), document.currency),
    ),
    cell('amount', formatAmountGrouped(line.amount, document.currency)),
  ];
  return stack([tagged('TR', beside(cells)), gap(8)]);
}

/** What is billed, one language below the other, and how it was computed. */
function descriptionBlock(line: Line, document: Document, say: Say, groupDates: string): Block {
  const { language } = document.merchant;
  const { zh, en } = descriptionOf(line);
  const column = COLUMNS.description;
  return stack([
    text(language === 'en' ? en : zh, column),
    language === 'zh-en' && en !== zh ? text(en, column, { size: SIZE.small }) : gap(0),
    ...notesOf(line, document, say, groupDates).map((note) => small(note, NOTES)),
  ]);
}

/** How the amount was computed; dates and tax rate where the document does not say them already. */
function notesOf(line: Line, document: Document, say: Say, groupDates: string): string[] {
  const dates = datesOf(line, document);
  const rate = `${say(LABELS.taxRate)} ${percent(line.taxRate)}`;
  const note = noteOf(line, document.currency, say);
  return [
    document.cancels === null ? note : `${say(LABELS.asBilled)}: ${note}`,
    [
      ...(dates === '' || dates === groupDates ? [] : [dates]),
      ...(document.taxes.length > 1 ? [rate] : []),
    ].join('  ·  '),
  ];
}

/** The dates of the service, where they are not the whole month. */
function datesOf({ serviceFrom, serviceTo }: Line, { period }: Document): string {
  const lastDay = `${period}-${monthShape(period).days}`;
  if (serviceFrom === `${period}-01` && serviceTo === lastDay) return '';
  return serviceFrom === serviceTo ? serviceFrom : `${serviceFrom} – ${serviceTo}`;
}

/** What all lines of a contract have in common stands once, above them. */
function sharedDates(lines: readonly Line[], document: Document): string {
  const all = new Set(lines.map((line) => datesOf(line, document)));
  const [first = ''] = all;
  return all.size === 1 ? first : '';
}
