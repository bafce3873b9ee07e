/** Ladders of prices: which tier a value falls in, and how a value is cut into slices. */
import { Rational, smaller } from '../money/rational.js';
import type { Scale, Tier, Tiers } from './contract.js';
import { figure, type Figure } from './figures.js';
import { tierPrice, valueOf, type Term } from './terms.js';
import type { Currency } from '../money/currency.js';

/** The first tier whose `upTo` is not below the value; undefined above the last. */
export function findTier(tiers: Tiers, value: Rational): Tier | undefined {
  return tiers.find(({ upTo }) => upTo === null || value.isAtMost(upTo));
}

export function lastTier(tiers: Tiers): Tier {
  return tiers.at(-1) ?? tiers[0];
}

/** A ladder of prices in a currency; of shares, where the currency is null. */
export interface Ladder {
  readonly scale: Scale;
  readonly tiers: Tiers;
  readonly currency: Currency | null;
}

/** The price of the tier of a measured value, of tiers that end without a limit; without one, of the first. */
export function priceOfTier(ladder: Ladder, measured: Term | null): Term {
  const { tiers } = ladder;
  const tier =
    measured === null ? tiers[0] : (findTier(tiers, valueOf(measured)) ?? lastTier(tiers));
  return tierPrice(tierFigure(ladder, tier), measured);
}

/** The price of one tier as a figure. */
export function tierFigure({ scale, currency }: Ladder, { upTo, price }: Tier): Figure {
  const source = { table: 'contract-tiers', scale, upTo } as const;
  return currency === null
    ? figure('tier_rate', price, source)
    : figure('tier_price', price, source, { currency });
}

/** The part of a value that lies in one tier. */
export interface Slice {
  readonly tier: Tier;
  /** Where the tier before it ends; 0 for the first. */
  readonly above: Rational;
  readonly size: Rational;
}

/**
 * The slices of the tiers that a value reaches; a value of zero or below is one slice of the first.
 *
 * Tiers up to 100,000 and 200,000 and without end; 250,000 is cut into 100,000 + 100,000 + 50,000.
 */
export function slicesOf(tiers: Tiers, value: Rational): Slice[] {
  const slices: Slice[] = [];
  let above = Rational.ZERO;
  for (const tier of tiers) {
    if (slices.length > 0 && value.isAtMost(above)) break;
    const end = tier.upTo === null ? value : smaller(tier.upTo, value);
    slices.push({ tier, above, size: end.minus(above) });
    above = end;
  }
  return slices;
}
