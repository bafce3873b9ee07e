import { describe, expect, it } from 'vitest';
import {
  differenceText,
  sumsByMerchant,
  sumsByOffer,
} from '../../../src/output/comparison/comparison-sums.js';
import { USD } from '../../documents/accounts/books.js';
import { cell, CELLS, comparisonOf, OFFERS } from './comparisons.js';

const NOVEMBER = { period: '2026-11' };

function cheapest(...of: Parameters<typeof comparisonOf>): (string | undefined)[] {
  return sumsByMerchant(comparisonOf(...of)).map((sum) => sum.cheapest?.offer.offerId);
}

describe('an offer over all months', () => {
  it('is the sum of its cells, and of their differences: 5,200 + 100 and 200 − 400', () => {
    const cells = [...CELLS, cell('salary', 10_000n, { ...NOVEMBER, billed: 50_000n })];
    expect(sumsByOffer({ offers: OFFERS, cells })[0]).toMatchObject({
      total: 530_000n,
      difference: 20_000n - 40_000n,
      priced: 2,
      cells: 2,
    });
  });

  it('differs over the months alone in which something was billed, and says so', () => {
    const cells = [...CELLS, cell('salary', 10_000n, { ...NOVEMBER, billed: null })];
    const [sum] = sumsByOffer({ offers: OFFERS, cells });
    expect(sum && differenceText(sum, ({ en }) => en)).toBe('+200.00 (1 of 2)');
  });

  it('leaves out what cannot be priced', () => {
    const cells = [cell('salary', null), cell('salary', 10_000n, NOVEMBER)];
    expect(sumsByOffer({ offers: OFFERS, cells })[0]).toMatchObject({
      total: 10_000n,
      priced: 1,
      cells: 2,
    });
  });
});

describe('the cheapest', () => {
  it('is the least of those that bill something: 3,900, not 0', () => {
    expect(cheapest()).toEqual(['base']);
  });

  it('is none that cannot be priced in one of the months', () => {
    const november = [cell('salary', 520_000n, NOVEMBER), cell('base', null, NOVEMBER)];
    expect(cheapest([...CELLS, ...november, cell('event', 0n, NOVEMBER)])).toEqual(['salary']);
  });

  it('is none that has nothing to do in one of the months', () => {
    const cells = [
      cell('event', 60_000n),
      cell('event', 0n, NOVEMBER),
      cell('salary', 1n),
      cell('salary', 520_000n, NOVEMBER),
    ];
    expect(cheapest(cells)).toEqual(['salary']);
  });

  it('of equals is the first', () => {
    expect(cheapest([cell('salary', 5n), cell('base', 5n)])).toEqual(['salary']);
  });

  it('is nobody between currencies', () => {
    const offers = OFFERS.map((offer) =>
      offer.offerId === 'base' ? { ...offer, currency: USD } : offer,
    );
    expect(cheapest(CELLS, { offers })).toEqual([undefined]);
  });
});
