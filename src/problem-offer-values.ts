/** What the problems of offers say besides their place; see `problem-values.ts`. */
export interface OfferProblemValues {
  'offer-id-taken': { offerId: string };
  /** Nobody knows how many agents it would take. */
  'offer-without-shifts': { offerId: string; role: string; period: string };
  /** Nobody knows what its share of the sales would be. */
  'offer-without-orders': { offerId: string; period: string };
}
