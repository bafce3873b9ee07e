import { describe, expect, it } from 'vitest';
import { figure, type Line } from '../../../src/pricing/line.js';
import { basisText } from '../../../src/output/pdf/basis.js';
import { dateRuns, monthShape, price } from '../../../src/words/numbers.js';
import { currency } from '../../pricing/builders.js';
import { salaryLine } from './documents.js';

const LINE = salaryLine('A1', 0n);
const inEnglish = (kind: Line['kind'], basis: Line['basis'], code = 'CNY'): string =>
  basisText({ ...LINE, kind, basis }, { currency: currency(code) }, ({ en }) => en).replaceAll(
    '\u00A0',
    ' ',
  );

describe('the basis reads as arithmetic', () => {
  it.each([
    [
      'salary',
      [figure('agent_days', '20.5'), figure('standard_days', '26'), figure('rate', '5200')],
      '20.5 agent-days / 26 × 5,200.00',
    ],
    [
      'salary',
      [figure('agent_days', '1'), figure('standard_days', '26'), figure('rate', '5200')],
      '1 agent-day / 26 × 5,200.00',
    ],
    [
      'base',
      [figure('agent_days', '27'), figure('standard_days', '26'), figure('rate', '1500')],
      'min(27 agent-days / 26, 1) × 1,500.00',
    ],
    [
      'commission',
      [
        figure('attributed_sales', '128000.00', 'CNY'),
        figure('refunds', '6400.00', 'CNY'),
        figure('late_refunds', '1600.00', 'CNY 2026-09'),
        figure('net_sales', '120000'),
        figure('rate', '0.02'),
      ],
      '128,000.00 − refunds 6,400.00 − late refunds (2026-09) 1,600.00 = 120,000.00 × 2 %',
    ],
    [
      'ladder',
      [figure('dates', '2026-10: 01 02 03 07'), figure('rate', '60')],
      '10-01–03, 07: 4 × 60.00',
    ],
    [
      'minimum',
      [
        figure('minimum_fee', '1200'),
        figure('active_days', '20'),
        figure('period_days', '31'),
        figure('lines_sum', '500'),
      ],
      'minimum fee 1,200.00 × 20 / 31 days − sum of lines 500.00',
    ],
  ] as const)('%s', (kind, basis, expected) => {
    expect(inEnglish(kind, basis)).toBe(expected);
  });

  it('converts sales in another currency before it adds them', () => {
    const basis = [
      figure('attributed_sales', '1000.00', 'USD'),
      figure('refunds', '0.00', 'USD'),
      figure('exchange_rate', '7.1', 'USD'),
      figure('net_sales', '7100'),
      figure('rate', '0.02'),
    ];
    expect(inEnglish('commission', basis)).toBe('USD (1,000.00) × 7.1 = 7,100.00 × 2 %');
  });
});

it('a price keeps the digits that its currency lacks', () => {
  expect(price('5200', currency('CNY'))).toBe('5,200.00');
  expect(price('1.125', currency('CNY'))).toBe('1.125');
  expect(price('5200', currency('JPY'))).toBe('5,200');
});

it('dates in runs', () => {
  expect(dateRuns(['2026-10-31', '2026-11-01', '2026-11-03'])).toBe('10-31–11-01, 03');
});

it('October 2026 begins on a Thursday', () => {
  expect(monthShape('2026-10')).toEqual({ days: 31, startsOn: 3 });
});
