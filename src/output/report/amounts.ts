/** Amounts and differences as people read them. */
import { formatAmountGrouped, type MinorUnits } from '../../money/amount.js';
import type { Currency } from '../../money/currency.js';
import { absolute, Rational } from '../../money/rational.js';

/** With a sign before it: `+1,200.00`, `−80.00`, `0.00`. */
export function difference(amount: MinorUnits, currency: Currency): string {
  return (amount > 0n ? '+' : '') + formatAmountGrouped(amount, currency);
}

/** By how many per cent `now` differs: 110 after 100 is `+10.0`; nothing to say after zero. */
export function percentage(now: MinorUnits, before: MinorUnits): string | null {
  if (before === 0n) return null;
  const text = Rational.of((now - before) * 100n, absolute(before)).toFixed(1);
  return `${now > before ? '+' : ''}${text.replace('-', '−')}`;
}
