import { expect, it } from 'vitest';
import { lineChanges } from '../../src/documents/what-changed.js';
import type { Line } from '../../src/pricing/line.js';
import { changeText, differenceText } from '../../src/words/change-text.js';
import { invoice, salaryOfDays } from '../output/pdf/documents.js';

// 5,200 × 24/26 = 4,800.00; × 23/26 = 4,600.00.
const [old, renewed] = [invoice([salaryOfDays('A1', '24')]), invoice([salaryOfDays('A1', '23')])];

function texts(before: readonly Line[], after: readonly Line[]): unknown[] {
  return lineChanges(before, after).map((change) => changeText(change, old, ({ zh }) => zh));
}

it('a line: old → new, and the figures that are others', () => {
  expect(texts(old.lines, renewed.lines)).toEqual([
    { description: '客服月薪 A1', why: '出勤人天 24 → 23', amounts: '4,800.00 → 4,600.00' },
  ]);
});

it('a line that is new, and one that is gone', () => {
  const [added] = texts([], renewed.lines);
  expect(added).toMatchObject({ why: '新增', amounts: '0.00 → 4,600.00' });
  const [removed] = texts(old.lines, []);
  expect(removed).toMatchObject({ why: '不再计费', amounts: '4,800.00 → 0.00' });
});

it('what is left: to pay, to be paid back, nothing', () => {
  const said = (total: bigint): string =>
    differenceText({ ...renewed, total }, old).en.replaceAll('\u00A0', ' ');
  expect(said(500_000n)).toBe(
    'Total CNY 4,800.00 → CNY 5,000.00: where YD-202610-000002 is paid, CNY 200.00 is left to pay.',
  );
  expect(said(460_000n)).toBe(
    'Total CNY 4,800.00 → CNY 4,600.00: where YD-202610-000002 is paid, CNY 200.00 is to be paid back.',
  );
  expect(said(480_000n)).toBe(
    'Total CNY 4,800.00 → CNY 4,800.00: the same as in YD-202610-000002.',
  );
});
