/**
 * Amounts of money: integers of a currency's minor unit.
 * `decimal` is the text of an amount in major units, as files hold it: 6240 fen ↔ `62.40`.
 */
import type { Currency } from './currency.js';
import { decimalText, Rational, roundHalfAwayFromZero } from './rational.js';

/** An integer of the currency's minor unit: fen, cents, yen. */
export type MinorUnits = bigint;

/** An exact value in major units, rounded once, half away from zero, to the minor unit. */
export function toMinorUnits(value: Rational, currency: Currency): MinorUnits {
  return roundHalfAwayFromZero(value.times(minorUnitsPerMajor(currency)));
}

/** The exact value in major units of an amount. */
export function toMajorUnits(amount: MinorUnits, currency: Currency): Rational {
  return Rational.of(amount, minorUnitsPerMajor(currency).numerator);
}

/** (−6240, CNY) → `-62.40`. */
export function formatAmount(amount: MinorUnits, currency: Currency): string {
  return decimalText(amount, currency.fractionDigits);
}

/** For people: (12345678, CNY) → `123,456.78`; a minus sign before a negative amount. */
export function formatAmountGrouped(amount: MinorUnits, currency: Currency): string {
  return groupDigits(formatAmount(amount, currency));
}

/** A comma at every third digit before the point: `-1234.5` → `−1,234.5`, with a true minus sign. */
export function groupDigits(decimal: string): string {
  const [whole = '', fraction] = decimal.replace('-', '−').split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

export function sumAmounts(amounts: Iterable<MinorUnits>): MinorUnits {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total;
}

function minorUnitsPerMajor(currency: Currency): Rational {
  return Rational.of(10n ** BigInt(currency.fractionDigits));
}
