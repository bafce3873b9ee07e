/** Contracts and usage as small as a test needs them. */
import { findCurrency, type Currency } from '../../src/money/currency.js';
import { Rational } from '../../src/money/rational.js';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod, wholePeriod, type BillingSpan } from '../../src/period/period.js';
import type {
  BaseCommissionContract,
  ContractTerms,
  FixedSalaryContract,
  Tiers,
} from '../../src/pricing/contract.js';
import type { AttendanceDay } from '../../src/pricing/usage.js';
import { assert } from '../../src/problem.js';

export function decimal(text: string): Rational {
  const value = Rational.parseDecimal(text);
  assert(value !== undefined, `${text} is a decimal`);
  return value;
}

export function currency(code: string): Currency {
  const found = findCurrency(code);
  assert(found !== undefined, `${code} is a currency`);
  return found;
}

export function span(id: string): BillingSpan {
  const period = parsePeriod(id);
  assert(period !== undefined, `${id} is a period`);
  return wholePeriod(period);
}

const TERMS: ContractTerms = {
  contractId: 'C1',
  merchantId: 'M1',
  storeId: null,
  role: 'pre_sales',
  startsOn: localDate('2026-01-01'),
  endsOn: null,
  currency: currency('CNY'),
  discountRate: null,
  minimumFee: null,
  taxRate: decimal('0.06'),
  taxIncluded: false,
  paymentTerms: { kind: 'net', days: 30 },
};

const AGENT_RATE = {
  workload: null,
  seats: null,
  standardDays: decimal('26'),
  hoursPerDay: decimal('8'),
};

export function fixedSalary(rate: string, share: string): FixedSalaryContract {
  const appraisal = { share: decimal(share), from: null };
  return { ...TERMS, ...AGENT_RATE, plan: 'fixed_salary', rate: decimal(rate), appraisal };
}

export function baseCommission(
  rate: string,
  commission: BaseCommissionContract['commission'],
): BaseCommissionContract {
  const base = { ...TERMS, ...AGENT_RATE, rate: decimal(rate), commission };
  return { ...base, plan: 'base_commission', partialRefunds: 'deduct' };
}

/** Tiers of [up to and with, price]; null is without end. */
export function tiers(...steps: [[string | null, string], ...[string | null, string][]]): Tiers {
  const [first, ...rest] = steps.map(([upTo, price]) => ({
    upTo: upTo === null ? null : decimal(upTo),
    price: decimal(price),
  }));
  assert(first !== undefined, 'there is a first tier');
  return [first, ...rest];
}

/** So many full days of 8 hours from the first of October, and perhaps half a day after them. */
export function attendance(agentId: string, shift: string, days: number): AttendanceDay[] {
  return Array.from({ length: Math.ceil(days) }, (_, at) => ({
    agentId,
    shift,
    date: localDate(`2026-10-${String(at + 1).padStart(2, '0')}`),
    workedMicroseconds: (at + 1 > days ? 4n : 8n) * 3_600_000_000n,
  }));
}
