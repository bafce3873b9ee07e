import { expect, it } from 'vitest';
import { Rational } from '../../src/money/rational.js';
import { constant, contractFigure, figure } from '../../src/pricing/figures.js';
import { currency, decimal } from './builders.js';

it('a figure has a name, an exact value and a source; a count may be a whole number', () => {
  expect(figure('days', 3n, { table: 'period' })).toEqual({
    kind: 'figure',
    name: 'days',
    value: Rational.of(3n),
    currency: null,
    of: null,
    source: { table: 'period' },
  });
});

it('a figure says what it is about, and in which currency it is money', () => {
  const usd = currency('USD');
  const source = { table: 'orders', currency: 'USD' } as const;
  const about = { of: 'USD', currency: usd };
  expect(figure('attributed_sales', decimal('0.5'), source, about)).toMatchObject(about);
});

it('a number of the contract is of the column of its name', () => {
  expect(contractFigure('standard_days', decimal('26'))).toMatchObject({
    name: 'standard_days',
    currency: null,
    source: { table: 'contracts', column: 'standard_days' },
  });
});

it('a number of the rule comes from the rule', () => {
  expect(constant(1n)).toMatchObject({ name: 'constant', source: { table: 'rule' } });
});
