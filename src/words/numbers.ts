/** Numbers and dates as people read them. */
import type { Document } from '../documents/document.js';
import { formatAmountGrouped, groupDigits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { addDays, localDate } from '../period/local-date.js';

const HUNDRED = Rational.of(100n);
const NUMBER = /^-?\d+(\.\d+)?$/;
const NO_BREAK = '\u00A0';

/** `CNY 1,234.50`. */
export function money({ currency }: Pick<Document, 'currency'>, amount: bigint): string {
  return `${currency.code}${NO_BREAK}${formatAmountGrouped(amount, currency)}`;
}

/** A decimal with at least the digits of its currency: (`5200`, CNY) → `5,200.00`; 1.125 stays. */
export function price(decimal: string, { fractionDigits }: Currency): string {
  if (!NUMBER.test(decimal)) return decimal;
  const [whole = '', fraction = ''] = decimal.split('.');
  const digits = fraction.padEnd(fractionDigits, '0');
  return groupDigits(digits === '' ? whole : `${whole}.${digits}`);
}

/** 0.02 → `2 %`. */
export function percent(share: Rational): string {
  return `${groupDigits(share.times(HUNDRED).toDecimal())}${NO_BREAK}%`;
}

/** A decimal with its thousands apart; what is no decimal as it is. */
export function plain(value: string): string {
  return NUMBER.test(value) ? groupDigits(value) : value;
}

/** An exact number: as a price where it is of a currency, else with its thousands apart. */
export function exact(value: Rational, currency: Currency | null): string {
  const decimal = value.toDecimal();
  return currency === null ? plain(decimal) : price(decimal, currency);
}

/** Dates of one month, in runs: 10-01, 10-02, 10-03 and 10-07 → `10-01–03, 07`. */
export function dateRuns(dates: readonly string[]): string {
  const sorted = [...new Set(dates)].sort();
  const runs: { first: string; last: string }[] = [];
  for (const date of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && addDays(localDate(run.last), 1) === date) run.last = date;
    else runs.push({ first: date, last: date });
  }
  let month = '';
  const shown = runs.map(({ first, last }) => {
    const start = first.slice(5, 7) === month ? first.slice(8) : first.slice(5);
    month = last.slice(5, 7);
    if (first === last) return start;
    return `${start}–${last.slice(5, 7) === first.slice(5, 7) ? last.slice(8) : last.slice(5)}`;
  });
  return shown.join(', ');
}

/** Days of a month, and on which day of the week it begins: 0 is Monday. */
export function monthShape(period: string): { days: number; startsOn: number } {
  const [year = 0, month = 1] = period.split('-').map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { days, startsOn: (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7 };
}
