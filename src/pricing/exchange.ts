/** Exchange rates of the billed period. */
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
