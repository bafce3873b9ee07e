/** The lines of a merchant become one draft per currency, with its totals and its due date. */
import { expect, it } from 'vitest';
import { draftDocuments } from '../../src/documents/draft-documents.js';
import type { Draft } from '../../src/documents/document.js';
import { localDate } from '../../src/period/local-date.js';
import type { Contract } from '../../src/pricing/plans/registry.js';
import type { Line } from '../../src/pricing/line.js';
import type { Problem } from '../../src/problem.js';
import { currency, decimal, fixedSalary, span } from '../pricing/builders.js';
import { invoice, salaryLine } from '../output/pdf/documents.js';

const { merchant } = invoice([]);

function contract(contractId: string, changes: Partial<Contract> = {}): Contract {
  return { ...fixedSalary('5200', '0'), contractId, ...changes } as Contract;
}

function line(contractId: string, amount: bigint, changes: Partial<Line> = {}): Line {
  return {
    ...salaryLine('A1', amount),
    contractId,
    taxRate: decimal('0.06'),
    taxIncluded: false,
    ...changes,
  };
}

function drafted(
  contracts: readonly Contract[],
  lines: readonly Line[],
): { drafts: Draft[]; problems: Problem[] } {
  const issued = localDate('2026-11-05');
  return draftDocuments(merchant, contracts, lines, span('2026-10').period, issued);
}

it('adds up lines and tax: 5,200.00 − 62.40 = 5,137.60, 6 % of it 308.256, total 5,445.86', () => {
  const { drafts, problems } = drafted(
    [contract('C1')],
    [line('C1', 520_000n), line('C1', -6_240n)],
  );
  expect(problems).toEqual([]);
  expect(drafts).toMatchObject([
    {
      merchant,
      net: 513_760n,
      tax: 30_826n,
      total: 544_586n,
      taxes: [{ base: 513_760n, tax: 30_826n }],
      // net 30 from 2026-11-05
      dueDate: '2026-12-05',
    },
  ]);
  expect(drafts[0]?.lines.map(({ amount }) => amount)).toEqual([520_000n, -6_240n]);
});

it('has a draft for each currency, in the order of their codes, each due by its own contracts', () => {
  const contracts = [
    contract('C1', { currency: currency('USD'), paymentTerms: { kind: 'net', days: 10 } }),
    contract('C2', { paymentTerms: { kind: 'day', dayOfMonth: 20 } }),
    contract('C3', { paymentTerms: { kind: 'net', days: 45 } }),
  ];
  const lines = [line('C1', 10_000n), line('C2', 20_000n), line('C1', 30_000n), line('C3', 1n)];
  const { drafts } = drafted(contracts, lines);
  // CNY: 200.00 + 0.01, due 45 days after 11-05; USD: 100.00 + 300.00, due 10 days after it.
  expect(drafts.map((draft) => [draft.currency.code, draft.net, draft.dueDate])).toEqual([
    ['CNY', 20_001n, '2026-12-20'],
    ['USD', 40_000n, '2026-11-15'],
  ]);
});

it('a contract without a line has no part in the due date', () => {
  const contracts = [contract('C1'), contract('C2', { paymentTerms: { kind: 'net', days: 90 } })];
  expect(drafted(contracts, [line('C1', 1n)]).drafts[0]?.dueDate).toBe('2026-12-05');
});

it('tax included: the net is what is left of the sum', () => {
  // 106.00 / 1.06 = 100.00.
  const { drafts } = drafted([contract('C1')], [line('C1', 10_600n, { taxIncluded: true })]);
  expect(drafts).toMatchObject([{ net: 10_000n, tax: 600n, total: 10_600n }]);
});

it('tax included and excluded in one currency block the merchant, also in the other currency', () => {
  const contracts = [contract('C1'), contract('C2'), contract('C3', { currency: currency('USD') })];
  const lines = [line('C1', 1n), line('C2', 1n, { taxIncluded: true }), line('C3', 1n)];
  const { drafts, problems } = drafted(contracts, lines);
  expect(drafts).toEqual([]);
  expect(problems).toMatchObject([
    { severity: 'error', code: 'tax-mixed', merchantId: 'M1', column: 'tax_included' },
  ]);
});

it('tax included in one currency and excluded in another is two documents', () => {
  const contracts = [contract('C1'), contract('C2', { currency: currency('USD') })];
  const lines = [line('C1', 10_000n), line('C2', 10_600n, { taxIncluded: true })];
  const { drafts, problems } = drafted(contracts, lines);
  expect(problems).toEqual([]);
  expect(drafts.map(({ net, tax }) => [net, tax])).toEqual([
    [10_000n, 600n],
    [10_000n, 600n],
  ]);
});

it('no line is no draft', () => {
  expect(drafted([contract('C1')], [])).toEqual({ drafts: [], problems: [] });
});

it('a line of a contract that the merchant has not is a broken promise', () => {
  expect(() => drafted([contract('C1')], [line('C9', 1n)])).toThrow('a contract of its merchant');
});
