/** The bars of a chart: lengths computed by hand, of a drawing 420 units wide. */
import { expect, it } from 'vitest';
import { barChart } from '../../../src/output/report/bar-chart.js';

const bar = (name: string, amount: bigint, earlier: bigint | null = null) => ({
  name,
  amount,
  earlier,
  text: String(amount),
});

function drawn(
  bars: readonly ReturnType<typeof bar>[],
  pair: { now: string; earlier: string } | null = null,
): string {
  return barChart({ id: 'chart', title: 'Change, CNY', bars, pair }).text;
}

/** Of each bar where it begins and how long it is. */
function barsOf(svg: string): [kind: string, left: number, length: number][] {
  return [...svg.matchAll(/<rect class="(\w+)" x="(\d+)" y="\d+" width="(\d+)"/g)].map(
    ([, kind = '', left, length]) => [kind, Number(left), Number(length)],
  );
}

it('the largest takes the whole width, and the others their share of it', () => {
  // 420 × 250 / 1,000 = 105; 420 × 1 / 1,000 = 0.42, which is no whole unit.
  expect(barsOf(drawn([bar('a', 1000n), bar('b', 250n), bar('c', 1n), bar('d', 0n)]))).toEqual([
    ['now', 0, 420],
    ['now', 0, 105],
    ['now', 0, 0],
    ['now', 0, 0],
  ]);
});

it('zero is in the middle where there is more and less', () => {
  // 210 × 100 / 500 = 42, which ends at 210 − 42 = 168 on the other side.
  expect(barsOf(drawn([bar('a', 500n), bar('b', -100n)]))).toEqual([
    ['now', 210, 210],
    ['now', 168, 42],
  ]);
});

it('zero is at the right where all is below it', () => {
  expect(barsOf(drawn([bar('a', -400n), bar('b', -100n)]))).toEqual([
    ['now', 0, 420],
    ['now', 315, 105],
  ]);
});

it('what was before has a bar of its own, on the same scale, and the colours are explained', () => {
  const svg = drawn([bar('a', 300n, 600n)], { now: '2026-10', earlier: '2026-09' });
  expect(barsOf(svg)).toEqual([
    ['now', 0, 210],
    ['earlier', 0, 420],
  ]);
  expect(svg).toMatch(/2026-10.*2026-09/s);
});

it('amounts of nothing but zero draw bars of no length', () => {
  expect(barsOf(drawn([bar('a', 0n)]))).toEqual([['now', 0, 0]]);
});

it('a name that is too long is cut in the drawing, and whole in its description', () => {
  // 310 units are 23 Chinese characters of 13, or 41 Latin letters of 7.5.
  const [wide, narrow] = ['云'.repeat(24), 'x'.repeat(42)];
  const svg = drawn([bar(wide, 1n), bar(narrow, 1n)]);
  expect(svg).toContain(`>${'云'.repeat(23)}…</text>`);
  expect(svg).toContain(`>${'x'.repeat(41)}…</text>`);
  expect(svg).toContain(`${wide} 1; ${narrow} 1</desc>`);
  expect(drawn([bar('云'.repeat(23), 1n)])).not.toContain('…');
});
