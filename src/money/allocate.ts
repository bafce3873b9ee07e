/** Parts of an amount that add up to it: the method of the largest remainder. */
import { assert } from '../problem.js';
import { sumAmounts, type MinorUnits } from './amount.js';
import { absolute, Rational, truncate } from './rational.js';

/**
 * Each part is its exact share without the digits after the point; what is still missing goes, a
 * minor unit each, to the shares that lost most, the earlier one of equals. Negated shares give
 * negated parts, so that a reversal's parts cancel those of what it reverses.
 *
 * > 6 % of 100.08, 100.08 and 100.09 is exactly 600.48, 600.48 and 600.54 fen; 6 % of their sum,
 * > 300.25, is 18.02. 600 + 600 + 600 is 2 short: the third lost most, and then the first:
 * > 6.01, 6.00 and 6.01.
 *
 * `shares` are in minor units; their sum is within one unit of `total`.
 */
export function allocate(total: MinorUnits, shares: readonly Rational[]): MinorUnits[] {
  const parts = shares.map(truncate);
  const missing = total - sumAmounts(parts);
  const unit = missing < 0n ? -1n : 1n;
  assert(absolute(missing) <= BigInt(shares.length), 'shares come to what is allocated');
  const lost = shares.map((share, at) => share.minus(Rational.of(parts[at] ?? 0n)));
  const inTurn = lost
    .map((remainder, at) => ({ at, remainder: unit < 0n ? remainder.negated() : remainder }))
    .sort((left, right) => right.remainder.compare(left.remainder) || left.at - right.at)
    .slice(0, Number(absolute(missing)));
  for (const { at } of inTurn) parts[at] = (parts[at] ?? 0n) + unit;
  return parts;
}
