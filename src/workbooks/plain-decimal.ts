/**
 * Numbers as a workbook writes them, made plain: digits in, digits out, never by way of a binary
 * floating point number.
 */

/** A spreadsheet shows, and Excel keeps of what is typed, this many significant digits. */
const SHOWN_DIGITS_MAX = 15;
/** Of a number in the file, with its exponent: no writer needs as many. */
const DIGITS_IN_FILE_MAX = 400;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** An exact decimal: `coefficient` × 10^−`scale`. */
export interface ExactDecimal {
  readonly coefficient: bigint;
  readonly scale: number;
}

/** Reads `12`, `-0.5`, `3.5E+18`; null where the text is no number. */
export function exactDecimal(text: string): ExactDecimal | null {
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? [];
  if (whole === '' && fraction === '') return null;
  const magnitude = BigInt(whole + fraction);
  return scaled(sign === '-' ? -magnitude : magnitude, fraction.length - Number(exponent));
}

function scaled(coefficient: bigint, scale: number): ExactDecimal {
  if (scale >= 0) return { coefficient, scale };
  return { coefficient: coefficient * 10n ** BigInt(-scale), scale: 0 };
}

/** A decimal without exponent, plus sign, or zeros behind its last digit. */
function plainText({ coefficient, scale }: ExactDecimal): string {
  const sign = coefficient < 0n ? '-' : '';
  const digits = String(coefficient < 0n ? -coefficient : coefficient).padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, '');
  return `${sign}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * What a spreadsheet shows of the digits in the file. Excel writes seventeen digits of the binary number
 * that it keeps: a typed 1.1 stands in the file as 1.1000000000000001. The digits are rounded, as
 * decimals and half away from zero, to the fifteen that are shown.
 * A whole number of more digits is shown as a spreadsheet shows it, so that nobody takes it for an id.
 *
 * `45.300000000000004` → `45.3`; `1.0000000000000001E-5` → `0.00001`;
 * `3515200110000000123` and `3.51520011E+18` → `3.51520011E+18`.
 * Null where the text is no number.
 */
export function shownNumber(text: string): string | null {
  if (text.length > DIGITS_IN_FILE_MAX) return null;
  const exact = exactDecimal(text);
  if (exact === null) return null;
  const shown = roundedToShown(exact);
  const plain = plainText(shown);
  const [whole = ''] = plain.replace('-', '').split('.');
  return whole.length <= SHOWN_DIGITS_MAX ? plain : scientific(plain);
}

/** `-351520011000000` with more digits → `-3.51520011E+17`, by its first fifteen. */
function scientific(plain: string): string {
  const [, sign = '', first = '', rest = ''] = /^(-?)(\d)(\d*)/.exec(plain) ?? [];
  const fraction = rest.slice(0, SHOWN_DIGITS_MAX - 1).replace(/0+$/, '');
  return `${sign}${first}${fraction === '' ? '' : `.${fraction}`}E+${rest.length}`;
}

function roundedToShown({ coefficient, scale }: ExactDecimal): ExactDecimal {
  const magnitude = coefficient < 0n ? -coefficient : coefficient;
  const surplus = String(magnitude).length - SHOWN_DIGITS_MAX;
  // digits before the decimal point are never rounded away
  const dropped = Math.min(surplus, scale);
  if (dropped <= 0) return { coefficient, scale };
  const unit = 10n ** BigInt(dropped);
  const rounded = roundedQuotient(magnitude, unit);
  return { coefficient: coefficient < 0n ? -rounded : rounded, scale: scale - dropped };
}

/** The quotient of two whole numbers that are not negative, rounded half up. */
export function roundedQuotient(dividend: bigint, divisor: bigint): bigint {
  return (2n * dividend + divisor) / (2n * divisor);
}
