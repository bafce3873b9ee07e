/** What a revision changes for each merchant: the largest differences, in order of size. */
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import { absolute } from '../../money/rational.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';
import { difference } from './amounts.js';
import { html, named, table, type Html, type TableRow } from './html.js';
import type { ReportData, ReportDocument } from './report-data.js';

const SHOWN_MAX = 50;

/** A document that was cancelled, and what stands in its place; null where nothing does. */
interface Revision {
  readonly reversal: ReportDocument;
  readonly renewed: ReportDocument | null;
  /** Of the totals. */
  readonly difference: MinorUnits;
}

/** Nothing where the batch cancels nothing. */
export function revisionsSection({ documents }: ReportData, { say, heading }: Voice): Html | null {
  const revisions = revisionsOf(documents);
  if (revisions.length === 0) return null;
  const shown = revisions.slice(0, SHOWN_MAX);
  const labels = [WORDS.merchant, WORDS.cancelled, WORDS.issued];
  const amounts = [WORDS.totalBefore, WORDS.totalNow, WORDS.change];
  return html`<section aria-labelledby="revisions">
    <h2 id="revisions">${heading(WORDS.revisions)}</h2>
    ${table({
      caption: say(SENTENCES.revised(revisions.length, shown.length)),
      isCaptionSeen: true,
      columns: [
        ...labels.map((label) => ({ label: say(label) })),
        ...amounts.map((label) => ({ label: say(label), kind: 'number' }) as const),
      ],
      rows: shown.map(rowOf),
    })}
  </section>`;
}

function revisionsOf(documents: readonly ReportDocument[]): Revision[] {
  const renewed = new Map(documents.map((document) => [document.replaces, document]));
  return documents
    .filter(({ cancels }) => cancels !== null)
    .map((reversal) => {
      const one = renewed.get(reversal.cancels) ?? null;
      return { reversal, renewed: one, difference: reversal.total + (one?.total ?? 0n) };
    })
    .sort(bySize);
}

function bySize(left: Revision, right: Revision): number {
  const [size, other] = [absolute(left.difference), absolute(right.difference)];
  if (size !== other) return size > other ? -1 : 1;
  return left.reversal.number < right.reversal.number ? -1 : 1;
}

function rowOf({ reversal, renewed, difference: left }: Revision): TableRow {
  const { merchantId, merchantName, currency } = reversal;
  return {
    cells: [
      html`${named(merchantName)} <span class="quiet">${merchantId} · ${currency.code}</span>`,
      reversal.cancels ?? '',
      renewed?.number ?? '–',
      formatAmountGrouped(-reversal.total, currency),
      formatAmountGrouped(renewed?.total ?? 0n, currency),
      difference(left, currency),
    ],
  };
}
