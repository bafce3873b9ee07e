/** A run killed at a dozen moments. `crash.ts` does the same at hundreds. */
import { expect, it } from 'vitest';
import { crashTest } from './crash.js';

const TIMEOUT_MS = 180_000;

it(
  'leaves the old batch or the new one, whole, wherever a run is killed',
  async () => {
    const { failures, killed, foundOld, foundNew } = await crashTest('run', 6);
    expect(failures).toEqual([]);
    expect(killed).toBeGreaterThan(4);
    expect(Math.min(foundOld, foundNew)).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);

it(
  'leaves the old preview or the new one, whole, wherever a preview is killed',
  async () => {
    const { failures, foundOld, foundNew } = await crashTest('preview', 5);
    expect(failures).toEqual([]);
    expect(Math.min(foundOld, foundNew)).toBeGreaterThan(0);
  },
  TIMEOUT_MS,
);

it(
  'leaves the old batch or the new one where workers render',
  async () => {
    const { failures } = await crashTest('run', 3, { workers: 2 });
    expect(failures).toEqual([]);
  },
  TIMEOUT_MS,
);

it(
  'would find out a program that renames entry by entry',
  async () => {
    const { failures } = await crashTest('run', 8, { program: { CRASH_CARELESS: '1' } });
    expect(failures.join('\n')).toContain('a reader sees neither the old nor the new');
  },
  TIMEOUT_MS,
);
