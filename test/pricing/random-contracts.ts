/** Contracts of any plan in the registry, and a month of whatever facts they may be priced from. */
import fc from 'fast-check';
import { Rational } from '../../src/money/rational.js';
import { addDays, datesBetween, localDate, type LocalDate } from '../../src/period/local-date.js';
import { activeDates } from '../../src/period/period.js';
import { calendarOf } from '../../src/pricing/calendar.js';
import type { ContractCells, PlanColumn } from '../../src/pricing/contract-cells.js';
import type { ContractAttachments, ScaleTiers } from '../../src/pricing/contract-reader.js';
import {
  SCALES,
  type Charge,
  type Indicator,
  type Scale,
  type Surcharge,
  type Tier,
} from '../../src/pricing/contract.js';
import type { PricingContext } from '../../src/pricing/plans/plan.js';
import { definitionOf, type Contract, type Plan } from '../../src/pricing/plans/registry.js';
import { readContract } from '../../src/pricing/read-contract.js';
import type { AttendanceDay, Sales, Usage, WorkedShift } from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';
import { currency, span } from './builders.js';

export interface RandomMonth {
  readonly contract: Contract;
  readonly usage: Usage;
  readonly context: PricingContext;
}

const OCTOBER = span('2026-10');
const DATES = datesBetween(OCTOBER.period.firstDay, OCTOBER.period.lastDay);
const TAG = 'statutory_holiday';
const MINUTE = 60_000_000n;
const ZERO = Rational.ZERO;
const AGENTS = ['A', 'B', 'C', 'D'] as const;
const CURRENCIES = ['CNY', 'USD', 'JPY', 'KWD'] as const;

const agent = fc.constantFrom(...AGENTS);
const date = fc.constantFrom(...DATES);

/** 0 to `max`, with up to so many digits behind the point; contracts may have any number of them. */
function decimals(max: number, digits = 3): fc.Arbitrary<Rational> {
  const scale = 10n ** BigInt(digits);
  return fc
    .bigInt({ min: 0n, max: BigInt(max) * scale })
    .map((scaled) => Rational.of(scaled, scale));
}

const price = fc.oneof(decimals(9_000, 2), decimals(300, 4), decimals(50, 15));
const share = fc.oneof(decimals(1, 2), decimals(1, 5), decimals(1, 14));
const aboveZero = decimals(40, 1).map((value) => (value.isZero() ? Rational.ONE : value));

const COLUMNS: { readonly [Column in PlanColumn]: fc.Arbitrary<ContractCells[Column]> } = {
  seats: fc.oneof(
    decimals(4, 1),
    fc.constantFrom(1n, 2n).map((seats) => Rational.of(seats)),
  ),
  rate: price,
  standard_days: aboveZero,
  hours_per_day: aboveZero,
  appraisal_share: share,
  appraisal_from: fc.constantFrom(localDate('2026-09-01'), localDate('2026-11-01')),
  commission_rate: share,
  partial_refunds: fc.constantFrom('deduct', 'exclude'),
  overflow_rate: price,
  window_start: fc.constantFrom(0, 480),
  window_end: fc.constantFrom(960, 1_440),
  commission_cap: price,
  included_consultations: decimals(3_000, 1),
  minimum_hours: decimals(5, 1),
  rounding_minutes: fc.constantFrom(7n, 15n, 60n).map((minutes) => Rational.of(minutes)),
};

/** Any tiers: a last one without a limit, or a daily ladder that ends. */
function tiersOf(scale: Scale): fc.Arbitrary<ScaleTiers> {
  const prices = scale === 'net_sales' || scale === 'average_order_value' ? share : price;
  const limits = fc.uniqueArray(fc.bigInt({ min: 1n, max: 9_000n }), { maxLength: 4 });
  return fc
    .tuple(limits, fc.array(prices, { minLength: 5, maxLength: 5 }), fc.boolean(), fc.boolean())
    .map(([unsorted, of, isGraduated, isOpen]) => {
      const sorted = unsorted.sort((left, right) => (left < right ? -1 : 1));
      const isEndless = isOpen || sorted.length === 0 || scale !== 'daily_consultations';
      const upTo = [...sorted.map((limit) => Rational.of(limit)), ...(isEndless ? [null] : [])];
      const [first, ...rest] = upTo.map((limit, at): Tier => ({
        upTo: limit,
        price: of[at] ?? Rational.ONE,
      }));
      assert(first !== undefined, 'there is a first tier');
      return { tiers: [first, ...rest] as const, isGraduated, record: 1 };
    });
}

const SCALE_TIERS = Object.fromEntries(SCALES.map((scale) => [scale, tiersOf(scale)])) as Readonly<
  Record<Scale, fc.Arbitrary<ScaleTiers>>
>;

const days = fc.constantFrom(
  null,
  ...[5, 10, 25].map((after) => addDays(DATES[0] as LocalDate, after)),
);

function cellsOf(plan: Plan): fc.Arbitrary<ContractCells & { readonly plan: Plan }> {
  const used: readonly string[] = definitionOf(plan).columns;
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([column, arbitrary]) => [
      column,
      used.includes(column)
        ? fc.option<unknown>(arbitrary, { freq: column === 'rate' ? 20 : 3 })
        : fc.constant(null),
    ]),
  ) as { readonly [Column in PlanColumn]: fc.Arbitrary<ContractCells[Column] | null> };
  return fc.record({
    ...columns,
    plan: fc.constant(plan),
    record: fc.constant(1),
    contract_id: fc.constant('C1'),
    merchant_id: fc.constant('M1'),
    store_id: fc.constant(null),
    role: fc.constant(null),
    starts_on: days.map((day) => day ?? localDate('2026-01-01')),
    ends_on: days,
    currency: fc.constantFrom('CNY', 'JPY', 'KWD').map(currency),
    discount_rate: fc.option(share),
    minimum_fee: fc.option(price),
    maximum_fee: fc.option(price),
    tax_rate: decimals(1, 2),
    tax_included: fc.boolean(),
    payment_terms: fc.constant({ kind: 'net', days: 30 } as const),
  });
}

/** None or one of the scales that a plan takes, and perhaps the workload beside it. */
function scalesOf(plan: Plan): fc.Arbitrary<[Scale, ScaleTiers][]> {
  const { scales } = definitionOf(plan);
  const own = scales.filter((scale) => scale !== 'consultations_per_agent_day');
  const beside = scales.filter((scale) => scale === 'consultations_per_agent_day');
  const tier = (of: readonly Scale[]): fc.Arbitrary<[Scale, ScaleTiers] | null> =>
    of.length === 0
      ? fc.constant(null)
      : fc.option(
          fc
            .constantFrom(...of)
            .chain((scale) =>
              SCALE_TIERS[scale].map((tiers): [Scale, ScaleTiers] => [scale, tiers]),
            ),
        );
  return fc
    .tuple(tier(own), tier(beside))
    .map((found) => found.filter((one): one is [Scale, ScaleTiers] => one !== null));
}

const multiplier = decimals(2, 2).map((more) => more.plus(Rational.of(101n, 100n)));

const surcharges: fc.Arbitrary<Surcharge[]> = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('night', '节假日', 'sale'),
    dayTag: fc.constantFrom(null, TAG),
    window: fc.constantFrom(
      { startMinute: 0, endMinute: 1_440 },
      { startMinute: 1_320, endMinute: 480 },
    ),
    multiplier,
  }),
  { selector: ({ name }) => name, maxLength: 3 },
);

const charges: fc.Arbitrary<Charge[]> = fc.array(
  fc.record({
    chargeId: fc.constantFrom('SETUP', 'SEATS'),
    frequency: fc.constantFrom('once', 'monthly'),
    startsOn: fc.constantFrom(localDate('2026-01-01'), localDate('2026-10-16')),
    endsOn: fc.constantFrom(null, localDate('2026-10-20')),
    quantity: decimals(5, 1),
    unitPrice: price,
    isProrated: fc.boolean(),
    description: fc.constant('Extra accounts'),
  }),
  { maxLength: 2 },
);

const INDICATORS = ['conversion', '响应时间'] as const;
const points = decimals(200, 1);

const indicators: fc.Arbitrary<Indicator[]> = fc
  .tuple(...INDICATORS.map((name) => fc.tuple(fc.constant(name), decimals(40, 1), points, points)))
  .map((of) =>
    of.map(([name, weight, low, high]) => ({
      name,
      // a sum of weights above 0
      weight: weight.plus(Rational.ONE),
      bands: [
        { from: Rational.of(1n, 10n), points: low },
        { from: Rational.of(1n, 2n), points: high },
      ],
    })),
  );

/** What other tables say of a contract, where its plan may have it. */
function attachmentsOf(plan: Plan): fc.Arbitrary<ContractAttachments> {
  const { facts, columns } = definitionOf(plan);
  const none = fc.constant([]);
  return fc.record({
    tiersByScale: scalesOf(plan).map((scales) => new Map(scales)),
    surcharges: facts.includes('shifts') ? surcharges : none,
    charges,
    indicators: columns.includes('appraisal_share') ? fc.oneof(none, indicators) : none,
  });
}

/** Only what reads as a contract of the plan. */
function contractOf(plan: Plan): fc.Arbitrary<Contract> {
  return fc
    .tuple(cellsOf(plan), attachmentsOf(plan))
    .map(([cells, attachments]) => readContract(cells, attachments).contract)
    .filter((contract) => contract !== null);
}

const shiftName = fc.constantFrom('day', 'evening');
// whole minutes; 7 of them are a share of a day that does not end
const worked = fc.bigInt({ min: 0n, max: 900n }).map((minutes) => minutes * MINUTE);

const attendance: fc.Arbitrary<AttendanceDay[]> = fc.array(
  fc.record({ agentId: agent, shift: shiftName, date, workedMicroseconds: worked }),
  { maxLength: 60 },
);

const shifts: fc.Arbitrary<WorkedShift[]> = fc.array(
  fc
    .tuple(agent, shiftName, date, worked, fc.bigInt({ min: 0n, max: 500n }))
    .map(([agentId, shift, of, length, startMinute]) => ({
      agentId,
      shift,
      date: of,
      workedMicroseconds: length,
      clock: [{ start: startMinute * MINUTE, length }],
    })),
  { maxLength: 20 },
);

function sales(code: (typeof CURRENCIES)[number]): fc.Arbitrary<Sales> {
  const amount = fc.bigInt({ min: 0n, max: 9_000_000n });
  return fc.record({
    currency: fc.constant(currency(code)),
    attributedOrders: fc.bigInt({ min: 0n, max: 90n }),
    attributed: amount,
    refunds: fc.oneof(fc.constant(0n), amount),
    lateRefunds: fc.array(
      fc.record({ orderPeriod: fc.constantFrom('2026-09', '2026-08'), amount }),
      { maxLength: 2 },
    ),
  });
}

function usageOf(contract: Contract): fc.Arbitrary<Usage> {
  const { first, last, days: count } = activeDates(OCTOBER, contract.startsOn, contract.endsOn);
  const active = count === 0 ? [] : datesBetween(first, last);
  const asked = fc.bigInt({ min: 0n, max: 400n });
  return fc.record({
    attendance,
    shifts,
    custodyDays: fc.uniqueArray(fc.record({ agentId: agent, date }), {
      selector: (day) => JSON.stringify(day),
      maxLength: 40,
    }),
    consultationDays: fc
      .tuple(...active.map(() => asked))
      .map((counts) => active.map((day, at) => ({ date: day, consultations: counts[at] ?? 0n }))),
    previousConsultationDays: asked.map((consultations) => [
      { date: localDate('2026-09-30'), consultations },
    ]),
    eventDays: fc.uniqueArray(
      fc.record({
        event: fc.constantFrom('Sale', '双十一'),
        date,
        agents: fc.bigInt({ min: 1n, max: 9n }),
      }),
      { selector: ({ event, date: day }) => `${event} ${day}`, maxLength: 20 },
    ),
    sales: fc.subarray([...CURRENCIES]).chain((codes) => fc.tuple<Sales[]>(...codes.map(sales))),
  });
}

/** A contract of the plan, what it is priced from, and what people keep by hand. */
export function randomMonths(plan: Plan): fc.Arbitrary<RandomMonth> {
  const scores = fc
    .tuple(...AGENTS.map(() => decimals(2, 2)))
    .map((of) => new Map<string, Rational>(AGENTS.map((id, at) => [id, of[at] ?? Rational.ONE])));
  // everybody has one value of each indicator, and A one of their own
  const indicatorValues = fc
    .tuple(...INDICATORS.map(() => decimals(1, 2)), decimals(1, 2))
    .map((of) => [
      ...INDICATORS.map((indicator, at) => ({ agentId: null, indicator, value: of[at] ?? ZERO })),
      { agentId: 'A', indicator: INDICATORS[0], value: of.at(-1) ?? ZERO },
    ]);
  return contractOf(plan).chain((contract) =>
    fc.record({
      contract: fc.constant(contract),
      usage: usageOf(contract),
      context: fc.record({
        span: fc.constant(OCTOBER),
        achieved: fc.record({ scores, indicatorValues }),
        calendar: fc
          .uniqueArray(date, { minLength: 1, maxLength: 8 })
          .map((dates) => calendarOf(dates.map((one) => ({ date: one, tag: TAG })))),
        rates: decimals(9, 5).map((rate) => () => rate),
      }),
    }),
  );
}
