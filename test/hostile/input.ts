/**
 * A good month of five merchants, one for each plan. Every id carries its merchant's digit (`O1-2` is an order
 * of `M1`), so that whose rows a mutation touches can be read from the rows themselves.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const CONTRACT_HEADER =
  'contract_id,merchant_id,store_id,plan,role,starts_on,ends_on,currency,seats,rate,standard_days,hours_per_day,appraisal_share,appraisal_from,commission_rate,partial_refunds,overflow_rate,window_start,window_end,discount_rate,minimum_fee,tax_rate,tax_included,payment_terms';

const PROVIDER = {
  name: 'Qinghe Customer Service Co.',
  tax_id: '91330100MA00000001',
  address: '18 Wensan Road Hangzhou',
  bank_name: 'Example Bank Hangzhou Branch',
  bank_account: '6222000000000001',
  time_zone: 'Asia/Shanghai',
  language: 'zh-en',
};

const DAYS = ['10', '11', '12'];

function shift(merchant: number, day: string): string {
  return `W${merchant}-${day},M${merchant},,A${merchant},pre_sales,day,2026-10-${day}T09:00,2026-10-${day}T17:00,worked`;
}

const ROWS: Readonly<Record<string, readonly string[]>> = {
  'merchants.csv': [
    'merchant_id,name,legal_name,tax_id,address,email,language',
    'M1,Lotus Home,,,,,',
    'M2,云栖茶事,,,,,zh',
    'M3,"Bamboo ""Toys"", Ltd.",,,,,en',
    'M4,Pine Shoes,,,,,en',
    'M5,Maple Kids,,,,,',
  ],
  'contracts.csv': [
    CONTRACT_HEADER,
    'C1,M1,,base_commission,,2026-09-01,,CNY,,1500,,,,,0.02,,,,,,,0.06,false,net 30',
    'C2,M2,,fixed_salary,,2026-09-01,,CNY,2,5200,26,8,0.2,,,,,,,,,0.06,false,net 30',
    'C3,M3,,temporary_custody,,2026-09-01,2026-12-31,CNY,,150.5,,,,,,,,,,0.1,,0.06,true,day 15',
    'C4,M4,,event_hosting,,2026-09-01,,CNY,,200,,,,,,,,,,,,0.06,false,net 30',
    'C5,M5,,consultation_ladder,,2026-10-29,,CNY,,,,,,,,,1.25,,,,100,0.06,false,net 30',
  ],
  'contract-tiers.csv': [
    'contract_id,scale,mode,up_to,price',
    'C5,daily_consultations,,0,0',
    'C5,daily_consultations,,50,60',
    'C5,daily_consultations,,100,110',
  ],
  'event-days.csv': [
    'merchant_id,store_id,date,event,agents',
    'M4,,2026-10-10,Double 11,2',
    'M4,S4,2026-10-12,Double 11,',
  ],
  'kpi-scores.csv': ['period,contract_id,agent_id,score', '2026-10,C2,A2,1.1'],
  'adjustments.csv': [
    'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by',
    'J4-1,2026-10,M4,C4,CNY,-12.34,late start,Lin',
  ],
  'exchange-rates.csv': ['period,from_currency,to_currency,rate', '2026-10,USD,CNY,7.1234'],
  'shifts.csv': [
    'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status',
    ...[1, 2, 3].flatMap((merchant) => DAYS.map((day) => shift(merchant, day))),
  ],
  'consultations.csv': [
    'date,merchant_id,store_id,role,agent_id,consultations',
    '2026-10-29,M5,S5,pre_sales,,0',
    '2026-10-30,M5,S5,pre_sales,,51',
    '2026-10-31,M5,S5,pre_sales,A5,120',
  ],
  'orders.csv': [
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
    'O1-1,M1,S1,2026-10-10T12:00:00,10000.00,CNY,A1',
    'O1-2,M1,S1,2026-10-11T12:00:00+08:00,500.55,USD,A1',
    'O1-3,M1,S1,2026-10-12T12:00:00,300.00,CNY,',
  ],
  'refunds.csv': ['refund_id,order_id,refunded_at,amount', 'R1-1,O1-1,2026-10-20T15:00,1000.00'],
};

/** The files of the month by name. */
export const MONTH: ReadonlyMap<string, Buffer> = new Map([
  ['provider.json', Buffer.from(`${JSON.stringify(PROVIDER, null, 2)}\n`)],
  ...Object.entries(ROWS).map(([file, rows]): [string, Buffer] => [
    file,
    Buffer.from(`${rows.join('\n')}\n`),
  ]),
]);

export const MERCHANT_IDS = ['M1', 'M2', 'M3', 'M4', 'M5'] as const;

/** Tables whose rows the engine reads. */
export const FACT_FILES: ReadonlySet<string> = new Set([
  'shifts.csv',
  'consultations.csv',
  'orders.csv',
  'refunds.csv',
]);

export function writeMonth(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of MONTH) writeFileSync(join(folder, file), bytes);
  return folder;
}
