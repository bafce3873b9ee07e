/** The head of the report: whose, which month, how much, and how many of what. */
import { formatAmountGrouped } from '../../money/amount.js';
import { difference, percentage } from './amounts.js';
import { html, named, type Html } from './html.js';
import type { CurrencyReport, ReportData } from './report-data.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

export function titleOf({ period, batch }: ReportData, { say }: Voice): string {
  return `${say(WORDS.report)} ${period} ${say(batch === null ? WORDS.preview : SENTENCES.batch(batch))}`;
}

export function overviewSection(data: ReportData, voice: Voice): Html {
  const { provider, period, batch, issueDate } = data;
  const { say, heading } = voice;
  const isPreview = batch === null;
  const date = say(isPreview ? WORDS.calculatedOn : WORDS.issueDate);
  return html`<header>
      <p class="quiet">${named(provider)}</p>
      <h1>${heading(WORDS.report)} <span class="whole">${period}</span></h1>
      <p>
        ${isPreview ? html`<strong class="mark">${say(WORDS.preview)}</strong> ${say(WORDS.notIssued)}` : say(SENTENCES.batch(batch))}
        · ${date} <time datetime="${issueDate}">${issueDate}</time>
      </p>
    </header>
    <section aria-labelledby="overview">
      <h2 id="overview" class="unseen">${heading(WORDS.overview)}</h2>
      <div class="totals">${data.currencies.map((of) => monthTotal(of, data, voice))}</div>
      ${counts(data, voice)}
    </section>`;
}

function monthTotal(
  { currency, now, before }: CurrencyReport,
  data: ReportData,
  { say }: Voice,
): Html {
  const { net, tax, total } = now.sum;
  const change = before === null ? null : total - before.sum.total;
  const percent = before === null ? null : percentage(total, before.sum.total);
  return html`<div>
    <p class="quiet">${say(WORDS.standing)} ${currency.code}</p>
    <p class="large">${formatAmountGrouped(total, currency)}</p>
    <p class="quiet">
      ${say(WORDS.net)} ${formatAmountGrouped(net, currency)} · ${say(WORDS.tax)}
      ${formatAmountGrouped(tax, currency)}
    </p>
    ${
      change === null
        ? null
        : html`<p class="quiet">
            ${say(SENTENCES.comparedWith(data.before.of))}
            ${difference(change, currency)}${percent === null ? null : ` (${percent} %)`}
          </p>`
    }
  </div>`;
}

type Tile = [label: string, count: number, section: string];

/** A preview issues nothing, so it cancels and leaves nothing. */
function counts(data: ReportData, { say }: Voice): Html {
  const cancelled = data.documents.filter(({ cancels }) => cancels !== null).length;
  const left = data.currencies.reduce((count, of) => count + of.left.documents, 0);
  const problemCount = (severity: 'error' | 'warning'): number =>
    data.problems.reduce((count, of) => count + (of.severity === severity ? of.count : 0), 0);
  const issued = data.documents.length - cancelled;
  const documents: Tile[] =
    data.batch === null
      ? [[say(WORDS.documents), issued, 'documents']]
      : [
          [say(WORDS.issued), issued, 'documents'],
          [say(WORDS.cancelled), cancelled, 'documents'],
          [say(WORDS.left), left, 'batch'],
        ];
  const tiles: Tile[] = [
    ...documents,
    [say(WORDS.blocked), data.blocked.length, 'blocked'],
    [say(WORDS.errors), problemCount('error'), 'problems'],
    [say(WORDS.warnings), problemCount('warning'), 'problems'],
  ];
  return html`<dl class="counts">
    ${tiles.map(
      ([label, count, section]) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${count === 0 ? '0' : html`<a href="#${section}">${count}</a>`}</dd>
        </div>`,
    )}
  </dl>`;
}
