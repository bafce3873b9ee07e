/** Documents as small as a test of the PDF needs them. */
import type { Document, Provider } from '../../../src/documents/document.js';
import { formatAmountGrouped } from '../../../src/money/amount.js';
import { localDate } from '../../../src/period/local-date.js';
import { contractFigure } from '../../../src/pricing/figures.js';
import type { Line } from '../../../src/pricing/line.js';
import { salaryLine as salaryLineOf } from '../../../src/pricing/lines/salary.js';
import { currency, decimal, fixedSalary, span } from '../../pricing/builders.js';

export const PROVIDER: Provider = {
  name: '云渡客服',
  taxId: '91330108MADEMO0000',
  address: '杭州市滨江区云渡路 100 号',
  bankName: '示范银行',
  bankAccount: '3300 0000',
  email: 'billing@example.com',
  phone: '0571-0000 0000',
  timeZone: 'Asia/Shanghai',
  invoicePrefix: 'YD',
  settlementDays: 7,
  language: 'zh',
};

const CNY = currency('CNY');

/** Half a month's salary at 5,200, but of the amount that a test of layout or files needs. */
export function salaryLine(agentId: string, amount: bigint): Line {
  return { ...salaryOfDays(agentId, '13'), amount };
}

/** A salary of 5,200 for so many of 26 days. */
export function salaryOfDays(agentId: string, agentDays: string): Line {
  const rate = contractFigure('rate', decimal('5200'), CNY);
  const earner = { agentId, shift: null, agentDays: decimal(agentDays) };
  const line = salaryLineOf(fixedSalary('5200', '0'), span('2026-10'), earner, rate);
  return { ...line, plan: 'fixed_salary' };
}

export function invoice(lines: readonly Line[], changes: Partial<Document> = {}): Document {
  const net = lines.reduce((total, { amount }) => total + amount, 0n);
  return {
    merchant: {
      merchantId: 'M1',
      name: '云栖茶事',
      legalName: '杭州云栖茶业有限公司',
      taxId: '91330106MADEMO0001',
      address: '杭州市西湖区茶山路 18 号',
      email: '',
      language: 'en',
    },
    issuer: PROVIDER,
    currency: CNY,
    lines,
    taxes: [{ rate: decimal('0.06'), base: net, tax: 0n }],
    net,
    tax: 0n,
    total: net,
    dueDate: localDate('2026-12-05'),
    number: 'YD-202610-000002',
    type: net < 0n ? 'credit_note' : 'invoice',
    period: '2026-10',
    issueDate: localDate('2026-11-20'),
    cancels: null,
    replaces: null,
    ...changes,
  };
}

export const grouped = (amount: bigint): string => formatAmountGrouped(amount, CNY);
