/** Revenue per currency and plan, compared with the month before and with the preview. */
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import { PLANS, type Plan } from '../../pricing/plans/registry.js';
import type { Bilingual } from '../../words/bilingual.js';
import { PLAN_LABELS } from '../../words/labels.js';
import { difference, percentage } from './amounts.js';
import { barChart } from './bar-chart.js';
import { html, table, type Column, type Html, type TableRow } from './html.js';
import type { CurrencyReport, MonthFigures, ReportData } from './report-data.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

export function revenueSection(data: ReportData, voice: Voice): Html {
  const { say, heading } = voice;
  return html`<section aria-labelledby="revenue">
    <h2 id="revenue">${heading(WORDS.revenue)}</h2>
    ${comparisonNotes(data).map((words) => html`<p class="quiet">${say(words)}</p>`)}
    <div class="figures">${data.currencies.map((of) => planChart(of, data, voice))}</div>
    ${data.currencies.map((of) =>
      table({
        caption: of.currency.code,
        isCaptionSeen: true,
        columns: columnsOf(data, voice),
        rows: rowsOf(of, voice),
      }),
    )}
  </section>`;
}

/** What cannot be compared, and why. */
function comparisonNotes({ before, preview, batch }: ReportData): Bilingual[] {
  const notes: Bilingual[] = [];
  if (before.state === 'absent') notes.push(SENTENCES.noMonthBefore(before.of));
  if (before.state === 'unreadable') notes.push(SENTENCES.monthUnreadable(before.of));
  if (preview.state === 'absent' && batch !== null) notes.push(SENTENCES.noPreview);
  if (preview.state === 'unreadable') notes.push(SENTENCES.previewUnreadable);
  return notes;
}

function columnsOf({ before, preview, period }: ReportData, { say }: Voice): Column[] {
  const labels = [say(WORDS.plan), period];
  if (before.state === 'compared') labels.push(before.of, say(WORDS.change), '%');
  if (preview.state === 'compared')
    labels.push(say(SENTENCES.previewOf(preview.of)), say(WORDS.change));
  return labels.map((label, at) => (at === 0 ? { label } : { label, kind: 'number' }));
}

function rowsOf(report: CurrencyReport, { say }: Voice): TableRow[] {
  const row = (label: string, of: (figures: MonthFigures) => MinorUnits): string[] => [
    label,
    ...comparedCells(report, of),
  ];
  const { now, before, preview } = report;
  const plans = billedPlans([now, before, preview]);
  return [
    ...plans.map((plan) => ({
      cells: row(say(PLAN_LABELS[plan]), ({ netByPlan }) => netByPlan.get(plan) ?? 0n),
    })),
    { cells: row(say(WORDS.net), ({ sum }) => sum.net), kind: 'sum' },
    { cells: row(say(WORDS.tax), ({ sum }) => sum.tax) },
    { cells: row(say(WORDS.total), ({ sum }) => sum.total), kind: 'sum' },
  ];
}

/** The month's amount, and for each comparison its amount and the difference; a share of the month before alone. */
function comparedCells(
  { currency, now, before, preview }: CurrencyReport,
  of: (figures: MonthFigures) => MinorUnits,
): string[] {
  const amount = of(now);
  const compared = (figures: MonthFigures): string[] => [
    formatAmountGrouped(of(figures), currency),
    difference(amount - of(figures), currency),
  ];
  return [
    formatAmountGrouped(amount, currency),
    ...(before === null ? [] : [...compared(before), percentage(amount, of(before)) ?? '']),
    ...(preview === null ? [] : compared(preview)),
  ];
}

function billedPlans(months: readonly (MonthFigures | null)[]): Plan[] {
  return PLANS.filter((plan) => months.some((figures) => figures?.netByPlan.has(plan) ?? false));
}

function planChart(
  { currency, now, before }: CurrencyReport,
  { before: { of: month }, period }: ReportData,
  { say }: Voice,
): Html | null {
  const plans = billedPlans([now, before]);
  if (plans.length === 0) return null;
  const bars = plans.map((plan) => {
    const amount = now.netByPlan.get(plan) ?? 0n;
    return {
      name: say(PLAN_LABELS[plan]),
      amount,
      earlier: before === null ? null : (before.netByPlan.get(plan) ?? 0n),
      text: formatAmountGrouped(amount, currency),
    };
  });
  return barChart({
    id: `plans-${currency.code}`,
    title: say(SENTENCES.planChart(currency.code)),
    bars,
    pair: before === null ? null : { now: period, earlier: month },
  });
}
