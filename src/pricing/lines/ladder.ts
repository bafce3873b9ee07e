/**
 * `ladder`: days of one tier × its price, or the contract's part of a month × the price of the tier
 * of a daily average.
 *
 * > 12 days of at most 50 consultations at 60: 720.00. A month's average of 100 in the tier of 3,410,
 * > 20 of 31 days: 3,410 × 20/31 = 2,200.00.
 */
import type { LocalDate } from '../../period/local-date.js';
import type { BillingSpan } from '../../period/period.js';
import { activeShare } from '../active-share.js';
import type { ContractTerms, Tier } from '../contract.js';
import { lineOf, type ContractLine } from '../contract-line.js';
import { figure } from '../figures.js';
import { result, tierPrice, type Term } from '../terms.js';
import { priceOfTier, tierFigure, type Ladder } from '../tiers.js';

/** The days of one tier of a daily ladder. */
export function daysLine(
  contract: ContractTerms,
  span: BillingSpan,
  ladder: Ladder,
  tier: Tier,
  dates: readonly LocalDate[],
): ContractLine {
  return lineOf(contract, span, {
    kind: 'ladder',
    quantity: figure('days', BigInt(dates.length), { table: 'consultations', dates }),
    unit: 'day',
    unitPrice: tierPrice(tierFigure(ladder, tier), null),
  });
}

/** The tier's price is for a whole month: × active days / period days. `average` null: the first tier. */
export function monthLine(
  contract: ContractTerms,
  span: BillingSpan,
  ladder: Ladder,
  average: Term | null,
): ContractLine {
  return lineOf(contract, span, {
    kind: 'ladder',
    quantity: result('part_of_month', activeShare(contract, span)),
    unit: 'month',
    unitPrice: priceOfTier(ladder, average),
  });
}
