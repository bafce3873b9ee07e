import { expect, it } from 'vitest';
import { append } from '../src/append.js';

it('puts a list of any length behind another, in its order', () => {
  const list = [1];
  append(list, new Set([3, 2]));
  expect(list).toEqual([1, 3, 2]);
  append(list, []);
  expect(list).toHaveLength(3);
  // As many arguments as these are, no call takes.
  append(
    list,
    Array.from({ length: 1_000_000 }, (_, at) => at),
  );
  expect(list).toHaveLength(1_000_003);
});
