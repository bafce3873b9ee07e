/** `workbooks/<number>.xlsx`: a document with its lines, the attendance and the orders behind it, for people. */
import { parse } from 'csv-parse/sync';
import { isOfPreview } from '../../documents/document-number.js';
import type { Document } from '../../documents/document.js';
import { formatAmount } from '../../money/amount.js';
import { Rational } from '../../money/rational.js';
import type { Line } from '../../pricing/line.js';
import type { AttendanceDay } from '../../pricing/usage.js';
import type { Bilingual, Say } from '../../words/bilingual.js';
import { inLanguage, LABELS, PLAN_LABELS, titleOf, UNIT_LABELS } from '../../words/labels.js';
import { noteOf } from '../../words/line-note.js';
import { descriptionOf } from '../../words/line-words.js';
import { OUTCOME_LABELS } from '../../words/report-words.js';
import {
  ORDER_COLUMNS,
  WORKBOOK_COLUMNS as COLUMNS,
  WORKBOOK_SHEETS as SHEETS,
} from '../../words/workbook-words.js';
import type { Statement } from '../pdf/statement.js';
import { titledSheets, type TitledColumn } from './titled-sheet.js';
import { workbookBytes } from './write-workbook.js';

const MICROSECONDS_PER_HOUR = 3_600_000_000n;

/** `orders`: the statement of the merchant's orders as CSV, ids as they are; blank where there is none. */
export function documentWorkbook(
  document: Document,
  { contracts }: Statement,
  orders: string,
): Uint8Array {
  const say: Say = (words) => inLanguage(words, document.merchant.language);
  const attendance = contracts.flatMap(({ contractId, usage }) =>
    usage.attendance.map((day) => ({ contractId, ...day })),
  );
  return workbookBytes([
    ...titledSheets(SHEETS.document, FACTS, factsOf(document, say), say),
    ...titledSheets(SHEETS.lines, lineColumns(document, say), [...document.lines.entries()], say),
    ...titledSheets(SHEETS.attendance, ATTENDANCE, attendance, say),
    ...titledSheets(SHEETS.orders, orderColumns(say), orderRows(orders), say),
  ]);
}

type Fact = readonly [what: string, content: string];

const FACTS: readonly TitledColumn<Fact>[] = [
  { title: COLUMNS.what, kind: 'text', cellOf: ([what]) => what },
  { title: COLUMNS.content, kind: 'number', cellOf: ([, content]) => content },
];

/** A preview has no due date: it is no bill. */
function factsOf(document: Document, say: Say): Fact[] {
  const { merchant, currency } = document;
  const facts: readonly (readonly [what: Bilingual, content: string | null])[] = [
    [COLUMNS.type, say(titleOf(document))],
    [COLUMNS.number, document.number],
    [COLUMNS.period, document.period],
    [COLUMNS.merchantId, merchant.merchantId],
    [COLUMNS.merchant, merchant.name],
    [isOfPreview(document) ? LABELS.calculatedOn : COLUMNS.issueDate, document.issueDate],
    [COLUMNS.dueDate, isOfPreview(document) ? null : document.dueDate],
    [COLUMNS.currency, currency.code],
    [COLUMNS.net, formatAmount(document.net, currency)],
    [COLUMNS.tax, formatAmount(document.tax, currency)],
    [COLUMNS.total, formatAmount(document.total, currency)],
    [COLUMNS.cancels, document.cancels],
    [COLUMNS.replaces, document.replaces],
  ];
  return facts.flatMap(([what, content]) => (content === null ? [] : [[say(what), content]]));
}

function lineColumns({ currency }: Document, say: Say): TitledColumn<[number, Line]>[] {
  return [
    { title: COLUMNS.line, kind: 'number', cellOf: ([at]) => String(at + 1) },
    { title: COLUMNS.contractId, kind: 'text', cellOf: ([, line]) => line.contractId },
    { title: COLUMNS.plan, kind: 'text', cellOf: ([, line]) => say(PLAN_LABELS[line.plan]) },
    { title: COLUMNS.description, kind: 'text', cellOf: ([, line]) => say(descriptionOf(line)) },
    { title: COLUMNS.from, kind: 'text', cellOf: ([, line]) => line.serviceFrom },
    { title: COLUMNS.to, kind: 'text', cellOf: ([, line]) => line.serviceTo },
    { title: COLUMNS.quantity, kind: 'number', cellOf: ([, line]) => line.quantity.toDecimal() },
    { title: COLUMNS.unit, kind: 'text', cellOf: ([, { unit }]) => unitOf(unit, say) },
    { title: COLUMNS.unitPrice, kind: 'number', cellOf: ([, line]) => line.unitPrice.toDecimal() },
    {
      title: COLUMNS.amount,
      kind: 'number',
      cellOf: ([, line]) => formatAmount(line.amount, currency),
    },
    { title: COLUMNS.taxRate, kind: 'number', cellOf: ([, line]) => line.taxRate.toDecimal() },
    { title: COLUMNS.basis, kind: 'text', cellOf: ([, line]) => noteOf(line, currency, say) },
  ];
}

function unitOf(unit: string, say: Say): string {
  const label = UNIT_LABELS[unit];
  return label === undefined ? unit : say(label);
}

type Attendance = AttendanceDay & { readonly contractId: string };

const ATTENDANCE: readonly TitledColumn<Attendance>[] = [
  { title: COLUMNS.contractId, kind: 'text', cellOf: ({ contractId }) => contractId },
  { title: COLUMNS.agent, kind: 'text', cellOf: ({ agentId }) => agentId },
  { title: COLUMNS.shift, kind: 'text', cellOf: ({ shift }) => shift },
  { title: COLUMNS.date, kind: 'text', cellOf: ({ date }) => date },
  {
    title: COLUMNS.hours,
    kind: 'number',
    cellOf: ({ workedMicroseconds }) =>
      Rational.of(workedMicroseconds, MICROSECONDS_PER_HOUR).toDecimal(),
  },
];

const AMOUNTS: ReadonlySet<string> = new Set([
  'amount',
  'attributed_sales',
  'refunds',
  'late_refunds',
  'net_sales',
  'exchange_rate',
]);

type OrderRow = readonly string[];

function orderRows(csv: string): readonly OrderRow[] {
  return csv === '' ? [] : parse(csv).slice(1);
}

function orderColumns(say: Say): TitledColumn<OrderRow>[] {
  return Object.entries(ORDER_COLUMNS).map(([name, title], at) => ({
    title,
    kind: AMOUNTS.has(name) ? 'number' : 'text',
    cellOf: (row) => {
      const cell = row[at] ?? '';
      return name === 'outcome' ? outcomeOf(cell, say) : cell;
    },
  }));
}

function outcomeOf(outcome: string, say: Say): string {
  const labels: Readonly<Record<string, Bilingual>> = OUTCOME_LABELS;
  return say(labels[outcome] ?? LABELS.lateRefunds);
}
