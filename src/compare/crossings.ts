/**
 * Where a difference changes its sign: what is dearer below is cheaper above. The difference is asked at
 * whole numbers, so that prices are linear, in steps or anything between.
 *
 * > 5,200.00 − (1,500.00 + 2 % of x): above 0 up to x = 184,999.99, 0 at 185,000.00, below 0 from 185,000.01
 * > on. The crossing is at 185,000.00.
 */

export interface Crossing {
  /** The most at which the difference has not its new sign yet. */
  readonly at: bigint;
  /** The sign above it. */
  readonly sign: 1 | -1;
}

/** `difference` is null where it is not known: nothing is said across such a place. `places` rise. */
export function crossings(
  difference: (x: bigint) => bigint | null,
  places: readonly bigint[],
): Crossing[] {
  const found: Crossing[] = [];
  let before: { readonly x: bigint; readonly sign: 1 | -1 } | null = null;
  for (const x of places) {
    const value = difference(x);
    if (value === null) {
      before = null;
      continue;
    }
    const sign = signOf(value);
    if (sign === 0) continue;
    if (before !== null && before.sign !== sign)
      found.push({ at: lastWithout(sign, difference, before.x, x), sign });
    before = { x, sign };
  }
  return found;
}

/** The difference has not the sign at `low`, and has it at `high`. */
function lastWithout(
  sign: 1 | -1,
  difference: (x: bigint) => bigint | null,
  low: bigint,
  high: bigint,
): bigint {
  let [without, having] = [low, high];
  while (having - without > 1n) {
    const middle = without + halfOf(having - without);
    if (signOf(difference(middle) ?? 0n) === sign) having = middle;
    else without = middle;
  }
  return without;
}

function signOf(value: bigint): -1 | 0 | 1 {
  return value === 0n ? 0 : value > 0n ? 1 : -1;
}

/** Of a length above 1, rounded down: it is at least 1. */
function halfOf(length: bigint): bigint {
  return length >> 1n;
}
