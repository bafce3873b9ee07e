/** What a replacement changes: which lines are the same line, and which figures say why. */
import { expect, it } from 'vitest';
import type { Document } from '../../src/documents/document.js';
import { negatedLines } from '../../src/documents/revise.js';
import { figureChanges, lineChanges, undoneBy } from '../../src/documents/what-changed.js';
import type { Line } from '../../src/pricing/line.js';
import { invoice, salaryOfDays } from '../output/pdf/documents.js';
import { decimal } from '../pricing/builders.js';

/** Agent and amount of each line that changed, `null` where one of the two documents lacks it. */
function said(before: readonly Line[], after: readonly Line[]): unknown[] {
  return lineChanges(before, after).map((change) => {
    const { subject } = change.after ?? change.before;
    return [subject.agent, change.before?.amount ?? null, change.after?.amount ?? null];
  });
}

// 5,200 × 24/26 = 4,800.00; × 23/26 = 4,600.00; × 13/26 = 2,600.00.
const [A1_24, A1_23, A2, A3] = [
  salaryOfDays('A1', '24'),
  salaryOfDays('A1', '23'),
  salaryOfDays('A2', '13'),
  salaryOfDays('A3', '13'),
] as const;

it('a line with other days is changed, one as before is not, and others come and go', () => {
  expect(said([A1_24, A2], [A1_23, A2])).toEqual([['A1', 480_000n, 460_000n]]);
  expect(said([A1_24, A2], [A1_24, A3])).toEqual([
    ['A3', null, 260_000n],
    ['A2', 260_000n, null],
  ]);
  expect(said([A1_24, A2], [A2, A1_24])).toEqual([]);
});

it('of lines of one kind and subject, those of one price belong together', () => {
  const tier = (price: string, days: string, amount: bigint): Line => ({
    ...A1_24,
    kind: 'ladder',
    subject: {},
    unitPrice: decimal(price),
    quantity: decimal(days),
    amount,
  });
  // The days of the first tier are gone; of the second, one day more: 15 × 110 → 16 × 110.
  const before = [tier('60', '12', 72_000n), tier('110', '15', 165_000n)];
  expect(said(before, [tier('110', '16', 176_000n)])).toEqual([
    [undefined, 165_000n, 176_000n],
    [undefined, 72_000n, null],
  ]);
});

it('says which figures of a line are others', () => {
  const [change] = lineChanges([A1_24], [A1_23]);
  const figures = change === undefined ? [] : figureChanges(change);
  const shown = figures.map(({ before, after }) => [
    after.name,
    before.value.toDecimal(),
    after.value.toDecimal(),
  ]);
  expect(shown).toEqual([['agent_days', '24', '23']]);
});

it('a reversal says what it undoes', () => {
  const old = invoice([A1_24], { number: 'YD-202610-000001' });
  const reversal: Document = {
    ...old,
    lines: negatedLines(old.lines),
    total: -old.total,
    cancels: old.number,
  };
  expect(undoneBy(reversal)).toEqual({ number: old.number, total: old.total, lines: old.lines });
  expect(undoneBy(old)).toBeNull();
});
