/** Cells of a comparison added up: by offer, by merchant, and which offer is the cheapest. */
import { groupBy } from '../../group-by.js';
import { sumAmounts, type MinorUnits } from '../../money/amount.js';
import type { Say } from '../../words/bilingual.js';
import { SENTENCES } from '../../words/comparison-words.js';
import { difference } from '../report/amounts.js';
import type { ComparedOffer, ComparisonCell, ComparisonData } from './comparison-data.js';

/** An offer over all months, of one merchant or of several. */
export interface OfferSum {
  readonly offer: ComparedOffer;
  /** Of the cells that could be priced. */
  readonly total: MinorUnits;
  readonly priced: number;
  readonly cells: number;
  /** In how many of them anything would have been billed at all. */
  readonly withLines: number;
  /** In how many of the priced ones something was billed. */
  readonly billed: number;
  /** total − billed of these; null where there are none. */
  readonly difference: MinorUnits | null;
}

/** A merchant over all months. */
export interface MerchantSum {
  readonly merchantId: string;
  /** In the order of the offers. */
  readonly sums: readonly OfferSum[];
  /** The cheapest of those that bill something in every month; of equals the first. */
  readonly cheapest: OfferSum | null;
}

export function sumsByOffer({
  offers,
  cells,
}: Pick<ComparisonData, 'offers' | 'cells'>): OfferSum[] {
  const byOffer = groupBy(cells, ({ offerId }) => offerId);
  return offers.map((offer) => sumOf(offer, byOffer.get(offer.offerId) ?? []));
}

export function sumsByMerchant({ offers, cells }: ComparisonData): MerchantSum[] {
  return [...groupBy(cells, ({ merchantId }) => merchantId)].map(([merchantId, of]) => {
    const sums = sumsByOffer({ offers, cells: of });
    return { merchantId, sums, cheapest: cheapestOf(sums) };
  });
}

/** Amounts in two currencies do not compare: then none is the cheapest. */
function cheapestOf(sums: readonly OfferSum[]): OfferSum | null {
  // what has nothing to do in a month does not do in it what others do
  const complete = sums.filter(({ withLines, cells }) => withLines > 0 && withLines === cells);
  const currencies = new Set(complete.map(({ offer }) => offer.currency.code));
  if (currencies.size !== 1) return null;
  return complete.reduce((best, one) => (one.total < best.total ? one : best));
}

/** Against what was billed, and in how many of the cells where that is not all of them; null for an offer that bills nothing. */
export function differenceText(
  { offer, difference: change, billed, priced, withLines }: OfferSum,
  say: Say,
): string | null {
  if (change === null || withLines === 0) return null;
  const text = difference(change, offer.currency);
  return billed === priced ? text : `${text} (${say(SENTENCES.pricedOf(billed, priced))})`;
}

export function isComplete({ priced, cells }: OfferSum): boolean {
  return priced === cells;
}

function sumOf(offer: ComparedOffer, cells: readonly ComparisonCell[]): OfferSum {
  const priced = cells.filter(({ total }) => total !== null);
  const total = sumAmounts(priced.map((cell) => cell.total ?? 0n));
  const differences = priced.flatMap((cell) =>
    cell.total === null || cell.billed === null ? [] : [cell.total - cell.billed],
  );
  return {
    offer,
    total,
    priced: priced.length,
    cells: cells.length,
    withLines: priced.filter(({ hasLines }) => hasLines).length,
    billed: differences.length,
    difference: differences.length === 0 ? null : sumAmounts(differences),
  };
}
