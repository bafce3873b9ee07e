/** Where two offers break even, as a person would say it. */
import { formatAmountGrouped, groupDigits } from '../../money/amount.js';
import type { Say } from '../../words/bilingual.js';
import { SENTENCES } from '../../words/comparison-words.js';
import { percent } from '../../words/numbers.js';
import type { BreakEven, ComparedOffer } from './comparison-data.js';

/** > At 2 %, 5,200 a month becomes cheaper than 1,500 and 2 % above net sales of 185,000.00 */
export function breakEvenSentence(
  one: BreakEven,
  offers: readonly ComparedOffer[],
  say: Say,
): string {
  const nameOf = (id: string): string => offers.find(({ offerId }) => offerId === id)?.name ?? id;
  const { commissionRate } = one;
  return say(
    SENTENCES.breakEven(one.measure, {
      cheaper: nameOf(one.cheaperId),
      other: nameOf(one.otherId),
      at: sizeText(one, one.at),
      rate: commissionRate === null ? null : percent(commissionRate),
    }),
  );
}

/** Net sales in their currency's digits, consultations whole. */
export function sizeText({ measure, currency }: BreakEven, size: bigint): string {
  return measure === 'net_sales' ? formatAmountGrouped(size, currency) : groupDigits(String(size));
}
