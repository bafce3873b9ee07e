/** The merchants whose net differs most from the month before. */
import { formatAmountGrouped } from '../../money/amount.js';
import { difference } from './amounts.js';
import { barChart } from './bar-chart.js';
import { html, named, table, type Html, type TableRow } from './html.js';
import type { CurrencyReport, MerchantChange, ReportData } from './report-data.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

/** Nothing where there is no month before. */
export function changesSection(data: ReportData, voice: Voice): Html | null {
  if (data.before.state !== 'compared') return null;
  return html`<section aria-labelledby="changes">
    <h2 id="changes">${voice.heading(WORDS.changes)}</h2>
    ${data.currencies.map((of) => currencyChanges(of, data, voice))}
  </section>`;
}

function currencyChanges(
  report: CurrencyReport,
  { before, period }: ReportData,
  { say }: Voice,
): Html {
  const { currency, changes } = report;
  if (changes.length === 0)
    return html`<p>${currency.code}: ${say(SENTENCES.unchanged(before.of))}</p>`;
  const columns = [
    { label: say(WORDS.merchant) },
    ...[before.of, period, say(WORDS.change)].map((label) => ({ label, kind: 'number' }) as const),
  ];
  const bars = changes.map(({ merchantName, before: earlier, now }) => ({
    name: merchantName,
    amount: now - earlier,
    earlier: null,
    text: difference(now - earlier, currency),
  }));
  return html`<div class="beside">
    ${table({
      caption: `${currency.code} · ${say(WORDS.net)}`,
      isCaptionSeen: true,
      columns,
      rows: changes.map((change) => changeRow(change, report, say(WORDS.blockedShort))),
    })}
    ${barChart({
      id: `changes-${currency.code}`,
      title: say(SENTENCES.changeChart(currency.code, before.of)),
      bars,
      pair: null,
    })}
  </div>`;
}

function changeRow(
  change: MerchantChange,
  { currency }: CurrencyReport,
  blocked: string,
): TableRow {
  const { merchantId, merchantName, before, now, isBlocked } = change;
  return {
    cells: [
      html`${named(merchantName)}
        <span class="quiet">${merchantId}${isBlocked ? ` · ${blocked}` : null}</span>`,
      formatAmountGrouped(before, currency),
      formatAmountGrouped(now, currency),
      difference(now - before, currency),
    ],
  };
}
