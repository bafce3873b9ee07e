import { describe, expect, it } from 'vitest';
import { readBasis } from './read-basis.js';

const amount = (text: string): bigint => readBasis(text, 2).amount;

describe('reading a basis', () => {
  it.each([
    ['2 + 3 × 4', 1_400n],
    ['(2 + 3) × 4', 2_000n],
    ['7 − 2 − 1', 400n],
    ['12 / 4 × 3', 900n],
    ['12 / (4 × 3)', 100n],
    ['1/3 × 3', 100n],
    ['−(2 × 3) + 1', -500n],
    ['min(2, 3) + max(2, 3)', 500n],
    ['round(0.125) × 100', 1_300n], // 0.13, half away from zero
    ['line[1] -62.4 + days[10-01–03, 07] 4', -5_840n],
    ['0.005', 1n],
    ['-0.005', -1n],
  ])('%s', (text, expected) => {
    expect(amount(text)).toBe(expected);
  });

  it('tells what is not true in a clause', () => {
    const untrue = (text: string): readonly string[] => readBasis(text, 2).untrue;
    expect(untrue('a = 1 / 3 = 0.333333 <= 1; 5')).toEqual([]);
    expect(untrue('a = 1 / 3 = 0.333334 <= 1; 5')).toEqual(['a is not 0.333334']);
    expect(untrue('a = 4 = 4 <= 3; 5')).toEqual(['a is above its limit']);
    expect(untrue('a = 4 = 5; 5')).toEqual(['a is not 5']);
  });

  it.each(['2 +', '(2', '2 2', 'a = 2', 'name', 'sum(1, 2)', '2 ^ 3', '2 3 × 4'])(
    '%s is no basis',
    (text) => {
      expect(() => readBasis(text, 2)).toThrow();
    },
  );
});
