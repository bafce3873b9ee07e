import { expect, it } from 'vitest';
import { guarded, unguarded } from '../src/formula-guard.js';

it.each([
  ...[
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(1)',
    '﹦1',
    '﹢1',
    '﹣1',
    '﹫1',
  ],
  ...[' =1', '\t=1', '\n=1', '\r\n =1', '\u3000=1', '\u00a0=1', '\u2028=1', '\u0085=1'],
  ...['\ufeff=1', '\u200b=1', '\u200b\ufeff\u2060=1', '\u00ad=1', '\u202e=1', '\u0001=1'],
  ...['\ufe0f=1', '\u3164=1', '\u115f=1', '\u2800=1', '\u034f=1'],
  // what may be dropped leaves the rest to begin the cell
  ...['\tplain', '\rplain', '\nplain'],
])('%j is guarded, and read back as it was', (cell) => {
  expect(guarded(cell)).toBe(`'${cell}`);
  expect(unguarded(guarded(cell))).toBe(cell);
});

it.each([
  '',
  '1',
  'A1',
  'a=b',
  '1-2',
  '\u200bshop',
  '\u202eesrever',
  "'quoted",
  "'",
  '客服',
  '“=”',
])('%j is not', (cell) => {
  expect(guarded(cell)).toBe(cell);
  expect(unguarded(cell)).toBe(cell);
});
