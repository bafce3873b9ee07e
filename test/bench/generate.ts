/**
 * Writes an invented October 2026 of so many merchants: of each 2 agents with 26 shifts, 31 rows of
 * consultations, 1,000 orders of which 60 % are silent, and 60 refunds. All plans are mixed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvFile } from './csv-file.js';
import { contractOf, tiersOf, type BenchContract } from './contracts.js';
import { Chance } from './random.js';

const ORDERS = 1000;
const LATE_ORDERS = 3;
const REFUNDS = 60;
const SEED = 20261001;
const DAYS = 31;
const SHIFTS = 26;

const PROVIDER = {
  name: '杭州云渡客服服务有限公司',
  tax_id: '91330108MADEMO0000',
  address: '杭州市滨江区云渡路 100 号 8 楼',
  bank_name: '钱塘示范银行滨江支行',
  bank_account: '3300 0000 0000 0000 100',
  email: 'billing@yundu.example',
  phone: '0571-0000 0100',
  time_zone: 'Asia/Shanghai',
  invoice_prefix: 'INV',
  settlement_days: 7,
  language: 'zh',
};
const NAMES = [
  '云栖茶事',
  '拾光女装',
  '麦垛烘焙',
  '青禾母婴',
  '山野户外',
  'Lotus Home',
  'Bamboo Toys',
];

interface Files {
  readonly merchants: CsvFile;
  readonly contracts: CsvFile;
  readonly tiers: CsvFile;
  readonly scores: CsvFile;
  readonly events: CsvFile;
  readonly shifts: CsvFile;
  readonly consultations: CsvFile;
  readonly orders: CsvFile;
  readonly refunds: CsvFile;
}

export function generateMonth(folder: string, merchants: number, ordersEach = ORDERS): void {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, header: string): CsvFile => new CsvFile(join(folder, name), header);
  const files: Files = {
    merchants: file('merchants.csv', 'merchant_id,name,legal_name,tax_id,address,email,language'),
    contracts: file(
      'contracts.csv',
      'contract_id,merchant_id,store_id,plan,role,starts_on,ends_on,currency,seats,rate,standard_days,hours_per_day,appraisal_share,appraisal_from,commission_rate,partial_refunds,overflow_rate,window_start,window_end,discount_rate,minimum_fee,tax_rate,tax_included,payment_terms',
    ),
    tiers: file('contract-tiers.csv', 'contract_id,scale,mode,up_to,price'),
    scores: file('kpi-scores.csv', 'period,contract_id,agent_id,score'),
    events: file('event-days.csv', 'merchant_id,store_id,date,event,agents'),
    shifts: file(
      'shifts.csv',
      'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status,contract_id',
    ),
    consultations: file(
      'consultations.csv',
      'date,merchant_id,store_id,role,agent_id,consultations',
    ),
    orders: file('orders.csv', 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id'),
    refunds: file('refunds.csv', 'refund_id,order_id,refunded_at,amount'),
  };
  writeFileSync(join(folder, 'provider.json'), JSON.stringify(PROVIDER, null, 2));
  writeFileSync(
    join(folder, 'exchange-rates.csv'),
    'period,from_currency,to_currency,rate\n2026-10,USD,CNY,7.1032\n',
  );
  const chance = new Chance(SEED);
  for (let at = 1; at <= merchants; at++) writeMerchant(files, at, ordersEach, chance);
  for (const one of Object.values(files) as CsvFile[]) one.close();
}

function writeMerchant(files: Files, at: number, orders: number, chance: Chance): void {
  const merchant = `M${padded(at, 6)}`;
  const contract = contractOf(at, merchant);
  const name = `${NAMES[at % NAMES.length] ?? ''} ${at}`;
  files.merchants.row(
    `${merchant},${name},,,杭州市西湖区茶山路 ${at} 号,,${at % 5 === 0 ? 'en' : ''}`,
  );
  files.contracts.row(contract.row);
  for (const tier of tiersOf(contract)) files.tiers.row(`${contract.id},${tier}`);
  writeAttendance(files, contract, merchant, chance);
  for (let day = 1; day <= DAYS; day++) {
    const count = 20 + chance.next(180);
    files.consultations.row(`2026-10-${padded(day, 2)},${merchant},S1,pre_sales,,${count}`);
  }
  if (contract.plan === 'event_hosting')
    files.events.row(`${merchant},,2026-10-${padded(1 + chance.next(DAYS), 2)},店庆,2`);
  writeOrders(files, contract, merchant, orders, chance);
}

function writeAttendance(
  { shifts, scores }: Files,
  { id, plan }: BenchContract,
  merchant: string,
  chance: Chance,
): void {
  for (const agent of ['A', 'B']) {
    const agentId = `${merchant}${agent}`;
    if (plan === 'fixed_salary')
      scores.row(`2026-10,${id},${agentId},0.${padded(80 + chance.next(20), 2)}`);
    for (let day = 1; day <= SHIFTS; day++) {
      const date = `2026-10-${padded(day, 2)}`;
      const named = plan === 'event_hosting' ? id : '';
      shifts.row(
        `${agentId}${day},${merchant},S1,${agentId},pre_sales,day,${date}T09:00,${date}T17:00,worked,${named}`,
      );
    }
  }
}

/** A few orders of September, whose refunds come late, and the orders of October. */
function writeOrders(
  { orders, refunds }: Files,
  { currency }: BenchContract,
  merchant: string,
  count: number,
  chance: Chance,
): void {
  for (let at = 1; at <= count; at++) {
    const order = `${merchant}${padded(at, 5)}`;
    const isLate = at <= LATE_ORDERS;
    const paidAt = `2026-${isLate ? '09' : '10'}-${padded(1 + chance.next(isLate ? 30 : 31), 2)}T${padded(chance.next(24), 2)}:${padded(chance.next(60), 2)}:${padded(chance.next(60), 2)}`;
    const yuan = 20 + chance.next(480);
    const agent = isLate || chance.next(10) < 4 ? `${merchant}${at % 2 === 0 ? 'A' : 'B'}` : '';
    orders.row(
      `${order},${merchant},S1,${paidAt},${yuan}.${padded(chance.next(100), 2)},${currency},${agent}`,
    );
    if (at > REFUNDS) continue;
    const refundedAt = isLate ? '2026-10-20T10:00:00' : `2026-11-0${1 + chance.next(7)}T10:00:00`;
    refunds.row(`R${order},${order},${refundedAt},${1 + chance.next(19)}.00`);
  }
}

function padded(number: number, digits: number): string {
  return String(number).padStart(digits, '0');
}
