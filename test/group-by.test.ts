import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupBy } from '../src/group-by.js';

it('keeps keys and values in the order in which they are first met', () => {
  const lines = ['C2 5', 'C1 10', 'C2 1', 'C1 3'];
  const groups = groupBy(lines, (line) => line.slice(0, 2));
  expect([...groups]).toEqual([
    ['C2', ['C2 5', 'C2 1']],
    ['C1', ['C1 10', 'C1 3']],
  ]);
});

it('loses and doubles nothing, and mixes no keys', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (numbers, divisor) => {
      const groups = groupBy(numbers, (number) => number % divisor);
      const byText = (left: number, right: number): number => left - right;
      expect([...groups.values()].flat().sort(byText)).toEqual([...numbers].sort(byText));
      for (const [key, group] of groups)
        expect(group.every((number) => number % divisor === key)).toBe(true);
    }),
  );
});

it('takes names of an object for keys like any other', () => {
  const groups = groupBy(['constructor', 'toString', 'constructor'], (name) => name);
  expect([...groups.keys()]).toEqual(['constructor', 'toString']);
});
