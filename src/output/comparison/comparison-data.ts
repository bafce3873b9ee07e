/** What the files of a comparison are made of: plain data, amounts in minor units. */
import type { Merchant, Provider } from '../../documents/document.js';
import { fileNameOf } from '../../ledger/file-name.js';
import type { MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import type { Rational } from '../../money/rational.js';
import type { Problem } from '../../problem.js';
import type { Measure } from '../../words/comparison-words.js';

export interface ComparisonData {
  readonly provider: Provider;
  readonly logo: Uint8Array | null;
  /** `YYYY-MM`, in order. */
  readonly periods: readonly string[];
  /** In the order in which they are shown. */
  readonly offers: readonly ComparedOffer[];
  /** In order of id. */
  readonly merchants: readonly Merchant[];
  /** In order of merchant, period and offer: one for each. */
  readonly cells: readonly ComparisonCell[];
  /** In order of merchant; of the last period. */
  readonly breakEvens: readonly BreakEven[];
}

export interface ComparedOffer {
  readonly offerId: string;
  readonly name: string;
  readonly currency: Currency;
  /** Whether its totals, and what was billed beside them, are with tax. */
  readonly saysTax: boolean;
}

/** What a merchant would have paid in a period under an offer, and what it was billed. */
export interface ComparisonCell {
  readonly merchantId: string;
  readonly period: string;
  readonly offerId: string;
  /** null where it cannot be priced. */
  readonly total: MinorUnits | null;
  /** Whether anything would have been billed at all. */
  readonly hasLines: boolean;
  /** By the standing documents in the offer's currency; null where there are none. */
  readonly billed: MinorUnits | null;
  /** Why it cannot be priced. */
  readonly reason: Problem | null;
}

/** Where one offer becomes cheaper than another as sales, or consultations, of a month grow. */
export interface BreakEven {
  readonly merchantId: string;
  readonly period: string;
  /** Of both offers. */
  readonly currency: Currency;
  readonly measure: Measure;
  /** The cheaper one above `at`. */
  readonly cheaperId: string;
  readonly otherId: string;
  /** The most at which the other is not dearer: minor units, or consultations. */
  readonly at: bigint;
  /** What the merchant had in the period. */
  readonly had: bigint;
  /** Where the two offers take a single rate of the sales. */
  readonly commissionRate: Rational | null;
}

/** The files, relative to their folder. */
export const COMPARISON_CSV = 'comparison.csv';
export const BREAK_EVEN_CSV = 'break-even.csv';
export const COMPARISON_PAGE = 'comparison.html';

export function comparisonPdf(merchantId: string): string {
  return `pdf/${fileNameOf(merchantId)}.pdf`;
}
