/** Who owns the facts of a store from a date to a date. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, localDate } from '../../../src/period/local-date.js';
import type { Contract } from '../../../src/pricing/plans/registry.js';
import { ownerSpans } from '../../../src/facts/usage/owner-spans.js';
import { baseCommission, decimal } from '../../pricing/builders.js';

function contract(
  contractId: string,
  storeId: string | null,
  startsOn: string,
  endsOn: string | null,
): Contract {
  return {
    ...baseCommission('0', { scale: 'flat', rate: decimal('0.02') }),
    contractId,
    storeId,
    startsOn: localDate(startsOn),
    endsOn: endsOn === null ? null : localDate(endsOn),
  };
}

it('a contract that names the store goes before one that covers all, while it is in force', () => {
  const spans = ownerSpans([
    contract('C1', null, '2026-10-01', null),
    contract('C2', 'S1', '2026-10-16', '2026-10-20'),
  ]);
  const shown = spans.map(({ storeId, exceptStores, from, through, contractIds }) =>
    [
      storeId ?? `all but ${exceptStores.join()}`,
      from ?? 'ever',
      through ?? 'open',
      ...contractIds,
    ].join(' '),
  );
  expect(shown).toEqual([
    'S1 ever 2026-09-30',
    'S1 2026-10-01 2026-10-15 C1',
    'S1 2026-10-16 2026-10-20 C2',
    'S1 2026-10-21 open C1',
    'all but S1 ever 2026-09-30',
    'all but S1 2026-10-01 open C1',
  ]);
});

it('a contract that ends on the last date that can be written is open', () => {
  const spans = ownerSpans([contract('C1', null, '2026-10-01', '9999-12-31')]);
  expect(spans.at(-1)?.through).toBeNull();
});

it('of any contracts, each store and day is in exactly one span, and in that of its owners', () => {
  const first = localDate('2026-10-01');
  const anyContract = fc.record({
    storeId: fc.constantFrom(null, 'S1', 'S2'),
    start: fc.nat(20),
    days: fc.option(fc.nat(20)),
  });
  fc.assert(
    fc.property(fc.array(anyContract, { minLength: 1, maxLength: 6 }), (rows) => {
      const contracts = rows.map(({ storeId, start, days }, at) => {
        const startsOn = addDays(first, start);
        const endsOn = days === null ? null : addDays(startsOn, days);
        return contract(`C${at}`, storeId, startsOn, endsOn);
      });
      const spans = ownerSpans(contracts);
      for (const store of ['S1', 'S2', 'S3']) {
        for (let day = 0; day < 45; day++) {
          const date = addDays(first, day);
          const found = spans.filter(
            ({ storeId, exceptStores, from, through }) =>
              (storeId === null ? !exceptStores.includes(store) : storeId === store) &&
              (from === null || from <= date) &&
              (through === null || through >= date),
          );
          expect(found).toHaveLength(1);
          expect(found.flatMap(({ contractIds }) => contractIds)).toEqual(ownersOf(store, date));
        }
      }

      function ownersOf(store: string, date: string): string[] {
        const inForce = contracts.filter(
          (one) => one.startsOn <= date && (one.endsOn === null || one.endsOn >= date),
        );
        const named = inForce.filter(({ storeId }) => storeId === store);
        const general = inForce.filter(({ storeId }) => storeId === null);
        return (named.length > 0 ? named : general).map(({ contractId }) => contractId).sort();
      }
    }),
  );
});
