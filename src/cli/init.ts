/** A starting input folder: every table with its header, and a provider to fill in. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import type { Conversation } from './conversation.js';

const PROVIDER = {
  name: '',
  tax_id: '',
  address: '',
  bank_name: '',
  bank_account: '',
  email: '',
  phone: '',
  time_zone: 'Asia/Shanghai',
  invoice_prefix: 'INV',
  settlement_days: 0,
  language: 'zh',
};

const HEADERS: Readonly<Record<string, string>> = {
  'merchants.csv': 'merchant_id,name,legal_name,tax_id,address,email,language',
  'contracts.csv':
    'contract_id,merchant_id,store_id,plan,role,starts_on,ends_on,currency,seats,rate,standard_days,hours_per_day,appraisal_share,appraisal_from,commission_rate,partial_refunds,overflow_rate,window_start,window_end,discount_rate,minimum_fee,tax_rate,tax_included,payment_terms',
  'contract-tiers.csv': 'contract_id,scale,mode,up_to,price',
  'event-days.csv': 'merchant_id,store_id,date,event,agents',
  'kpi-scores.csv': 'period,contract_id,agent_id,score',
  'adjustments.csv':
    'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by',
  'exchange-rates.csv': 'period,from_currency,to_currency,rate',
  'shifts.csv': 'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status',
  'consultations.csv': 'date,merchant_id,store_id,role,agent_id,consultations',
  'orders.csv': 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
  'refunds.csv': 'refund_id,order_id,refunded_at,amount',
};

/** Writes what is missing and overwrites nothing; the exit status. */
export async function writeStartingFolder(folder: string, talk: Conversation): Promise<number> {
  const { stdout, stderr, words } = talk;
  try {
    await mkdir(folder, { recursive: true });
    await writeNew(join(folder, 'provider.json'), `${JSON.stringify(PROVIDER, null, 2)}\n`, talk);
    for (const [file, header] of Object.entries(HEADERS)) {
      await writeNew(join(folder, file), `${header}\n`, talk);
    }
  } catch (error) {
    if (errorCode(error) === null) throw error;
    stderr.write(`${words.commands.error(words.init.unwritable(errorMessage(error)))}\n`);
    return 1;
  }
  stdout.write(`${words.init.next(folder)}
`);
  return 0;
}

async function writeNew(
  path: string,
  content: string,
  { stdout, words: { init } }: Conversation,
): Promise<void> {
  try {
    await writeFile(path, content, { flag: 'wx' });
    stdout.write(`${init.wrote(path)}\n`);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    stdout.write(`${init.kept(path)}\n`);
  }
}
