/** `comparison.html`: what merchants would have paid under each offer, and where offers break even. */
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import { groupBy } from '../../group-by.js';
import type { Language } from '../../documents/document.js';
import { MEASURE_LABELS, SENTENCES, WORDS } from '../../words/comparison-words.js';
import { problemSentence } from '../../words/problem-sentence.js';
import { voiceOf, WORDS as REPORT_WORDS, type Voice } from '../../words/report-words.js';
import { difference } from '../report/amounts.js';
import { barChart } from '../report/bar-chart.js';
import { html, named, table, type Column, type Html } from '../report/html.js';
import { LONG_TABLE_SCRIPT, LONG_TABLE_STYLE } from '../report/long-table-script.js';
import { longTable, type LongTableRow, type LongTableWords } from '../report/long-table.js';
import { page } from '../report/page.js';
import { STYLE } from '../report/style.js';
import { breakEvenSentence, sizeText } from './break-even-sentence.js';
import {
  differenceText,
  isComplete,
  sumsByMerchant,
  sumsByOffer,
  type MerchantSum,
} from './comparison-sums.js';
import {
  BREAK_EVEN_CSV,
  COMPARISON_CSV,
  comparisonPdf,
  type ComparedOffer,
  type ComparisonData,
} from './comparison-data.js';

/** A month is one word, and a chart has air above it. */
const COMPARISON_STYLE = `
#by-month td:nth-of-type(1) { white-space: nowrap; }
#totals ~ .figures { margin-top: 1.5rem; }
`;

/** The same text for the same data. */
export function comparisonPage(data: ComparisonData, language: Language): string {
  const voice = voiceOf(language);
  const merchants = sumsByMerchant(data);
  return page({
    title: `${voice.say(WORDS.comparison)} ${spanText(data, voice)}`,
    voice,
    styles: [STYLE, LONG_TABLE_STYLE, COMPARISON_STYLE],
    script: LONG_TABLE_SCRIPT,
    sections: [
      headSection(data, voice),
      totalsSection(data, merchants, voice),
      merchantsSection(data, merchants, voice),
      breakEvensSection(data, voice),
      monthsSection(data, voice),
    ],
    files: [COMPARISON_CSV, BREAK_EVEN_CSV],
    filesLabel: voice.say(REPORT_WORDS.files),
  });
}

function spanText({ periods }: ComparisonData, { say }: Pick<Voice, 'say'>): string {
  return say(SENTENCES.span(periods[0] ?? '', periods.at(-1) ?? ''));
}

function headSection(data: ComparisonData, voice: Voice): Html {
  const { say, heading } = voice;
  return html`<header>
    <p class="quiet">${named(data.provider.name)}</p>
    <h1>${heading(WORDS.comparison)} <span class="whole">${spanText(data, voice)}</span></h1>
    <p><strong class="mark">${say(WORDS.noBill)}</strong> ${say(WORDS.noBillWhy)}</p>
  </header>`;
}

/** A row and a bar for each offer, over all merchants and months. */
function totalsSection(
  data: ComparisonData,
  merchants: readonly MerchantSum[],
  voice: Voice,
): Html {
  const { say, heading } = voice;
  const sums = sumsByOffer(data);
  const cheapest = groupBy(merchants, ({ cheapest: best }) => best?.offer.offerId ?? '');
  const rows = sums.map((sum) => {
    const { offer, total, priced, cells } = sum;
    return {
      cells: [
        html`${named(offer.name)} <span class="quiet">${offer.offerId}</span>`,
        offer.currency.code,
        priced === 0 ? '' : formatAmountGrouped(total, offer.currency),
        differenceText(sum, say) ?? '',
        say(SENTENCES.pricedOf(priced, cells)),
        String(cheapest.get(offer.offerId)?.length ?? 0),
      ],
    };
  });
  const numbers = [WORDS.total, WORDS.difference, WORDS.priced, WORDS.cheapestCount];
  return html`<section aria-labelledby="totals">
    <h2 id="totals">${heading(WORDS.totals)}</h2>
    <p class="quiet">${taxNote(data.offers, voice)}</p>
    ${table({
      caption: say(WORDS.totals),
      isCaptionSeen: false,
      columns: [
        { label: say(WORDS.offer) },
        { label: say(WORDS.currency) },
        ...numbers.map((words) => ({ label: say(words), kind: 'number' as const })),
      ],
      rows,
    })}
    <div class="figures">${chartsOf(data, voice)}</div>
  </section>`;
}

/** A chart for each currency, of the offers that could be priced at all. */
function chartsOf(data: ComparisonData, { say }: Voice): Html[] {
  const priced = sumsByOffer(data).filter((sum) => sum.priced > 0);
  return [...groupBy(priced, ({ offer }) => offer.currency.code)].map(([code, of]) =>
    barChart({
      id: `totals-${code}`,
      title: `${say(WORDS.totals)} · ${code}`,
      bars: of.map(({ offer, total }) => ({
        name: offer.name,
        amount: total,
        earlier: null,
        text: formatAmountGrouped(total, offer.currency),
      })),
      pair: null,
    }),
  );
}

function taxNote(offers: readonly ComparedOffer[], { say }: Voice): string {
  const withTax = offers.filter(({ saysTax }) => saysTax);
  if (withTax.length === 0) return say(WORDS.asPriced);
  if (withTax.length === offers.length) return say(WORDS.withTax);
  return offers
    .map(({ name, saysTax }) => `${name}: ${say(saysTax ? WORDS.withTax : WORDS.asPriced)}`)
    .join(' · ');
}

/** What each merchant would have paid over all months, and the cheapest. */
function merchantsSection(
  { offers, merchants, cells }: ComparisonData,
  sums: readonly MerchantSum[],
  voice: Voice,
): Html {
  const { say, heading } = voice;
  const nameOf = new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
  const rows = sums.map(({ merchantId, sums: of, cheapest }): LongTableRow => {
    const shown = of.map((sum) => {
      if (!isComplete(sum)) return say(WORDS.notPriced);
      return sum.withLines > 0
        ? formatAmountGrouped(sum.total, sum.offer.currency)
        : say(WORDS.nothingBilled);
    });
    return {
      cells: [nameOf.get(merchantId) ?? merchantId, ...shown, cheapest?.offer.name ?? ''],
      note: merchantId,
      link: comparisonPdf(merchantId).split('/').map(encodeURIComponent).join('/'),
    };
  });
  const columns: Column[] = [
    { label: say(WORDS.merchant) },
    ...offers.map(({ name }) => ({ label: name, kind: 'number' as const })),
    { label: say(WORDS.cheapest) },
  ];
  return html`<section aria-labelledby="merchants">
    <h2 id="merchants">${heading(WORDS.merchants)}</h2>
    ${cells.length === 0 ? null : longTable(tableOf('by-merchant', WORDS.merchants, columns, rows, voice, COMPARISON_CSV))}
  </section>`;
}

/** Nothing where no two offers meet. */
function breakEvensSection(
  { breakEvens, offers, merchants }: ComparisonData,
  voice: Voice,
): Html | null {
  const { say, heading } = voice;
  const [first] = breakEvens;
  if (first === undefined) return null;
  const nameOf = new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
  const rows = breakEvens.map((one): LongTableRow => ({
    cells: [
      nameOf.get(one.merchantId) ?? one.merchantId,
      breakEvenSentence(one, offers, say),
      sizeText(one, one.at),
      `${sizeText(one, one.had)} ${say(MEASURE_LABELS[one.measure])}`,
    ],
    note: one.merchantId,
    link: '',
  }));
  const columns: Column[] = [
    { label: say(WORDS.merchant) },
    { label: say(WORDS.breakEvens) },
    { label: say(WORDS.breakEven), kind: 'number' },
    { label: say(WORDS.had), kind: 'number' },
  ];
  return html`<section aria-labelledby="break-evens">
    <h2 id="break-evens">${heading(WORDS.breakEvens)}</h2>
    <p class="quiet">${say(SENTENCES.asInMonth(first.period))}</p>
    ${longTable(tableOf('break-even', WORDS.breakEvens, columns, rows, voice, BREAK_EVEN_CSV))}
  </section>`;
}

/** Every cell, with why it cannot be priced. */
function monthsSection({ cells, offers, merchants }: ComparisonData, voice: Voice): Html | null {
  if (cells.length === 0) return null;
  const { say, heading, spoken } = voice;
  const nameOf = new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
  const offerOf = new Map(offers.map((offer) => [offer.offerId, offer]));
  const rows = cells.flatMap((cell): LongTableRow[] => {
    const offer = offerOf.get(cell.offerId);
    if (offer === undefined) return [];
    const { total, billed, reason, hasLines } = cell;
    const shown = (amount: MinorUnits | null): string =>
      amount === null ? '' : formatAmountGrouped(amount, offer.currency);
    const change =
      total === null || billed === null ? '' : difference(total - billed, offer.currency);
    const nothing = hasLines ? '' : say(WORDS.nothingBilled);
    const why = reason === null ? nothing : problemSentence(reason, spoken).message;
    return [
      {
        cells: [
          nameOf.get(cell.merchantId) ?? cell.merchantId,
          cell.period,
          offer.name,
          shown(total),
          shown(billed),
          change,
          why,
        ],
        note: cell.merchantId,
        link: '',
      },
    ];
  });
  const columns: Column[] = [
    { label: say(WORDS.merchant) },
    { label: say(WORDS.period) },
    { label: say(WORDS.offer) },
    { label: say(WORDS.total), kind: 'number' },
    { label: say(WORDS.billed), kind: 'number' },
    { label: say(WORDS.difference), kind: 'number' },
    { label: say(WORDS.why), kind: 'note' },
  ];
  return html`<section aria-labelledby="months">
    <h2 id="months">${heading(WORDS.months)}</h2>
    ${longTable(tableOf('by-month', WORDS.months, columns, rows, voice, COMPARISON_CSV))}
  </section>`;
}

function tableOf(
  id: string,
  caption: (typeof WORDS)[keyof typeof WORDS],
  columns: readonly Column[],
  rows: readonly LongTableRow[],
  { say }: Voice,
  file: string,
): Parameters<typeof longTable>[0] {
  const words: LongTableWords = {
    find: say(WORDS.find),
    hint: say(WORDS.findHint),
    more: say(REPORT_WORDS.more),
    nothingFound: say(SENTENCES.noRow),
    shown: say(SENTENCES.rowsShown),
    firstShown: (shown, of) => say(SENTENCES.firstRows(shown, of, file)),
  };
  return { id, caption: say(caption), columns, rows, words };
}
