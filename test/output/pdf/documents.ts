/** Documents as small as a test of the PDF needs them. */
import type { Document, Provider } from '../../../src/documents/document.js';
import { formatAmountGrouped } from '../../../src/money/amount.js';
import { localDate } from '../../../src/period/local-date.js';
import { figure, type Line } from '../../../src/pricing/line.js';
import { currency, decimal } from '../../pricing/builders.js';

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

export function salaryLine(agentId: string, amount: bigint): Line {
  return {
    contractId: 'C1',
    plan: 'fixed_salary',
    kind: 'salary',
    description: { zh: `客服月薪 ${agentId}`, en: `Monthly salary, ${agentId}` },
    quantity: decimal('0.5'),
    unit: 'month',
    unitPrice: decimal('5200'),
    amount,
    taxRate: decimal('0.06'),
    taxIncluded: false,
    serviceFrom: localDate('2026-10-01'),
    serviceTo: localDate('2026-10-31'),
    basis: [
      figure('agent_days', '13'),
      figure('standard_days', '26'),
      figure('rate', decimal('5200')),
    ],
  };
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
