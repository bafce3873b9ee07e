import { expect, it } from 'vitest';
import { lineFigure, sumOfLines } from '../../src/pricing/line-sums.js';
import { figuresOf, valueOf } from '../../src/pricing/terms.js';
import { lineOfAmount, TERMS } from './builders.js';

const LINES = ['1000', '-62.40', '500'].map(lineOfAmount);

it('1,000.00 − 62.40 + 500.00 = 1,437.60, each line with its place', () => {
  const sum = sumOfLines(TERMS, LINES);
  expect(valueOf(sum).toDecimal()).toBe('1437.6');
  expect(figuresOf(sum).map(({ of }) => of)).toEqual(['1', '2', '3']);
});

it('of some lines keeps their places among all: 1,000.00 + 500.00', () => {
  const sum = sumOfLines(TERMS, LINES, ({ amount }) => amount > 0n);
  expect(valueOf(sum).toDecimal()).toBe('1500');
  expect(figuresOf(sum).map(({ source }) => source)).toEqual([
    { table: 'lines', position: 1 },
    { table: 'lines', position: 3 },
  ]);
});

it('of no lines is 0', () => {
  expect(valueOf(sumOfLines(TERMS, [])).toDecimal()).toBe('0');
});

it('a line is the rounded amount that is printed: 0.005 is 0.01', () => {
  expect(lineFigure(TERMS, lineOfAmount('0.005'), 1).value.toDecimal()).toBe('0.01');
});
