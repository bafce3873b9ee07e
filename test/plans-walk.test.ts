/** Every plan in the registry is whole: its file, its words, a scenario, a page, and facts that reach it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PLANS } from '../src/pricing/plans/registry.js';
import { forgottenOf } from './support/plan-walk.js';

it.each(PLANS)('%s is whole', async (plan) => {
  expect(await forgottenOf(plan)).toEqual([]);
});

it('every plan that has a file is in the registry', () => {
  const files = readdirSync(join(import.meta.dirname, '../src/pricing/plans'))
    .filter((file) => file !== 'plan.ts' && file !== 'registry.ts')
    .map((file) => file.replace(/\.ts$/, '').replaceAll('-', '_'));
  expect(files.sort()).toEqual([...PLANS].sort());
});
