/** Exchange rates of the billed period, and the conversion that rounds once per currency. */
import { toMajorUnits, toMinorUnits, type MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';

/** How many units of `to` one unit of `from` is in the billed period; undefined where nobody said. */
export type ExchangeRates = (from: Currency, to: Currency) => Rational | undefined;

export function exchangeRate(
  rates: ExchangeRates,
  from: Currency,
  to: Currency,
): Rational | undefined {
  return from.code === to.code ? Rational.ONE : rates(from, to);
}

/** 1,000.00 USD at 7.1234 → 7,123.40 CNY. */
export function convert(
  amount: MinorUnits,
  from: Currency,
  to: Currency,
  rate: Rational,
): MinorUnits {
  return toMinorUnits(toMajorUnits(amount, from).times(rate), to);
}
