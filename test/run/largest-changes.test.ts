import { expect, it } from 'vitest';
import { withoutLines } from '../../src/ledger/issued-document.js';
import { largestChanges } from '../../src/run/largest-changes.js';
import { documentOf } from '../ledger/written-ledger.js';

const month = (nets: Readonly<Record<string, bigint>>) =>
  Object.entries(nets).map(([merchantId, net]) =>
    withoutLines(documentOf(`I-${merchantId}`, merchantId, net)),
  );

it('puts the largest difference first, whatever its sign, and leaves out who is the same', () => {
  const before = month({ M1: 100n, M2: 500n, M3: 70n });
  const now = month({ M1: 150n, M2: 200n, M3: 70n, M4: 80n });
  const changes = largestChanges(before, now, new Set(['M2']));
  expect(changes.map((one) => [one.merchantId, one.before, one.now, one.isBlocked])).toEqual([
    ['M2', 500n, 200n, true],
    ['M4', 0n, 80n, false],
    ['M1', 100n, 150n, false],
  ]);
});

it('shows eight of them, equal ones in order of merchant', () => {
  const ids = Array.from({ length: 10 }, (_, at) => `M${at}`);
  const now = month(Object.fromEntries(ids.toReversed().map((id) => [id, 100n])));
  const shown = largestChanges([], now, new Set()).map(({ merchantId }) => merchantId);
  expect(shown).toEqual(ids.slice(0, 8));
});
