/** What is asked of a plan is answered by the registry. */
import { expect, it } from 'vitest';
import { definitionOf, factsOf, PLAN_COLUMNS, PLANS } from '../../../src/pricing/plans/registry.js';
import { eventHosting, fixedSalary, tiers } from '../builders.js';

it('has a definition for each plan, under its own name', () => {
  expect(PLANS.map((plan) => definitionOf(plan).plan)).toEqual(PLANS);
  expect(new Set(PLANS).size).toBe(PLANS.length);
});

it('names each column that a plan takes once', () => {
  const columns = PLANS.flatMap((plan) => definitionOf(plan).columns);
  expect(new Set(PLAN_COLUMNS)).toEqual(new Set(columns));
  expect(PLAN_COLUMNS).toHaveLength(new Set(columns).size);
});

it('a price by workload needs consultations, whatever the plan needs besides', () => {
  const flat = fixedSalary('5200', '0');
  const byWorkload = { ...flat, workload: tiers(['60', '4200'], [null, '4800']) };
  expect(factsOf(flat)).toEqual(['shifts']);
  expect(factsOf(byWorkload)).toEqual(['shifts', 'workload_consultations']);
  expect(factsOf(eventHosting('200'))).toEqual(['event_days']);
});
