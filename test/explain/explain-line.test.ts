/** The steps of each kind of line, with figures whose arithmetic is done by hand beside them. */
import { describe, expect, it } from 'vitest';
import { findCurrency, type Currency } from '../../src/money/currency.js';
import { Rational } from '../../src/money/rational.js';
import { localDate } from '../../src/period/local-date.js';
import { figure, type Line } from '../../src/pricing/line.js';
import { type Figure } from '../../src/pricing/figures.js';
import type { Step } from '../../src/explain/arithmetic.js';
import { explainLine, explainReversedLine } from '../../src/explain/explain-line.js';
import { sayIn } from '../../src/words/language.js';

const CNY = currency('CNY');

function currency(code: string): Currency {
  const found = findCurrency(code);
  if (found === undefined) throw new Error(code);
  return found;
}

const decimal = (text: string): Rational => Rational.parseDecimal(text) ?? Rational.ZERO;

function line(
  kind: Line['kind'],
  amount: bigint,
  basis: readonly Figure[],
  parts: Partial<Line> = {},
): Line {
  return {
    contractId: 'C1',
    plan: 'fixed_salary',
    kind,
    description: { zh: '一行', en: 'A line' },
    quantity: Rational.ONE,
    unit: 'month',
    unitPrice: Rational.ONE,
    amount,
    taxRate: decimal('0.06'),
    taxIncluded: false,
    serviceFrom: localDate('2026-10-01'),
    serviceTo: localDate('2026-10-31'),
    basis,
    ...parts,
  };
}

const shown = ({ label, formula, isExact, result, rounded }: Step): string =>
  `${label}: ${formula === null ? '' : `${formula} ${isExact ? '=' : '≈'} `}${result}${rounded === null ? '' : ` → ${rounded}`}`;

function explained(
  of: Line,
  before: readonly Line[] = [],
): { steps: string[]; doubts: readonly string[] } {
  const placed = before.map((one, at) => ({ position: at + 1, line: one }));
  const { steps, doubts } = explainLine(
    { position: before.length + 1, line: of },
    { currency: CNY, say: sayIn('en'), before: placed },
  );
  return { steps: steps.map(shown), doubts };
}

const SALARY_FIGURES = [
  figure('agent_days', '20.5'),
  figure('standard_days', '26'),
  figure('rate', '5200'),
];
/** 20.5 / 26 = 0.7884615…; 5,200 × 20.5 / 26 = 106,600 / 26 = 4,100.00. */
const SALARY = line('salary', 410000n, SALARY_FIGURES, {
  quantity: Rational.of(41n, 52n),
  unitPrice: decimal('5200'),
});

describe('each kind of line can be followed by hand', () => {
  it.each<[string, Line, readonly Line[], readonly string[]]>([
    [
      'salary',
      SALARY,
      [],
      ['months: 20.5 / 26 ≈ 0.788462', 'amount: 20.5 / 26 × 5,200.00 = 4,100.00'],
    ],
    [
      'base of more than the standard days: 27 / 26 is one month',
      line(
        'base',
        150000n,
        [figure('agent_days', '27'), figure('standard_days', '26'), figure('rate', '1500')],
        {
          unitPrice: decimal('1500'),
        },
      ),
      [],
      ['months: min(27 / 26, 1) = 1', 'amount: min(27 / 26, 1) × 1,500.00 = 1,500.00'],
    ],
    [
      // 10 h 20 min at 8 h a day, over two dates: 1 + 7/24 = 31/24 = 1.291667 agent-days.
      // 31/24 / 26 × 5,200 = 161,200 / 624 = 258.3333 → 258.33
      'salary of agent-days that do not end',
      line(
        'salary',
        25833n,
        [figure('agent_days', '1.291667'), figure('standard_days', '26'), figure('rate', '5200')],
        {
          quantity: Rational.of(31n, 624n),
          unitPrice: decimal('5200'),
        },
      ),
      [],
      [
        'agent-days: 31 / 24 ≈ 1.291667',
        'months: 31 / 24 / 26 ≈ 0.049679',
        'amount: 31 / 24 / 26 × 5,200.00 ≈ 258.333333 → 258.33',
      ],
    ],
    [
      // 4,100 × 0.15 × 0.05 = 30.75
      'appraisal',
      line('appraisal', 3075n, [
        figure('salary', '4100'),
        figure('appraisal_share', '0.15'),
        figure('score', '1.05'),
      ]),
      [SALARY],
      [
        'salary: line 1 = 4,100.00',
        'score − 1: 1.05 − 1 = 0.05',
        'amount: 4,100.00 × 0.15 × (1.05 − 1) = 30.75',
      ],
    ],
    [
      // half a seat of 5,200 = 2,600; 2,600 − 4,100 = −1,500
      'cap',
      line('cap', -150000n, [
        figure('agents_months', '0.788462'),
        figure('seats', '0.5'),
        figure('rate', '5200'),
        figure('lines_sum', '4100'),
      ]),
      [SALARY],
      [
        "agents' months: 0.788462 > 0.5",
        'at the most: 5,200.00 × 0.5 = 2,600.00',
        'line 1: 4,100.00',
        'amount: 5,200.00 × 0.5 − 4,100.00 = −1,500.00',
      ],
    ],
    [
      // 128,000 − 6,400 − 1,600 = 120,000; × 0.02 = 2,400
      'commission',
      line(
        'commission',
        240000n,
        [
          figure('attributed_orders', '400', 'CNY'),
          figure('attributed_sales', '128000.00', 'CNY'),
          figure('refunds', '6400.00', 'CNY'),
          figure('late_refunds', '1600.00', 'CNY 2026-09'),
          figure('net_sales', '120000'),
          figure('rate', '0.02'),
        ],
        { unitPrice: decimal('0.02') },
      ),
      [],
      [
        'net sales: 128,000.00 − 6,400.00 − 1,600.00 = 120,000.00',
        'amount: 120,000.00 × 0.02 = 2,400.00',
      ],
    ],
    [
      // 100.00 USD × 7.12345 = 712.345 → 712.35 (half away from zero); + 1,000.00 = 1,712.35
      // average (712.35 + 1,000.00) / 4 = 428.0875; 1,712.35 × 0.03 = 51.3705 → 51.37
      'commission by the average order, of two currencies',
      line(
        'commission',
        5137n,
        [
          figure('attributed_orders', '3', 'CNY'),
          figure('attributed_sales', '1000.00', 'CNY'),
          figure('refunds', '0.00', 'CNY'),
          figure('attributed_orders', '1', 'USD'),
          figure('attributed_sales', '100.00', 'USD'),
          figure('refunds', '0.00', 'USD'),
          figure('exchange_rate', '7.12345', 'USD'),
          figure('net_sales', '1712.35'),
          figure('average_order_value', '428.0875'),
          figure('tier_up_to', '500'),
          figure('rate', '0.03'),
        ],
        { unitPrice: decimal('0.03') },
      ),
      [],
      [
        'net sales CNY: 1,000.00',
        'net sales USD: 100.00',
        'in CNY: 100.00 × 7.12345 = 712.345 → 712.35',
        'net sales: 1,000.00 + 712.35 = 1,712.35',
        'average order value: (1,000.00 + 712.35) / 4 = 428.0875',
        'tier: 428.0875 ≤ 500.00',
        'amount: 1,712.35 × 0.03 = 51.3705 → 51.37',
      ],
    ],
    [
      // graduated, the slice from 100,000 to 200,000 of 150,000: 50,000 × 0.02 = 1,000
      'a slice of a graduated commission',
      line(
        'commission',
        100000n,
        [
          figure('attributed_sales', '150000.00', 'CNY'),
          figure('refunds', '0.00', 'CNY'),
          figure('net_sales', '150000'),
          figure('tier_above', '100000'),
          figure('tier_up_to', '200000'),
          figure('rate', '0.02'),
        ],
        { unitPrice: decimal('0.02') },
      ),
      [],
      [
        'net sales: 150,000.00',
        'slice: min(150,000.00, 200,000.00) − 100,000.00 = 50,000.00',
        'amount: 50,000.00 × 0.02 = 1,000.00',
      ],
    ],
    [
      // 12 days × 60 = 720
      'days of a ladder',
      line(
        'ladder',
        18000n,
        [figure('tier_up_to', '50'), figure('rate', '60'), figure('dates', '2026-10: 01 05 31')],
        {
          unitPrice: decimal('60'),
        },
      ),
      [],
      ['days: 3', 'amount: 3 × 60.00 = 180.00'],
    ],
    [
      // 1,200 × 16 / 31 = 619.3548 → 619.35
      'a month of a ladder',
      line(
        'ladder',
        61935n,
        [
          figure('consultations', '470'),
          figure('days', '16'),
          figure('average_daily_consultations', '29.375', '2026-10'),
          figure('tier_up_to', '32'),
          figure('rate', '1200'),
          figure('active_days', '16'),
          figure('period_days', '31'),
        ],
        { unitPrice: decimal('1200') },
      ),
      [],
      [
        'daily average (2026-10): 470 / 16 = 29.375',
        'tier: 29.375 ≤ 32',
        'part of the month: 16 / 31 ≈ 0.516129',
        'amount: 16 / 31 × 1,200.00 ≈ 619.354839 → 619.35',
      ],
    ],
    [
      // 181 − 150 = 31, 160 − 150 = 10: 41 × 1.20 = 49.20
      'overflow',
      line(
        'overflow',
        4920n,
        [
          figure('tier_up_to', '150'),
          figure('consultations', '181', '2026-10-18'),
          figure('consultations', '160', '2026-10-19'),
          figure('rate', '1.2'),
        ],
        { unitPrice: decimal('1.2') },
      ),
      [],
      [
        '2026-10-18: 181 − 150 = 31',
        '2026-10-19: 160 − 150 = 10',
        'consultations beyond: 31 + 10 = 41',
        'amount: (31 + 10) × 1.20 = 49.20',
      ],
    ],
    [
      // 2 + 2 + 1 = 5 agent-days × 200 = 1,000
      'event',
      line(
        'event',
        100000n,
        [
          figure('agents', '2', '2026-10-10'),
          figure('agents', '2', '2026-10-11'),
          figure('agents', '1', '2026-10-12'),
          figure('rate', '200'),
        ],
        { unitPrice: decimal('200') },
      ),
      [],
      ['agents, day by day: 2 + 2 + 1 = 5', 'amount: (2 + 2 + 1) × 200.00 = 1,000.00'],
    ],
    [
      // 3 × 150 = 450
      'custody',
      line(
        'custody',
        45000n,
        [figure('dates', '2026-10-01 2026-10-02 2026-10-09'), figure('rate', '150')],
        {
          unitPrice: decimal('150'),
        },
      ),
      [],
      ['days: 3', 'amount: 3 × 150.00 = 450.00'],
    ],
    [
      // 4,100 × 0.0333 = 136.53
      'discount',
      line('discount', -13653n, [figure('lines_sum', '4100'), figure('discount_rate', '0.0333')]),
      [SALARY],
      ['line 1: 4,100.00', 'amount: 4,100.00 × (−0.0333) = −136.53'],
    ],
    [
      // 9,000 × 20 / 31 = 5,806.4516; − 4,100 = 1,706.4516 → 1,706.45
      'minimum',
      line('minimum', 170645n, [
        figure('minimum_fee', '9000'),
        figure('active_days', '20'),
        figure('period_days', '31'),
        figure('lines_sum', '4100'),
      ]),
      [SALARY],
      [
        'minimum: 9,000.00 × 20 / 31 ≈ 5,806.451613 → 5,806.45',
        'line 1: 4,100.00',
        'amount: 9,000.00 × 20 / 31 − 4,100.00 ≈ 1,706.451613 → 1,706.45',
      ],
    ],
    [
      'adjustment',
      line('adjustment', -30000n, [figure('reason', 'refund', 'A1')], {
        unitPrice: decimal('-300'),
      }),
      [],
      ['amount: −300.00'],
    ],
  ])('%s', (_title, of, before, steps) => {
    expect(explained(of, before)).toEqual({ steps, doubts: [] });
  });
});

describe('an amount that the figures do not come to is said to be an error of this program', () => {
  it('one fen too much', () => {
    expect(explained({ ...SALARY, amount: 410001n }).doubts).toEqual([
      'the figures come to 4,100.00, and the line says 4,100.01: an error of this program, please report it',
    ]);
  });

  it('a sum that is not that of the lines above', () => {
    const discount = line('discount', -13653n, [
      figure('lines_sum', '4100'),
      figure('discount_rate', '0.0333'),
    ]);
    expect(explained(discount, [SALARY]).doubts).toEqual([]);
    expect(explained(discount, [SALARY, SALARY]).doubts).toHaveLength(1);
  });
});

it('a reversed line is the line that it negates, and the negation', () => {
  const reversed = { ...SALARY, quantity: SALARY.quantity.negated(), amount: -410000n };
  const { steps, doubts } = explainReversedLine(
    { position: 1, line: reversed },
    { currency: CNY, say: sayIn('zh'), before: [] },
  );
  expect(steps.map(shown)).toEqual([
    '月数: 20.5 / 26 ≈ 0.788462',
    '金额: 20.5 / 26 × 5,200.00 = 4,100.00',
    '冲销: −(4,100.00) = −4,100.00',
  ]);
  expect(doubts).toEqual([]);
});
