import { expect, it } from 'vitest';
import { exchangeRate } from '../../src/pricing/exchange.js';
import { currency } from './builders.js';

const [CNY, USD] = [currency('CNY'), currency('USD')];

it('a currency is worth one of itself, whoever else has no rate', () => {
  expect(exchangeRate(() => undefined, CNY, CNY)?.toDecimal()).toBe('1');
  expect(exchangeRate(() => undefined, USD, CNY)).toBeUndefined();
});
