/** Ladders of prices: which tier a value falls in, and how a value is cut into slices. */
import { Rational, smaller } from '../money/rational.js';
import type { Tier, Tiers } from './contract.js';

/** The first tier whose `upTo` is not below the value; undefined above the last. */
export function findTier(tiers: Tiers, value: Rational): Tier | undefined {
  return tiers.find(({ upTo }) => upTo === null || value.isAtMost(upTo));
}

export function lastTier(tiers: Tiers): Tier {
  return tiers.at(-1) ?? tiers[0];
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
