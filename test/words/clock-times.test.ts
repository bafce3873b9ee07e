import { expect, it } from 'vitest';
import { clockTimes } from '../../src/words/clock-times.js';

const MINUTE = 60_000_000n;
const at = (hour: number, minutes: bigint, seconds = 0n) => ({
  start: BigInt(hour) * 60n * MINUTE + seconds * 1_000_000n,
  length: minutes * MINUTE,
});

it('a time of the day, to its minutes', () => {
  expect(clockTimes([at(8, 480n)])).toBe('08:00–16:00');
  expect(clockTimes([at(22, 120n)])).toBe('22:00–24:00');
});

it('several, in order; one over midnight is one', () => {
  expect(clockTimes([at(22, 120n), at(0, 360n)])).toBe('22:00–06:00');
  expect(clockTimes([at(5, 60n), at(22, 60n)])).toBe('05:00–06:00, 22:00–23:00');
});

it('seconds where there are any', () => {
  expect(clockTimes([at(22, 30n, 5n)])).toBe('22:00:05–22:30:05');
});

it('no time is no text', () => {
  expect(clockTimes([])).toBe('');
});
