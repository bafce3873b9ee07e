/** Currencies and their minor units, from ISO 4217. */
import currencyCodes from 'currency-codes';

export interface Currency {
  /** Three letters of ISO 4217, such as `CNY`. */
  readonly code: string;
  /** Digits after the point: CNY 2, JPY 0, KWD 3. */
  readonly fractionDigits: number;
}

const CURRENCIES: ReadonlyMap<string, Currency> = new Map(
  currencyCodes.data.map(({ code, digits }) => [code, { code, fractionDigits: digits }]),
);

/** The currency of a code in capitals, or undefined where ISO 4217 has none. */
export function findCurrency(code: string): Currency | undefined {
  return CURRENCIES.get(code);
}

export function allCurrencies(): Iterable<Currency> {
  return CURRENCIES.values();
}
