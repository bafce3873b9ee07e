import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import type { ContractCells, PlanColumn } from '../../src/pricing/contract-cells.js';
import { NO_ATTACHMENTS, type ScaleTiers } from '../../src/pricing/contract-reader.js';
import type { Scale } from '../../src/pricing/contract.js';
import { definitionOf, PLAN_COLUMNS, PLANS, type Plan } from '../../src/pricing/plans/registry.js';
import { readContract, type ReadContract } from '../../src/pricing/read-contract.js';
import { assert } from '../../src/problem.js';
import { currency, decimal, tiers } from './builders.js';

const BLANK: Omit<ContractCells, 'plan'> = {
  record: 7,
  contract_id: 'C1',
  merchant_id: 'M1',
  store_id: null,
  role: null,
  starts_on: localDate('2026-01-01'),
  ends_on: null,
  currency: currency('CNY'),
  seats: null,
  rate: null,
  standard_days: null,
  hours_per_day: null,
  appraisal_share: null,
  appraisal_from: null,
  commission_rate: null,
  partial_refunds: null,
  overflow_rate: null,
  window_start: null,
  window_end: null,
  discount_rate: null,
  minimum_fee: null,
  maximum_fee: null,
  commission_cap: null,
  included_consultations: null,
  minimum_hours: null,
  rounding_minutes: null,
  tax_rate: decimal('0.06'),
  tax_included: false,
  payment_terms: { kind: 'net', days: 30 },
};

/** A cell that each column accepts. */
const FILLED: Readonly<Pick<ContractCells, PlanColumn>> = {
  seats: decimal('2'),
  rate: decimal('200'),
  standard_days: decimal('22'),
  hours_per_day: decimal('10'),
  appraisal_share: decimal('0.15'),
  appraisal_from: localDate('2026-02-01'),
  commission_rate: decimal('0.02'),
  partial_refunds: 'exclude',
  overflow_rate: decimal('1.2'),
  window_start: 9 * 60,
  window_end: 22 * 60,
  commission_cap: decimal('3000'),
  included_consultations: decimal('1000'),
  minimum_hours: decimal('4'),
  rounding_minutes: decimal('15'),
};

function scale(name: Scale, isGraduated = false): [Scale, ScaleTiers] {
  return [name, { tiers: tiers(['50', '1'], [null, '2']), isGraduated, record: 3 }];
}

function read(
  plan: Plan,
  cells: Partial<ContractCells>,
  ...scales: [Scale, ScaleTiers][]
): ReadContract {
  return readContract(
    { ...BLANK, ...cells, plan },
    {
      ...NO_ATTACHMENTS,
      tiersByScale: new Map(scales),
    },
  );
}

function problemsOf(of: ReadContract): string[] {
  return of.problems.map(({ code, column }) => `${code} ${column ?? ''}`);
}

/** Every cell that a plan takes, and the first of its scales with which it is a contract, if it needs one. */
function whole(plan: Plan): [Partial<ContractCells>, ...[Scale, ScaleTiers][]] {
  const { columns, scales } = definitionOf(plan);
  const cells = Object.fromEntries(columns.map((column) => [column, FILLED[column]]));
  const found = [[], ...scales.map((name) => [scale(name)])].find(
    (tiersOfPlan) => read(plan, cells, ...tiersOfPlan).contract !== null,
  );
  assert(found !== undefined, `${plan} can be a contract`);
  return [cells, ...found];
}

describe.each(PLANS)('%s', (plan) => {
  const [cells, ...scales] = whole(plan);

  it('is a contract of the cells that it takes, for pre-sales, in all stores, without an end', () => {
    const { contract, problems } = read(plan, cells, ...scales);
    expect(problems).toEqual([]);
    expect(contract).toMatchObject({
      plan,
      contractId: 'C1',
      role: 'pre_sales',
      storeId: null,
      endsOn: null,
    });
  });

  it.each(PLAN_COLUMNS.filter((column) => !definitionOf(plan).columns.includes(column)))(
    'has a problem where %s is filled, which it does not use',
    (column) => {
      const filled = read(plan, { ...cells, [column]: FILLED[column] }, ...scales);
      expect(filled.contract).toBeNull();
      expect(problemsOf(filled)).toEqual([`cell-unused ${column}`]);
    },
  );

  it('has a problem at tiers that it does not use, in their own file', () => {
    const unused = definitionOf(plan).scales.includes('consultations_per_agent_day')
      ? scale('daily_consultations')
      : scale('consultations_per_agent_day');
    const { contract, problems } = read(plan, cells, ...scales, unused);
    expect(contract).toBeNull();
    expect(problems).toMatchObject([
      { code: 'tiers-unused', file: 'contract-tiers.csv', record: 3, merchantId: 'M1' },
    ]);
  });

  it('has a problem where it ends before it starts', () => {
    const backwards = read(plan, { ...cells, ends_on: localDate('2025-12-31') }, ...scales);
    expect(problemsOf(backwards)).toEqual(['contract-dates ends_on']);
    const oneDay = read(plan, { ...cells, ends_on: localDate('2026-01-01') }, ...scales);
    expect(oneDay.problems).toEqual([]);
  });
});

describe.each([
  'fixed_salary',
  'base_commission',
  'event_hosting',
  'temporary_custody',
  'hourly',
] as const)('%s', (plan) => {
  it('needs a rate', () => {
    const { contract, problems } = read(plan, { ...whole(plan)[0], rate: null });
    expect(contract).toBeNull();
    expect(problems).toMatchObject([
      { code: 'cell-blank', file: 'contracts.csv', record: 7, column: 'rate', merchantId: 'M1' },
    ]);
  });
});

describe('a monthly price per agent', () => {
  it('is of 26 days of 8 hours, without a cap, where nothing is said', () => {
    expect(read('fixed_salary', { rate: decimal('5200') }).contract).toMatchObject({
      standardDays: decimal('26'),
      hoursPerDay: decimal('8'),
      seats: null,
      workload: null,
      appraisal: null,
    });
  });

  it('may be priced by workload tiers in place of a rate', () => {
    const { contract } = read('fixed_salary', {}, scale('consultations_per_agent_day'));
    expect(contract).toMatchObject({ rate: null, workload: [{ upTo: decimal('50') }, {}] });
  });

  it('is not appraised from a date without a share', () => {
    const dated = { rate: decimal('5200'), appraisal_from: localDate('2026-02-01') };
    expect(problemsOf(read('fixed_salary', dated))).toEqual(['cell-unused appraisal_from']);
    const share = { ...dated, appraisal_share: decimal('0.15') };
    expect(read('fixed_salary', share).contract).toMatchObject({
      appraisal: { share: decimal('0.15'), from: '2026-02-01' },
    });
  });
});

describe('the commission', () => {
  const rate = decimal('1500');

  it.each([
    ['volume', false],
    ['graduated', true],
  ] as const)('by net sales is %s where its tiers say so: %s', (mode, isGraduated) => {
    const { contract } = read('base_commission', { rate }, scale('net_sales', isGraduated));
    expect(contract).toMatchObject({
      commission: { scale: 'net_sales', mode },
      partialRefunds: 'deduct',
    });
  });

  it('is exactly one of a rate and the two scales', () => {
    const share = { rate, commission_rate: decimal('0.02') };
    const [sales, value] = [scale('net_sales'), scale('average_order_value')];
    expect(problemsOf(read('base_commission', { rate }))).toEqual([
      'tiers-missing commission_rate',
    ]);
    expect(problemsOf(read('base_commission', share, sales))).toEqual([
      'cell-unused commission_rate',
    ]);
    expect(problemsOf(read('base_commission', { rate }, sales, value))).toEqual([
      'cell-unused commission_rate',
    ]);
    expect(read('base_commission', { rate }, value).contract).toMatchObject({
      commission: { scale: 'average_order_value' },
    });
  });
});

describe('a ladder', () => {
  it('has tiers of exactly one scale', () => {
    const [daily, average] = [scale('daily_consultations'), scale('average_daily_consultations')];
    expect(problemsOf(read('consultation_ladder', {}))).toEqual(['tiers-missing plan']);
    expect(problemsOf(read('consultation_ladder', {}, daily, average))).toEqual([
      'tiers-missing plan',
    ]);
    expect(read('consultation_ladder', {}, daily).contract).toMatchObject({
      scale: 'daily_consultations',
      overflowRate: null,
    });
  });

  it('has an overflow rate only by day', () => {
    const cells = { overflow_rate: decimal('1.2') };
    const average = read('consultation_ladder', cells, scale('average_daily_consultations'));
    expect(problemsOf(average)).toEqual(['cell-unused overflow_rate']);
    const daily = read('consultation_ladder', cells, scale('daily_consultations'));
    expect(daily.contract).toMatchObject({ overflowRate: decimal('1.2') });
  });
});

describe('custody', () => {
  const rate = decimal('150');

  it('is from 08:00 to 24:00 where nothing is said', () => {
    expect(read('temporary_custody', { rate }).contract).toMatchObject({
      window: { startMinute: 8 * 60, endMinute: 24 * 60 },
      seats: null,
    });
  });

  it('counts whole agents', () => {
    const half = read('temporary_custody', { rate, seats: decimal('1.5') });
    expect(problemsOf(half)).toEqual(['number-out-of-range seats']);
    expect(read('temporary_custody', { rate, seats: decimal('2') }).contract).toMatchObject({
      seats: 2,
    });
  });

  it('has a window that may run over midnight, and has a length', () => {
    const night = read('temporary_custody', { rate, window_start: 1_320, window_end: 360 });
    expect(night.contract).toMatchObject({ window: { startMinute: 1_320, endMinute: 360 } });
    const cells = { rate, window_start: 600, window_end: 600 };
    expect(problemsOf(read('temporary_custody', cells))).toEqual([
      'number-out-of-range window_end',
    ]);
  });
});
