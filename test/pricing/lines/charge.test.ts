import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import type { Charge, ContractTerms } from '../../../src/pricing/contract.js';
import { chargeLines } from '../../../src/pricing/lines/charge.js';
import { decimal, span, TERMS } from '../builders.js';

function charge(changes: Partial<Charge>): Charge {
  return {
    chargeId: 'X1',
    frequency: 'monthly',
    startsOn: localDate('2026-01-01'),
    endsOn: null,
    quantity: decimal('2'),
    unitPrice: decimal('200'),
    isProrated: false,
    description: 'two extra accounts',
    ...changes,
  };
}

/** The amounts of October in minor units. */
function october(changes: Partial<Charge>, terms: Partial<ContractTerms> = {}): bigint[] {
  const contract = { ...TERMS, ...terms, charges: [charge(changes)] };
  return chargeLines(contract, span('2026-10')).map(({ amount }) => amount);
}

it('monthly: quantity × unit price, 2 × 200 = 400.00', () => {
  expect(october({})).toEqual([40_000n]);
});

it('monthly from the 16th: in full, and prorated 2 × 200 × 16/31 = 206.45 (206.4516)', () => {
  const startsOn = localDate('2026-10-16');
  expect(october({ startsOn })).toEqual([40_000n]);
  expect(october({ startsOn, isProrated: true })).toEqual([20_645n]);
});

it('prorated by the days that charge and contract have in common', () => {
  // The charge to 10-20, the contract from 10-11: 10 days, 2 × 200 × 10/31 = 129.03 (129.032).
  const endsOn = localDate('2026-10-20');
  expect(october({ endsOn, isProrated: true }, { startsOn: localDate('2026-10-11') })).toEqual([
    12_903n,
  ]);
});

it.each<[string, Partial<Charge>, Partial<ContractTerms>]>([
  ['has ended', { endsOn: localDate('2026-09-30') }, {}],
  ['has not begun', { startsOn: localDate('2026-11-01') }, {}],
  ['its contract has ended', {}, { endsOn: localDate('2026-09-30') }],
  [
    'no day is common to it and its contract',
    { endsOn: localDate('2026-10-10') },
    { startsOn: localDate('2026-10-11') },
  ],
])('none where it %s', (_, changes, terms) => {
  expect(october(changes, terms)).toEqual([]);
});

it('once: in the period of its day alone, in full', () => {
  const setUp = { frequency: 'once', quantity: decimal('1'), unitPrice: decimal('3000') } as const;
  expect(october({ ...setUp, startsOn: localDate('2026-10-31') })).toEqual([300_000n]);
  expect(october({ ...setUp, startsOn: localDate('2026-09-30') })).toEqual([]);
});

it('a price below zero gives back', () => {
  expect(october({ unitPrice: decimal('-12.345'), quantity: decimal('1') })).toEqual([-1_235n]);
});
