import { expect, it } from 'vitest';
import { foreignSeparator } from '../../src/reference/foreign-separator.js';

it.each([
  [['contract_id;merchant_id;plan'], 'semicolon'],
  [['contract_id\tmerchant_id\tplan'], 'tab'],
  [['contract_id|merchant_id'], 'bar'],
  [['contract_id,merchant_id'], 'comma'],
  [['merchant_id'], null],
  [['a;b', 'c'], null],
  [[], null],
])('%j is separated by a %s', (header, separator) => {
  expect(foreignSeparator(header)).toBe(separator);
});
