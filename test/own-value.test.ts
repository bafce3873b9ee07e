import { expect, it } from 'vitest';
import { ownValue } from '../src/own-value.js';

it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'has no %s but its own',
  (key) => {
    expect(ownValue({ M1: 'C1' }, key)).toBeUndefined();
    const map = JSON.parse(`{ "${key}": "C2" }`) as Record<string, string>;
    expect(ownValue(map, key)).toBe('C2');
  },
);

it('has nothing where there is no map', () => {
  expect(ownValue(undefined, 'M1')).toBeUndefined();
});
