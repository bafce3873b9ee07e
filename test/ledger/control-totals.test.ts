import { expect, it } from 'vitest';
import { controlTotals } from '../../src/ledger/control-totals.js';
import { currency } from '../pricing/builders.js';

const [CNY, USD, JPY] = [currency('CNY'), currency('USD'), currency('JPY')];

it('adds up each currency by itself, in order of its code', () => {
  const documents = [
    { currency: USD, net: 1_000n, tax: 0n, total: 1_000n },
    { currency: CNY, net: 10_000n, tax: 600n, total: 10_600n },
    { currency: JPY, net: 500n, tax: 50n, total: 550n },
    // A reversal takes away: 100.00 − 30.00 = 70.00, 6.00 − 1.80 = 4.20.
    { currency: CNY, net: -3_000n, tax: -180n, total: -3_180n },
  ];
  expect(controlTotals(documents)).toEqual([
    { currency: 'CNY', documents: 2, net: '70.00', tax: '4.20', total: '74.20' },
    { currency: 'JPY', documents: 1, net: '500', tax: '50', total: '550' },
    { currency: 'USD', documents: 1, net: '10.00', tax: '0.00', total: '10.00' },
  ]);
  expect(controlTotals([])).toEqual([]);
});
