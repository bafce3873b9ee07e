import { expect, it } from 'vitest';
import { EMPTY_LEDGER } from '../../src/ledger/read-ledger.js';
import { merchantSlices } from '../../src/run/merchant-slices.js';
import { documentOf } from '../ledger/written-ledger.js';

function slicesOf(
  merchantIds: readonly string[],
  standingIds: readonly string[],
  blocked: readonly string[] = [],
) {
  const told: [number, number][] = [];
  const request = {
    progress: (_stage: string, done = 0, of = 0) => {
      told.push([done, of]);
    },
  };
  const merchants = merchantIds.map((id) => documentOf('I', id, 1n).merchant);
  const standing = standingIds.map((id) => ({ ...documentOf(`I-${id}`, id, 1n), merchantId: id }));
  const billing = { request, tables: { merchants }, ledger: { ...EMPTY_LEDGER, standing } };
  const slices = [...merchantSlices(billing as never, new Set(blocked))];
  return { slices, told };
}

it('goes through the merchants in order of their ids, 200 at a time, and tells how far it is', () => {
  const ids = Array.from({ length: 450 }, (_, at) => `M${String(at).padStart(3, '0')}`);
  const { slices, told } = slicesOf(ids.toReversed(), []);
  expect(slices.map((slice) => slice.length)).toEqual([200, 200, 50]);
  expect(slices.flat().map(({ merchantId }) => merchantId)).toEqual(ids);
  expect(told).toEqual([
    [200, 450],
    [400, 450],
    [450, 450],
  ]);
});

it('has who is a merchant no more for what stands of theirs, and nobody who is blocked', () => {
  const { slices } = slicesOf(['M1', 'M3'], ['M2', 'M3', 'M4'], ['M4']);
  const shown = slices
    .flat()
    .map(({ merchantId, merchant, standing }) => [
      merchantId,
      merchant?.merchantId ?? null,
      standing.map(({ number }) => number),
    ]);
  expect(shown).toEqual([
    ['M1', 'M1', []],
    ['M2', null, ['I-M2']],
    ['M3', 'M3', ['I-M3']],
  ]);
});
