/** `comparison.csv` and `break-even.csv`: a row for each cell, and for each point at which two offers meet. */
import type { Merchant } from '../../documents/document.js';
import { formatAmount, type MinorUnits } from '../../money/amount.js';
import { WORDS } from '../../words/comparison-words.js';
import type { Spoken } from '../../words/language.js';
import { problemSentence } from '../../words/problem-sentence.js';
import { text, type CsvTable } from '../csv/csv.js';
import { breakEvenSentence } from './break-even-sentence.js';
import type {
  BreakEven,
  ComparedOffer,
  ComparisonCell,
  ComparisonData,
} from './comparison-data.js';

/** `difference` is total − billed, blank where one of them is not known; `reason` says why there is no total, or nothing in it. */
export function comparisonTable(data: ComparisonData, spoken: Spoken): CsvTable<ComparisonCell> {
  const nameOf = namesOf(data.merchants);
  const offers = offersById(data.offers);
  return {
    columns: [
      'merchant_id',
      'merchant_name',
      'period',
      'offer_id',
      'offer_name',
      'currency',
      'total',
      'billed',
      'difference',
      'reason',
    ],
    rowsOf: ({ merchantId, period, offerId, total, billed, hasLines, reason }) => {
      const offer = offers.get(offerId);
      if (offer === undefined) return [];
      const shown = (amount: MinorUnits | null): string | null =>
        amount === null ? null : formatAmount(amount, offer.currency);
      const nothing = hasLines ? null : WORDS.nothingBilled[spoken];
      const difference = total === null || billed === null ? null : total - billed;
      return [
        [
          text(merchantId),
          text(nameOf.get(merchantId) ?? ''),
          period,
          text(offerId),
          text(offer.name),
          offer.currency.code,
          shown(total),
          shown(billed),
          shown(difference),
          text(reason === null ? nothing : problemSentence(reason, spoken).message),
        ],
      ];
    },
  };
}

/** `at` is the most at which the other offer is not dearer: net sales, or consultations of a month. */
export function breakEvenTable(data: ComparisonData, spoken: Spoken): CsvTable<BreakEven> {
  const nameOf = namesOf(data.merchants);
  const say = (words: { readonly zh: string; readonly en: string }): string => words[spoken];
  return {
    columns: [
      'merchant_id',
      'merchant_name',
      'period',
      'measure',
      'cheaper_offer_id',
      'other_offer_id',
      'currency',
      'at',
      'had',
      'sentence',
    ],
    rowsOf: (one) => {
      const shown = (size: bigint): string =>
        one.measure === 'net_sales' ? formatAmount(size, one.currency) : String(size);
      return [
        [
          text(one.merchantId),
          text(nameOf.get(one.merchantId) ?? ''),
          one.period,
          one.measure,
          text(one.cheaperId),
          text(one.otherId),
          one.currency.code,
          shown(one.at),
          shown(one.had),
          text(breakEvenSentence(one, data.offers, say)),
        ],
      ];
    },
  };
}

function namesOf(merchants: readonly Merchant[]): ReadonlyMap<string, string> {
  return new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
}

function offersById(offers: readonly ComparedOffer[]): ReadonlyMap<string, ComparedOffer> {
  return new Map(offers.map((offer) => [offer.offerId, offer]));
}
