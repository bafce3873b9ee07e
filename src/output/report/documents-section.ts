/** Every document of the batch: the first as a table, all as data that the page's script searches and sorts. */
import { formatAmountGrouped } from '../../money/amount.js';
import { PLANS } from '../../pricing/plans/registry.js';
import { PLAN_LABELS } from '../../words/labels.js';
import { html, jsonData, named, table, type Column, type Html, type TableRow } from './html.js';
import type { ReportData, ReportDocument } from './report-data.js';
import { SENTENCES, WORDS, type Voice } from '../../words/report-words.js';

/** How many documents the page shows at first, and how many more at a time. */
const SHOWN_AT_ONCE = 50;

export function documentsSection({ documents }: ReportData, voice: Voice): Html {
  const { say, heading } = voice;
  const title = html`<h2 id="documents">${heading(WORDS.documents)}</h2>`;
  if (documents.length === 0)
    return html`<section aria-labelledby="documents">
      ${title}
      <p>${say(WORDS.noDocuments)}</p>
    </section>`;
  const shown = documents.slice(0, SHOWN_AT_ONCE);
  const isAll = shown.length === documents.length;
  const howMany = isAll ? SENTENCES.shown : SENTENCES.firstShown;
  return html`<section aria-labelledby="documents">
    ${title}
    <p class="search">
      <span hidden>
        <label for="search">${say(WORDS.search)}</label>
        <input
          id="search"
          type="search"
          placeholder="${say(WORDS.searchHint)}"
          autocomplete="off"
          spellcheck="false"
        />
      </span>
      <span id="shown" role="status"
        >${say(howMany(String(shown.length), String(documents.length)))}</span
      >
    </p>
    ${table({
      caption: say(WORDS.documents),
      isCaptionSeen: false,
      columns: columnsOf(voice),
      rows: shown.map((one) => documentRow(one, voice)),
      id: 'document-table',
    })}
    <p><button type="button" id="more" hidden>${say(WORDS.more)}</button></p>
    ${documentData(documents, voice)}
  </section>`;
}

function columnsOf({ say }: Voice): Column[] {
  return [
    { label: say(WORDS.number) },
    { label: say(WORDS.merchant) },
    { label: say(WORDS.plan) },
    { label: say(WORDS.type) },
    { label: say(WORDS.currency) },
    { label: say(WORDS.total), kind: 'number' },
  ];
}

function documentRow(document: ReportDocument, { say }: Voice): TableRow {
  const { number, merchantId, merchantName, type, currency, total } = document;
  const plans = [...document.netByPlan.keys()].map((plan) => say(PLAN_LABELS[plan]));
  return {
    cells: [
      html`<a href="pdf/${encodeURIComponent(number)}.pdf">${number}</a>`,
      html`${named(merchantName)} <span class="quiet">${merchantId}</span>`,
      plans.join(' · '),
      html`${say(WORDS[type])} <span class="quiet">${linkOf(document, say)}</span>`,
      currency.code,
      formatAmountGrouped(total, currency),
    ],
  };
}

function linkOf({ cancels, replaces }: ReportDocument, say: Voice['say']): string {
  if (cancels !== null) return say(SENTENCES.cancels(cancels));
  return replaces === null ? '' : say(SENTENCES.replaces(replaces));
}

/**
 * Compact, for a hundred thousand documents: a number without what all of them begin with, and words
 * as positions in lists; the script shows them as `documentRow` does.
 */
function documentData(documents: readonly ReportDocument[], { say }: Voice): Html {
  const prefix = commonPrefix(documents.map(({ number }) => number));
  const currencies = [...new Set(documents.map(({ currency }) => currency.code))];
  const types = ['invoice', 'credit_note'] as const;
  return jsonData('document-data', {
    prefix,
    shownAtOnce: SHOWN_AT_ONCE,
    shown: say(SENTENCES.shown('{shown}', '{of}')),
    nothingFound: say(WORDS.nothingFound),
    types: types.map((type) => say(WORDS[type])),
    plans: PLANS.map((plan) => say(PLAN_LABELS[plan])),
    currencies,
    rows: documents.map((document) => [
      document.number.slice(prefix.length),
      document.merchantId,
      document.merchantName,
      [...document.netByPlan.keys()].map((plan) => PLANS.indexOf(plan)),
      types.indexOf(document.type),
      linkOf(document, say),
      currencies.indexOf(document.currency.code),
      formatAmountGrouped(document.total, document.currency),
    ]),
  });
}

function commonPrefix(numbers: readonly string[]): string {
  let prefix = numbers[0] ?? '';
  for (const number of numbers) while (!number.startsWith(prefix)) prefix = prefix.slice(0, -1);
  return prefix;
}
