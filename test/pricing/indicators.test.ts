/** Scores from weighted indicators. */
import { expect, it } from 'vitest';
import type { Indicator } from '../../src/pricing/contract.js';
import { figure } from '../../src/pricing/figures.js';
import {
  measuredIndicators,
  scoreByIndicators,
  type IndicatorValue,
} from '../../src/pricing/indicators.js';
import { valueOf } from '../../src/pricing/terms.js';
import { decimal } from './builders.js';

function indicator(name: string, weight: string, ...bands: [string, string][]): Indicator {
  return {
    name,
    weight: decimal(weight),
    bands: bands.map(([from, points]) => ({ from: decimal(from), points: decimal(points) })),
  };
}

const value = (name: string, of: string, agentId: string | null = 'A'): IndicatorValue => ({
  agentId,
  indicator: name,
  value: decimal(of),
});

function score(indicators: readonly Indicator[], values: readonly IndicatorValue[]): unknown {
  const found = scoreByIndicators(indicators, values, 'A');
  return 'kind' in found ? valueOf(found).toDecimal() : found;
}

it('weights 30, 20, 20, 20, 5, 5 and points 85, 80, 100, 80, 80, 100 come to 0.865', () => {
  const points = ['85', '80', '100', '80', '80', '100'];
  const indicators = ['30', '20', '20', '20', '5', '5'].map((weight, at) =>
    indicator(`i${at}`, weight, ['0', points[at] ?? '']),
  );
  const values = indicators.map(({ name }) => value(name, '1'));
  // (30 × 85 + 20 × 80 + 20 × 100 + 20 × 80 + 5 × 80 + 5 × 100) / (100 × 100) = 8,650 / 10,000
  expect(score(indicators, values)).toBe('0.865');
});

it.each([
  ['0.29', '0'],
  ['0.30', '0.6'],
  ['0.49', '0.6'],
  ['0.50', '1'],
  ['0.99', '1'],
])('a value of %s has the points of the largest band not above it: k = %s', (of, k) => {
  const bands: [string, string][] = [
    ['0.30', '60'],
    ['0.50', '100'],
  ];
  expect(score([indicator('conversion', '7', ...bands)], [value('conversion', of)])).toBe(k);
});

it('weights need not come to 100: (1 × 50 + 3 × 100) / (100 × 4) = 0.875', () => {
  const indicators = [indicator('a', '1', ['0', '50']), indicator('b', '3', ['0', '100'])];
  expect(score(indicators, [value('a', '1'), value('b', '1')])).toBe('0.875');
});

it("an agent's own value goes before that of everybody", () => {
  const bands: [string, string][] = [
    ['0', '50'],
    ['10', '150'],
  ];
  const one = [indicator('a', '1', ...bands)];
  expect(score(one, [value('a', '3', null), value('a', '12')])).toBe('1.5');
  expect(score(one, [value('a', '3', null), value('a', '12', 'B')])).toBe('0.5');
});

it('names the indicators of which there is no value', () => {
  const indicators = [indicator('a', '1', ['0', '50']), indicator('b', '3', ['0', '100'])];
  expect(score(indicators, [value('b', '1', 'B')])).toEqual(['a', 'b']);
});

it('the term of a score says what it was computed from, and a given score says nothing', () => {
  const indicators = [
    indicator('a', '1', ['10', '50']),
    indicator('b', '3', ['0', '80'], ['5', '100']),
  ];
  const found = scoreByIndicators(indicators, [value('a', '9'), value('b', '7')], 'A');
  if (!('kind' in found)) throw new Error('each indicator has a value');
  expect(measuredIndicators(found)).toEqual([
    { name: 'a', weight: decimal('1'), value: decimal('9'), from: null, points: decimal('0') },
    {
      name: 'b',
      weight: decimal('3'),
      value: decimal('7'),
      from: decimal('5'),
      points: decimal('100'),
    },
  ]);
  const given = figure('score', decimal('0.9'), { table: 'kpi-scores', agentId: 'A' });
  expect(measuredIndicators(given)).toEqual([]);
});
