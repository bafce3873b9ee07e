import { describe, expect, it } from 'vitest';
import { definitionOf, factsOf, PLAN_COLUMNS, PLANS } from '../../../src/pricing/plans/registry.js';
import { baseCommission, decimal, eventHosting, fixedSalary, tiers } from '../builders.js';

describe.each(PLANS)('%s', (plan) => {
  const definition = definitionOf(plan);

  it('is defined under its own name, once', () => {
    expect(definition.plan).toBe(plan);
    expect(PLANS.filter((one) => one === plan)).toHaveLength(1);
  });

  it('names the facts that it is priced from, each once', () => {
    const { facts } = definition;
    expect(facts.length).toBeGreaterThan(0);
    expect([...new Set(facts)]).toEqual(facts);
    // the workload is of the contract, not of the plan: see factsOf
    expect(facts).not.toContain('workload_consultations');
  });

  it('takes each column and scale once', () => {
    const { columns, scales } = definition;
    expect([...new Set(columns)]).toEqual(columns);
    expect([...new Set(scales)]).toEqual(scales);
  });
});

it('the columns of plans are all that some plan takes, each once', () => {
  const taken = new Set(PLANS.flatMap((plan) => definitionOf(plan).columns));
  expect([...PLAN_COLUMNS].sort()).toEqual([...taken].sort());
});

describe('the facts of a contract', () => {
  const salary = fixedSalary('5200', '0');
  const byWorkload = { ...salary, rate: null, workload: tiers([null, '5200']) };

  it('are those of its plan', () => {
    expect(factsOf(salary)).toEqual(['shifts']);
    expect(factsOf(eventHosting('200'))).toEqual(['event_days']);
    const commission = { scale: 'flat', rate: decimal('0.02') } as const;
    expect(factsOf(baseCommission('1500', commission))).toEqual(['shifts', 'orders']);
  });

  it('are also the consultations by which its workload is measured', () => {
    expect(factsOf(byWorkload)).toEqual(['shifts', 'workload_consultations']);
  });
});
