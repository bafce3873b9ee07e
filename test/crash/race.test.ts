/** Two runs at the same instant. `race.ts` does the same fifty times. */
import { expect, it } from 'vitest';
import { raceOfPeriods } from './race-of-periods.js';
import { raceTest } from './race.js';

const TIMEOUT_MS = 180_000;

it(
  'publishes a batch once, and tells the run that came too late',
  async () => {
    const { failures, tooLate } = await raceTest('run', 4);
    expect(failures).toEqual([]);
    expect(tooLate).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);

it(
  'leaves one preview of two',
  async () => {
    const { failures } = await raceTest('preview', 2);
    expect(failures).toEqual([]);
  },
  TIMEOUT_MS,
);

it(
  'starts one ledger where two months are published at once, and both end where they would alone',
  async () => {
    const { failures, tooLate, both } = await raceOfPeriods(5);
    expect(failures).toEqual([]);
    expect(tooLate).toBeGreaterThan(0);
    expect(both).toBeGreaterThan(0);
  },
  2 * TIMEOUT_MS,
);
