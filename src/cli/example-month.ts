/**
 * A month that bills as it stands, to start from: one merchant a plan, all of them invented.
 *
 * Cells are as our tables have them; whoever writes them puts headers and words of closed lists into
 * the language of the person.
 */
import { addDays, datesBetween, type LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import type { Words } from '../words/in-language.js';

/** Rows by column; a column that is not named is blank. */
export type ExampleRow = Readonly<Record<string, string>>;
/** Rows by table. */
export type ExampleMonth = Readonly<Record<string, readonly ExampleRow[]>>;

type Example = Words['example'];

export function exampleMonth(period: Period, words: Example): ExampleMonth {
  const dates = datesBetween(period.firstDay, period.lastDay);
  return {
    merchants: Object.entries(words.merchants).map(([id, name]) => ({ merchant_id: id, name })),
    contracts: contracts(period, words),
    'contract-tiers': TIERS,
    'kpi-scores': [
      { period: period.id, contract_id: 'C01', agent_id: words.agents.A1, score: '1.05' },
    ],
    'event-days': dates
      .slice(9, 12)
      .map((date) => ({ merchant_id: 'M04', date, event: words.event, agents: '2' })),
    shifts: shifts(dates, words),
    consultations: dates.flatMap((date, day) => [
      consultationsOf('M03', date, LADDER_DAYS[day % LADDER_DAYS.length] ?? 0),
      consultationsOf('M07', date, PACKAGE_DAY),
    ]),
    ...sales(period, words),
  };
}

function contracts({ firstDay }: Period, words: Example): ExampleRow[] {
  const priced: readonly ExampleRow[] = [
    { plan: 'fixed_salary', rate: '5200', appraisal_share: '0.15' },
    { plan: 'base_commission', rate: '1500', commission_rate: '0.02' },
    { plan: 'consultation_ladder', overflow_rate: '1.20' },
    { plan: 'event_hosting', rate: '200' },
    { plan: 'temporary_custody', rate: '150' },
    { plan: 'hourly', rate: '25', minimum_hours: '4' },
    { plan: 'per_consultation', rate: '3500', included_consultations: '3100' },
  ];
  const shared = { starts_on: firstDay, currency: 'CNY', tax_rate: '0.06', tax_included: 'false' };
  return priced.map((prices, at) => ({
    contract_id: `C0${at + 1}`,
    merchant_id: `M0${at + 1}`,
    ...shared,
    payment_terms: words.terms,
    ...prices,
  }));
}

/** C03 by the day's consultations, C07 by those beyond its package. */
const TIERS: readonly ExampleRow[] = [
  ...[
    ['50', '60'],
    ['100', '110'],
    ['150', '150'],
  ].map(([upTo = '', price = '']) => tier('C03', 'daily_consultations', upTo, price)),
  tier('C07', 'monthly_consultations', '', '2'),
];

function tier(contractId: string, scale: string, upTo: string, price: string): ExampleRow {
  return { contract_id: contractId, scale, up_to: upTo, price };
}

/** A week of M03: four days in the first step, two in the second, and one in the third. */
const LADDER_DAYS = [38, 45, 41, 62, 49, 88, 120];
/** Of M07: 110 a day are more than 3,100 in every month of 29 days or more. */
const PACKAGE_DAY = 110;

function consultationsOf(merchantId: string, date: LocalDate, count: number): ExampleRow {
  return { date, merchant_id: merchantId, role: 'pre_sales', consultations: String(count) };
}

/** M01 and M02 on six days of seven, M06 on the seventh, M05 on the month's last two days. */
function shifts(dates: readonly LocalDate[], { agents, shifts: names }: Example): ExampleRow[] {
  const worked = dates.filter((_, day) => day % 7 !== 6);
  const others = dates.filter((_, day) => day % 7 === 6 || day === dates.length - 1);
  return [
    ...worked.map((date) => shiftOf('M01', agents.A1, names.day, date, '09:00', '17:00')),
    ...worked.map((date) => shiftOf('M02', agents.A2, names.evening, date, '16:00', '24:00')),
    ...dates.slice(-2).map((date) => shiftOf('M05', agents.A3, names.day, date, '08:00', '16:00')),
    ...others.map((date) => shiftOf('M06', agents.A4, names.evening, date, '18:00', '23:30')),
  ].map((shift, at) => ({ shift_id: `SH${String(at + 1).padStart(3, '0')}`, ...shift }));
}

function shiftOf(
  merchantId: string,
  agent: string,
  shift: string,
  date: LocalDate,
  starts: string,
  ends: string,
): ExampleRow {
  const times = { starts_at: `${date} ${starts}`, ends_at: `${date} ${ends}` };
  const who = { merchant_id: merchantId, agent_id: agent, role: 'pre_sales' };
  return { ...who, shift, ...times, status: 'worked' };
}

/** Of M02: four orders that its agent led to, a silent one, and a refund of one of the four. */
function sales({ firstDay, lastDay }: Period, { agents }: Example): ExampleMonth {
  const orders: readonly (readonly [day: LocalDate, amount: string, agent: string])[] = [
    [firstDay, '1280.00', agents.A2],
    [addDays(firstDay, 7), '398.50', agents.A2],
    [addDays(firstDay, 14), '2650.00', ''],
    [addDays(firstDay, 20), '899.00', agents.A2],
    [lastDay, '1560.00', agents.A2],
  ];
  const orderId = (at: number): string => `35152001100000000${at + 1}1`;
  return {
    orders: orders.map(([date, amount, agent], at) => ({
      order_id: orderId(at),
      merchant_id: 'M02',
      paid_at: `${date} 14:30`,
      amount,
      currency: 'CNY',
      agent_id: agent,
    })),
    refunds: [
      {
        refund_id: 'R001',
        order_id: orderId(1),
        refunded_at: `${addDays(firstDay, 9)} 10:00`,
        amount: '98.50',
      },
    ],
  };
}
