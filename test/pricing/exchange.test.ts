import { expect, it } from 'vitest';
import { convert, exchangeRate } from '../../src/pricing/exchange.js';
import { currency, decimal } from './builders.js';

const [CNY, USD, JPY] = [currency('CNY'), currency('USD'), currency('JPY')];

it('1,000.00 USD at 7.1234 are 7,123.40 CNY', () => {
  expect(convert(100_000n, USD, CNY, decimal('7.1234'))).toBe(712_340n);
});

it('is rounded half away from zero to the target: 0.01 USD at 50 JPY is 0.5 JPY → 1', () => {
  expect(convert(1n, USD, JPY, decimal('50'))).toBe(1n);
});

it('a currency is worth one of itself, whoever else has no rate', () => {
  expect(exchangeRate(() => undefined, CNY, CNY)?.toDecimal()).toBe('1');
  expect(exchangeRate(() => undefined, USD, CNY)).toBeUndefined();
});
