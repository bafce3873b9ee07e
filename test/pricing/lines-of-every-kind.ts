/** A line of each kind and form, priced by the rules themselves. The arithmetic stands in the tests that show them. */
import { negatedLines } from '../../src/documents/revise.js';
import { addDays, datesBetween, localDate } from '../../src/period/local-date.js';
import { calendarOf } from '../../src/pricing/calendar.js';
import type { Indicator } from '../../src/pricing/contract.js';
import type { Line } from '../../src/pricing/line.js';
import type { PricingContext } from '../../src/pricing/plans/plan.js';
import type { Contract } from '../../src/pricing/plans/registry.js';
import { priceAdjustment, priceContract } from '../../src/pricing/price-contract.js';
import { NO_USAGE, type AttendanceDay, type Sales, type Usage } from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';
import {
  attendance,
  baseCommission,
  consultationLadder,
  consultations,
  context,
  currency,
  decimal,
  eventHosting,
  fixedSalary,
  hourly,
  perConsultation,
  scores,
  shift,
  span,
  temporaryCustody,
  tiers,
  times,
} from './builders.js';

const HOUR = 3_600_000_000n;
const MINUTE = 60_000_000n;

/** All lines of a contract in October 2026. */
export function linesOf(
  contract: Contract,
  usage: Partial<Usage>,
  changes: Partial<PricingContext> = {},
): readonly Line[] {
  return priceContract(contract, { ...NO_USAGE, ...usage }, context(changes)).lines;
}

function nth(lines: readonly Line[], at: number): Line {
  const line = lines[at];
  assert(line !== undefined, `there is a line ${at}`);
  return line;
}

function sales(attributed: bigint, refunds: bigint, orders: bigint, code: string): Sales {
  const amounts = { attributed, refunds, lateRefunds: [] };
  return { currency: currency(code), attributedOrders: orders, ...amounts };
}

const flat = baseCommission('1500', { scale: 'flat', rate: decimal('0.02') });
const salaryContract = { ...fixedSalary('5200', '0.15'), appraisal: null };

/** 20.5 agent-days, and then what a discount or a minimum adds. */
function salaryWith(changes: Partial<Contract>): readonly Line[] {
  const contract = { ...salaryContract, ...changes } as Contract;
  return linesOf(contract, { attendance: attendance('A', 'day', 20.5) });
}

/** Two dates of 8 h and 2 h 20 min: 1 + 7/24 agent-days. */
function unevenDays(): AttendanceDay[] {
  const day = { agentId: 'A', shift: 'day' };
  return [
    { ...day, date: localDate('2026-10-01'), workedMicroseconds: 8n * HOUR },
    { ...day, date: localDate('2026-10-02'), workedMicroseconds: 2n * HOUR + 20n * MINUTE },
  ];
}

function ladderMonth(
  scale: 'average_daily_consultations' | 'previous_average_daily_consultations',
) {
  const steps = tiers(['32', '1200'], [null, '2400']);
  const contract = {
    ...consultationLadder(scale, steps),
    startsOn: localDate('2026-10-16'),
  };
  // 15 × 30 + 20 = 470 in 16 days
  const days = consultations('2026-10-16', [...times(15, 30), 20]);
  return nth(linesOf(contract, { consultationDays: days }), 0);
}

const daily = linesOf(
  consultationLadder('daily_consultations', tiers(['50', '60'], ['150', '150']), '1.20'),
  {
    // 29 days of 40, then 181 and 160
    consultationDays: consultations('2026-10-01', [...times(17, 40), 181, 160, ...times(12, 40)]),
  },
);

const graduated = linesOf(
  baseCommission('1500', {
    scale: 'net_sales',
    mode: 'graduated',
    tiers: tiers(['100000', '0.01'], ['200000', '0.02'], [null, '0.03']),
  }),
  { sales: [sales(25_000_000n, 0n, 500n, 'CNY')] },
);

const appraised = linesOf(
  fixedSalary('5200', '0.15'),
  { attendance: attendance('B', 'day', 20.5) },
  { achieved: scores(['B', '1.05']) },
);

const holidays = ['2026-10-01', '2026-10-02', '2026-10-03'];

/** 5,200 a month, and three times for statutory holidays, on which A worked three whole days. */
const holidayLines = linesOf(
  {
    ...salaryContract,
    surcharges: [
      {
        name: 'holidays',
        dayTag: 'statutory_holiday',
        window: { startMinute: 0, endMinute: 1_440 },
        multiplier: decimal('3'),
      },
    ],
  },
  {
    attendance: attendance('A', 'day', 3),
    shifts: holidays.map((date) => shift('A', date, 9, '8')),
  },
  {
    calendar: calendarOf(
      holidays.map((date) => ({ date: localDate(date), tag: 'statutory_holiday' })),
    ),
  },
);

/** 25 an hour, 1.3 times before 08:00; eight shifts of 8 hours from 03:00, 5 of them at night. */
const nightLines = linesOf(
  {
    ...hourly('25', '4'),
    surcharges: [
      {
        name: 'night',
        dayTag: null,
        window: { startMinute: 1_320, endMinute: 480 },
        multiplier: decimal('1.3'),
      },
    ],
  },
  {
    shifts: Array.from({ length: 8 }, (_, at) => shift('A', `2026-10-0${at + 1}`, 3, '8')),
  },
);

/** 3,420 consultations: 30 days of 110 and one of 120. */
const manyConsultations = {
  consultationDays: consultations('2026-10-01', [...times(30, 110), 120]),
};

const packageLines = linesOf(
  perConsultation('3500', '3100', 'volume', tiers([null, '2'])),
  manyConsultations,
);

const pieceLines = linesOf(
  perConsultation(null, '0', 'graduated', tiers(['2000', '0.8'], [null, '0.6'])),
  manyConsultations,
);

const charged = linesOf(
  {
    ...eventHosting('200'),
    charges: [
      {
        chargeId: 'SETUP',
        frequency: 'once',
        startsOn: localDate('2026-10-05'),
        endsOn: null,
        quantity: decimal('1'),
        unitPrice: decimal('3000'),
        isProrated: false,
        description: 'Set-up',
      },
      {
        chargeId: 'SEATS',
        frequency: 'monthly',
        startsOn: localDate('2026-10-16'),
        endsOn: null,
        quantity: decimal('2'),
        unitPrice: decimal('200'),
        isProrated: true,
        description: 'Extra accounts',
      },
    ],
  },
  {},
);

/** Conversion has the weight 60 and 85 points, the response time 40 and 80. */
const byIndicators = linesOf(
  {
    ...salaryContract,
    appraisal: {
      share: decimal('0.15'),
      from: null,
      indicators: [indicator('conversion', '60', '85'), indicator('response time', '40', '80')],
    },
  },
  { attendance: attendance('A', 'day', 26) },
  {
    achieved: {
      scores: new Map(),
      indicatorValues: ['conversion', 'response time'].map((name) => ({
        agentId: null,
        indicator: name,
        value: decimal('1'),
      })),
    },
  },
);

function indicator(name: string, weight: string, points: string): Indicator {
  const bands = [{ from: decimal('0.5'), points: decimal(points) }];
  return { name, weight: decimal(weight), bands };
}

export const LINES = {
  salary: nth(salaryWith({}), 0),
  salaryOfOneDay: nth(linesOf(salaryContract, { attendance: attendance('A', 'day', 1) }), 0),
  salaryOfEndlessDays: nth(linesOf(salaryContract, { attendance: unevenDays() }), 0),
  salaryByWorkload: nth(
    linesOf(
      {
        ...salaryContract,
        rate: null,
        workload: tiers(['100', '4800'], ['120', '5200'], [null, '5600']),
      },
      {
        attendance: attendance('A', 'day', 26),
        consultationDays: consultations('2026-10-01', times(31, 100)),
      },
    ),
    0,
  ),
  appraisal: nth(appraised, 1),
  appraisalByIndicators: nth(byIndicators, 1),
  cap: nth(salaryWith({ seats: decimal('0.5') }), 1),
  base: nth(linesOf(flat, { attendance: attendance('A', 'evening', 13) }), 0),
  baseBeyondAMonth: nth(linesOf(flat, { attendance: attendance('A', 'day', 27) }), 0),
  commission: nth(
    linesOf(flat, {
      sales: [
        {
          ...sales(12_800_000n, 640_000n, 400n, 'CNY'),
          lateRefunds: [{ orderPeriod: '2026-09', amount: 160_000n }],
        },
      ],
    }),
    0,
  ),
  commissionCap: nth(
    linesOf(
      { ...flat, commissionCap: decimal('2000') },
      {
        sales: [sales(12_000_000n, 0n, 400n, 'CNY')],
      },
    ),
    1,
  ),
  commissionOfDollars: nth(
    linesOf(flat, { sales: [sales(100_000n, 0n, 10n, 'USD')] }, { rates: () => decimal('7.1') }),
    0,
  ),
  commissionByAverage: nth(
    linesOf(
      baseCommission('1500', {
        scale: 'average_order_value',
        tiers: tiers(['500', '0.03'], [null, '0.04']),
      }),
      { sales: [sales(100_000n, 0n, 3n, 'CNY'), sales(10_000n, 0n, 1n, 'USD')] },
      { rates: () => decimal('7.12345') },
    ),
    0,
  ),
  commissionByVolume: nth(
    linesOf(
      baseCommission('1500', {
        scale: 'net_sales',
        mode: 'volume',
        tiers: tiers(['100000', '0.01'], ['200000', '0.02'], [null, '0.03']),
      }),
      { sales: [sales(15_000_000n, 0n, 300n, 'CNY')] },
    ),
    0,
  ),
  firstSlice: nth(graduated, 0),
  middleSlice: nth(graduated, 1),
  lastSlice: nth(graduated, 2),
  ladderDays: nth(daily, 0),
  ladderLastTier: nth(daily, 1),
  overflow: nth(daily, 2),
  ladderMonth: ladderMonth('average_daily_consultations'),
  ladderFirstMonth: ladderMonth('previous_average_daily_consultations'),
  hours: nth(
    linesOf(hourly('25', '4'), {
      shifts: [
        shift('A', '2026-10-01', 9, '7.5'),
        shift('A', '2026-10-02', 9, '8'),
        shift('A', '2026-10-03', 9, '2'),
      ],
    }),
    0,
  ),
  fee: nth(packageLines, 0),
  consultationsBeyond: nth(packageLines, 1),
  firstPieces: nth(pieceLines, 0),
  lastPieces: nth(pieceLines, 1),
  surchargeOfDays: nth(holidayLines, 1),
  surchargeOfHours: nth(nightLines, 1),
  event: nth(
    linesOf(
      eventHosting('200'),
      {
        eventDays: [2n, 2n, 1n].map((agents, at) => ({
          event: 'Double 11',
          date: addDays(localDate('2026-11-10'), at),
          agents,
        })),
      },
      { span: span('2026-11') },
    ),
    0,
  ),
  custody: nth(
    linesOf(temporaryCustody('150', null), {
      custodyDays: [
        ...datesBetween(localDate('2026-10-01'), localDate('2026-10-03')),
        localDate('2026-10-07'),
      ].map((date) => ({ agentId: 'A', date })),
    }),
    0,
  ),
  discount: nth(salaryWith({ discountRate: decimal('0.0333') }), 1),
  minimum: nth(salaryWith({ minimumFee: decimal('9000'), startsOn: localDate('2026-10-12') }), 1),
  maximum: nth(salaryWith({ maximumFee: decimal('3000') }), 1),
  chargeOnce: nth(charged, 0),
  chargeInPart: nth(charged, 1),
  adjustment: nth(
    priceAdjustment(
      {
        record: 1,
        adjustmentId: 'ADJ-1',
        merchantId: 'M1',
        contractId: 'C1',
        currency: currency('CNY'),
        amount: -30_000n,
        reason: 'late start',
        approvedBy: 'Lin',
      },
      [salaryContract],
      span('2026-10'),
    ).lines,
    0,
  ),
} as const satisfies Record<string, Line>;

export const REVERSED_SALARY: Line = nth(negatedLines([LINES.salary]), 0);
