import { expect, it } from 'vitest';
import { allCurrencies, findCurrency } from '../../src/money/currency.js';

it.each([
  ['CNY', 2],
  ['USD', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i fraction digits', (code, fractionDigits) => {
  expect(findCurrency(code)).toEqual({ code, fractionDigits });
});

it.each(['cny', 'RMB', '', 'CN', 'toString'])('"%s" is no currency', (code) => {
  expect(findCurrency(code)).toBeUndefined();
});

it('knows each currency once, with 0 to 4 digits', () => {
  const all = [...allCurrencies()];
  expect(new Set(all.map(({ code }) => code)).size).toBe(all.length);
  for (const { code, fractionDigits } of all) {
    expect(fractionDigits >= 0 && fractionDigits <= 4, code).toBe(true);
  }
});
