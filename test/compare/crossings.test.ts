import { describe, expect, it } from 'vitest';
import { crossings } from '../../src/compare/crossings.js';

const PLACES = [0n, 10n, 20n, 30n, 40n];

describe('crossings', () => {
  it('of 25 − x is at 25: it is 0 there, and below from 26 on', () => {
    expect(crossings((x) => 25n - x, PLACES)).toEqual([{ at: 25n, sign: -1 }]);
  });

  it('of 51 − 2x is at 25, where it is still above: 1, and −1 at 26', () => {
    expect(crossings((x) => 51n - 2n * x, PLACES)).toEqual([{ at: 25n, sign: -1 }]);
  });

  it('of a step, from 7 through 17 to −3 from 18 on, is at 17', () => {
    expect(crossings((x) => (x <= 17n ? 7n : -3n), PLACES)).toEqual([{ at: 17n, sign: -1 }]);
  });

  it('of a difference that is 0 from 12 to 15 is at 15: nothing is cheaper before', () => {
    const difference = (x: bigint): bigint => (x < 12n ? 1n : x <= 15n ? 0n : -1n);
    expect(crossings(difference, PLACES)).toEqual([{ at: 15n, sign: -1 }]);
  });

  it('are as many as there are: up at 12, down again at 33', () => {
    const difference = (x: bigint): bigint => (x > 12n && x <= 33n ? 1n : -1n);
    expect(crossings(difference, PLACES)).toEqual([
      { at: 12n, sign: 1 },
      { at: 33n, sign: -1 },
    ]);
  });

  it('are none where one is dearer all along, or both are the same', () => {
    expect(crossings(() => 1n, PLACES)).toEqual([]);
    expect(crossings(() => 0n, PLACES)).toEqual([]);
  });

  it('are none across a place of which nothing is known', () => {
    expect(crossings((x) => (x === 20n ? null : 25n - x - 6n), PLACES)).toEqual([]);
  });
});
