import { expect, it } from 'vitest';
import { dateRuns, exact, monthShape, percent, plain, price } from '../../src/words/numbers.js';
import { currency, decimal } from '../pricing/builders.js';

it('a price keeps the digits that its currency lacks', () => {
  expect(price('5200', currency('CNY'))).toBe('5,200.00');
  expect(price('1.125', currency('CNY'))).toBe('1.125');
  expect(price('5200', currency('JPY'))).toBe('5,200');
});

it('an exact number is a price where it is of a currency', () => {
  expect(exact(decimal('5200'), currency('CNY'))).toBe('5,200.00');
  expect(exact(decimal('5200'), null)).toBe('5,200');
  expect(exact(decimal('20.5'), null)).toBe('20.5');
});

it('a share is shown in percent, and a number with its thousands apart and a true minus sign', () => {
  expect(percent(decimal('0.0333'))).toBe('3.33\u00A0%');
  expect(plain('-1234.5')).toBe('−1,234.5');
});

it('dates in runs', () => {
  expect(dateRuns(['2026-10-31', '2026-11-01', '2026-11-03'])).toBe('10-31–11-01, 03');
});

it('October 2026 begins on a Thursday', () => {
  expect(monthShape('2026-10')).toEqual({ days: 31, startsOn: 3 });
});
