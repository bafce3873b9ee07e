import { expect, it } from 'vitest';
import { priceSlice } from '../../src/run/price-slice.js';
import { documentOf } from '../ledger/written-ledger.js';
import { fixedSalary } from '../pricing/builders.js';
import { problemOf } from '../support/problem-of.js';

const blocking = problemOf('score-missing', { merchantId: 'M2' });
const member = (merchantId: string) => ({
  merchantId,
  merchant: documentOf('I', merchantId, 1n).merchant,
  standing: [],
});

it('prices each merchant from the usage of the slice, and leaves out who is blocked by it', async () => {
  const asked: string[][] = [];
  const gone = { merchantId: 'M3', merchant: null, standing: [] };
  const priced = await priceSlice(
    [member('M1'), member('M2'), gone],
    {
      contractsOf: (merchantId) => [
        { ...fixedSalary('5200', '0'), merchantId, contractId: `C-${merchantId}` },
      ],
      price: ({ merchantId }) =>
        merchantId === 'M2'
          ? { drafts: [], problems: [blocking] }
          : { drafts: [documentOf('I', merchantId, 100n)], problems: [] },
      surchargedOf: () => [],
    },
    {
      usageOf: (contractIds) => {
        asked.push([...contractIds]);
        return Promise.resolve(() => {
          throw new Error('nobody asks');
        });
      },
    },
  );
  expect(asked).toEqual([['C-M1', 'C-M2', 'C-M3']]);
  expect(priced.members.map(({ merchantId, drafts }) => [merchantId, drafts.length])).toEqual([
    ['M1', 1],
    // Nothing is drafted for who is a merchant no more, so that what stands of theirs goes.
    ['M3', 0],
  ]);
  expect(priced.problems).toEqual([blocking]);
  expect(priced.contracts).toHaveLength(3);
});
