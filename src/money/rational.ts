/**
 * Exact fractions: the one number type of rates, shares, quantities and prices.
 *
 * An amount of money is never a `Rational` for long: a line is computed exactly
 * and rounded once, by {@link roundHalfAwayFromZero}, to an integer of minor units.
 */
import { assert } from '../problem.js';

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** The most digits after the point that {@link Rational.toDecimal} prints before it rounds. */
const TERMINATING_DIGITS_MAX = 12;
const ROUNDED_DIGITS = 6;

export class Rational {
  static readonly ZERO = new Rational(0n, 1n);
  static readonly ONE = new Rational(1n, 1n);

  /** In lowest terms; the denominator is positive. */
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  static of(numerator: bigint, denominator = 1n): Rational {
    assert(denominator !== 0n, 'a fraction has a denominator other than zero');
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = sign * greatestCommonDivisor(absolute(numerator), absolute(denominator));
    return new Rational(exactQuotient(numerator, divisor), exactQuotient(denominator, divisor));
  }

  /** A plain decimal of any length, such as `-0.125`; undefined for anything else. */
  static parseDecimal(text: string): Rational | undefined {
    const match = DECIMAL.exec(text);
    if (match === null) return undefined;
    const [, sign = '', whole = '', fraction = ''] = match;
    return Rational.of(BigInt(sign + whole + fraction), 10n ** BigInt(fraction.length));
  }

  /** The inverse of {@link toFraction}. */
  static parseFraction(text: string): Rational {
    const [numerator = '', denominator = '1'] = text.split('/');
    return Rational.of(BigInt(numerator), BigInt(denominator));
  }

  plus(other: Rational): Rational {
    return Rational.of(
      this.numerator * other.denominator + other.numerator * this.denominator,
      this.denominator * other.denominator,
    );
  }

  minus(other: Rational): Rational {
    return this.plus(other.negated());
  }

  times(other: Rational): Rational {
    return Rational.of(this.numerator * other.numerator, this.denominator * other.denominator);
  }

  dividedBy(other: Rational): Rational {
    return Rational.of(this.numerator * other.denominator, this.denominator * other.numerator);
  }

  negated(): Rational {
    return new Rational(-this.numerator, this.denominator);
  }

  /** Below zero, zero or above zero, as this is less than, equal to or greater than the other. */
  compare(other: Rational): number {
    const difference = this.numerator * other.denominator - other.numerator * this.denominator;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  isAtMost(other: Rational): boolean {
    return this.compare(other) <= 0;
  }

  isZero(): boolean {
    return this.numerator === 0n;
  }

  isNegative(): boolean {
    return this.numerator < 0n;
  }

  isWhole(): boolean {
    return this.denominator === 1n;
  }

  /** Whether {@link toDecimal} prints it in full. */
  isDecimal(): boolean {
    return terminatingDigits(this.denominator) !== undefined;
  }

  /** As JSON keeps it: see {@link toFraction}. */
  toJSON(): string {
    return this.toFraction();
  }

  /** `n/d` in lowest terms, or `n` alone: exact, for storage and fingerprints. */
  toFraction(): string {
    return this.isWhole() ? String(this.numerator) : `${this.numerator}/${this.denominator}`;
  }

  /**
   * A plain decimal for people and spreadsheets: exact where it ends within 12 digits,
   * otherwise rounded half away from zero to 6; without trailing zeros.
   * 20.5/26 prints as `0.788462`.
   */
  toDecimal(): string {
    const digits = terminatingDigits(this.denominator) ?? ROUNDED_DIGITS;
    return withoutTrailingZeros(this.toFixed(digits));
  }

  /** A decimal with exactly `digits` fraction digits, rounded half away from zero. */
  toFixed(digits: number): string {
    const scaled = roundHalfAwayFromZero(this.times(Rational.of(10n ** BigInt(digits))));
    return decimalText(scaled, digits);
  }
}

export function smaller(left: Rational, right: Rational): Rational {
  return left.isAtMost(right) ? left : right;
}

export function greater(left: Rational, right: Rational): Rational {
  return left.isAtMost(right) ? right : left;
}

export function sum(values: Iterable<Rational>): Rational {
  let total = Rational.ZERO;
  for (const value of values) total = total.plus(value);
  return total;
}

/**
 * The rounding of every amount: to the nearest integer, a half away from zero.
 * 2.5 → 3, −2.5 → −3, 2.4 → 2.
 */
export function roundHalfAwayFromZero(value: Rational): bigint {
  const doubled = 2n * absolute(value.numerator) + value.denominator;
  const magnitude = floorQuotient(doubled, 2n * value.denominator);
  return value.numerator < 0n ? -magnitude : magnitude;
}

/** The least whole number that is not below a value of zero or above: 2.1 → 3, 2 → 2. */
export function ceiling({ numerator, denominator }: Rational): bigint {
  assert(numerator >= 0n, 'only what is not negative is raised');
  return floorQuotient(numerator + denominator - 1n, denominator);
}

/** Without the digits after the point: 2.9 → 2, −2.9 → −2. */
export function truncate({ numerator, denominator }: Rational): bigint {
  const magnitude = floorQuotient(absolute(numerator), denominator);
  return numerator < 0n ? -magnitude : magnitude;
}

/** An integer of 10^−digits as a plain decimal: (−6240, 2) → `-62.40`. */
export function decimalText(scaled: bigint, digits: number): string {
  const padded = absolute(scaled)
    .toString()
    .padStart(digits + 1, '0');
  const whole = padded.slice(0, padded.length - digits);
  const fraction = digits === 0 ? '' : `.${padded.slice(-digits)}`;
  return (scaled < 0n ? '-' : '') + whole + fraction;
}

export function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  while (right !== 0n) [left, right] = [right, left % right];
  return left;
}

/** How many digits a fraction in lowest terms needs to end, if it ends soon enough. */
function terminatingDigits(denominator: bigint): number | undefined {
  for (let digits = 0; digits <= TERMINATING_DIGITS_MAX; digits++) {
    if (10n ** BigInt(digits) % denominator === 0n) return digits;
  }
  return undefined;
}

function withoutTrailingZeros(decimal: string): string {
  return decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}

/** Division that leaves nothing over. */
function exactQuotient(dividend: bigint, divisor: bigint): bigint {
  return dividend / divisor;
}

/** Division of non-negative integers, rounded down. */
function floorQuotient(dividend: bigint, divisor: bigint): bigint {
  return dividend / divisor;
}
