/** A tiny input folder of four merchants, in the state before a correction and in the state after it. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const PROVIDER = {
  name: 'Qinghe Customer Service Co.',
  tax_id: '91330100MA00000001',
  address: '18 Wensan Road Hangzhou',
  bank_name: 'Example Bank Hangzhou Branch',
  bank_account: '6222000000000001',
  email: 'billing@qinghe.example',
  phone: '0571-00000000',
  time_zone: 'Asia/Shanghai',
  invoice_prefix: 'INV',
  settlement_days: 0,
  language: 'zh-en',
};
const CONTRACTS = [
  'contract_id,merchant_id,store_id,plan,role,starts_on,ends_on,currency,seats,rate,standard_days,hours_per_day,appraisal_share,appraisal_from,commission_rate,partial_refunds,overflow_rate,window_start,window_end,discount_rate,minimum_fee,tax_rate,tax_included,payment_terms',
  'C1,M1,,base_commission,,2026-09-01,,CNY,,1500,,,,,0.02,,,,,,,0.06,false,net 30',
  'C2,M2,,fixed_salary,,2026-09-01,,CNY,,5200,,,,,,,,,,,,0.06,false,net 30',
];
const CUSTODY = (contract: string, merchant: string): string =>
  `${contract},${merchant},,temporary_custody,,2026-09-01,,CNY,,150,,,,,,,,,,,,0.06,false,net 30`;
const SHIFT_DAYS = ['10', '11', '12'];

/** What a merchant's order is worth in each state; `extra` orders make the file longer. */
export function ordersText(isCorrected: boolean, extra = 0): string {
  const rows = [
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
    `O1,M1,S1,2026-10-10T12:00:00,${isCorrected ? '12000.00' : '10000.00'},CNY,A`,
    'O2,M1,S1,2026-10-11T12:00:00,500.00,CNY,',
    ...Array.from(
      { length: extra },
      (_, at) => `X${at},M1,S1,2026-10-12T12:00:00,${100 + (at % 50)}.00,CNY,A`,
    ),
  ];
  return `${rows.join('\n')}\n`;
}

function shiftsText(merchants: readonly string[]): string {
  const rows = merchants.flatMap((merchant) =>
    SHIFT_DAYS.map(
      (day) =>
        `W${merchant}-${day},${merchant},,A${merchant},pre_sales,day,2026-10-${day}T09:00,2026-10-${day}T17:00,worked`,
    ),
  );
  return `shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status\n${rows.join('\n')}\n`;
}

/**
 * After the correction M1 has sold more (a reversal and a new invoice), M2 is as it was, M3 is new,
 * and M4 is gone (a credit note).
 */
export function writeInput(folder: string, isCorrected: boolean): string {
  const custody = isCorrected ? 'M3' : 'M4';
  const write = (file: string, text: string): void => {
    writeFileSync(join(folder, file), text);
  };
  mkdirSync(folder, { recursive: true });
  write('provider.json', `${JSON.stringify(PROVIDER, null, 2)}\n`);
  write(
    'merchants.csv',
    'merchant_id,name,legal_name,tax_id,address,email,language\n' +
      'M1,Lotus Home,,,,,\nM2,云栖茶事,,,,,zh\nM3,Bamboo Toys,,,,,en\nM4,Pine Shoes,,,,,en\n',
  );
  write('contracts.csv', `${[...CONTRACTS, CUSTODY('C3', custody)].join('\n')}\n`);
  write('shifts.csv', shiftsText(['M1', 'M2', custody]));
  write('orders.csv', ordersText(isCorrected));
  write('refunds.csv', 'refund_id,order_id,refunded_at,amount\nR1,O1,2026-10-20T15:00,1000.00\n');
  return folder;
}

/** The same with the month before, of equal shifts and orders by other ids. */
export function writeTwoMonths(folder: string): string {
  writeInput(folder, true);
  for (const file of ['shifts.csv', 'orders.csv']) {
    const [, ...rows] = readFileSync(join(folder, file), 'utf8').trim().split('\n');
    const before = rows.map((row) => `B${row.replaceAll('2026-10-', '2026-09-')}\n`);
    appendFileSync(join(folder, file), before.join(''));
  }
  return folder;
}
