/** Issued, cancelled and left: how the batch leads from what stood to what stands. */
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import { html, table, type Column, type Html, type TableRow } from './html.js';
import type { CurrencyReport, ReportData, Sum } from './report-data.js';
import { WORDS, type Voice } from '../../words/report-words.js';

export function batchSection(data: ReportData, voice: Voice): Html {
  const { say, heading } = voice;
  const title = data.batch === null ? WORDS.previewDocuments : WORDS.batchDocuments;
  const columns: Column[] = [
    { label: say(WORDS.documents) },
    ...[WORDS.documentCount, WORDS.net, WORDS.tax, WORDS.total].map(
      (words) => ({ label: say(words), kind: 'number' }) as const,
    ),
  ];
  const sum = say(data.batch === null ? WORDS.total : WORDS.batchSum);
  const rows = data.currencies.flatMap((of) => rowsOf(of, sum, voice));
  const caption = say(title);
  return html`<section aria-labelledby="batch">
    <h2 id="batch">${heading(title)}</h2>
    ${
      rows.length === 0
        ? html`<p>${say(WORDS.noDocuments)}</p>`
        : table({ caption, isCaptionSeen: false, columns, rows })
    }
  </section>`;
}

/** The batch's own row has the control totals of its manifest; what is not there has no row. */
function rowsOf(
  { currency, issued, cancelled, left, now }: CurrencyReport,
  sum: string,
  { say }: Voice,
): TableRow[] {
  const row = (label: string, of: Sum, kind?: 'sum'): TableRow => ({
    cells: [
      `${label} ${currency.code}`,
      String(of.documents),
      ...[of.net, of.tax, of.total].map((amount) => formatAmountGrouped(amount, currency)),
    ],
    ...(kind === undefined ? {} : { kind }),
  });
  const rows: TableRow[] = [];
  const batch = together(issued, cancelled);
  if (cancelled.documents > 0) {
    rows.push(row(say(WORDS.issued), issued));
    rows.push(row(say(WORDS.cancelled), cancelled));
  }
  if (batch.documents > 0) rows.push(row(sum, batch, 'sum'));
  if (left.documents > 0) rows.push(row(say(WORDS.left), left));
  if (left.documents > 0 || cancelled.documents > 0)
    rows.push(row(say(WORDS.nowStanding), now.sum, 'sum'));
  return rows;
}

function together(left: Sum, right: Sum): Sum {
  const add = (key: 'net' | 'tax' | 'total'): MinorUnits => left[key] + right[key];
  return {
    documents: left.documents + right.documents,
    net: add('net'),
    tax: add('tax'),
    total: add('total'),
  };
}
