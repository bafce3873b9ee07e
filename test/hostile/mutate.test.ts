/** The short form of `npm run mutate`; the long one has other seeds as well. */
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { mutationTest } from './mutate.js';

it('gives right documents or located problems for 200 mutated months', async () => {
  const { outcomes, failures } = await mutationTest(200, 1, temporaryFolder());
  expect(failures).toEqual([]);
  // The good and the bad must both occur, or the mutations say nothing.
  for (const outcome of ['as before', 'changed', 'merchants blocked', 'refused']) {
    expect(outcomes.get(outcome) ?? 0).toBeGreaterThan(0);
  }
});
