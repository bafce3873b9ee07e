/**
 * Reads each profile's files as its system does, and compares with the manifest. Amounts are counted
 * in hundredths, which is the minor unit of every currency of the demo.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Rational, roundHalfAwayFromZero } from '../../../src/money/rational.js';
import { decimal } from '../../pricing/builders.js';
import { billTwice, manifestOf, rowsOf, sheetRows, type Row } from './batches.js';

interface Sums {
  net: bigint;
  tax: bigint;
}
type Totals = Record<string, Sums>;

let batches: readonly string[] = [];
beforeAll(async () => {
  batches = await billTwice();
});

const hundredths = (text: string | undefined): bigint =>
  roundHalfAwayFromZero(
    decimal(text === undefined || text === '' ? '0' : text).times(decimal('100')),
  );

function add(totals: Totals, currency: string | undefined, kind: keyof Sums, amount: bigint): void {
  const sums = (totals[currency ?? ''] ??= { net: 0n, tax: 0n });
  sums[kind] += amount;
}

function expected(batch: string): Totals {
  const totals: Totals = {};
  for (const { currency, net, tax } of manifestOf(batch).control_totals)
    totals[currency] = { net: hundredths(net), tax: hundredths(tax) };
  return totals;
}

const signOf = (isCredit: boolean): bigint => (isCredit ? -1n : 1n);
const RATES: Readonly<Record<string, string>> = {
  'Output VAT 6% (6%)': '0.06',
  'Zero Rated (0%)': '0',
  '6% 销项': '0.06',
  '6% 销项 (含税)': '0.06',
  '0% 销项': '0',
  '销项税 6%': '0.06',
  零税率: '0',
};

/** What a system that computes tax itself, once per document and rate, makes of the amounts. */
class ComputedTax {
  private readonly groups = new Map<
    string,
    { amount: bigint; currency: string; rate: Rational; included: boolean }
  >();

  add(number: string, taxName: string, currency: string, included: boolean, amount: bigint): void {
    const key = JSON.stringify([number, taxName]);
    const group = this.groups.get(key) ?? {
      amount: 0n,
      currency,
      rate: decimal(RATES[taxName] ?? ''),
      included,
    };
    this.groups.set(key, { ...group, amount: group.amount + amount });
  }

  totals(): Totals {
    const totals: Totals = {};
    for (const { amount, currency, rate, included } of this.groups.values()) {
      const exact = Rational.of(amount);
      const net = included
        ? roundHalfAwayFromZero(exact.dividedBy(Rational.ONE.plus(rate)))
        : amount;
      add(totals, currency, 'net', net);
      add(
        totals,
        currency,
        'tax',
        included ? amount - net : roundHalfAwayFromZero(exact.times(rate)),
      );
    }
    return totals;
  }
}

/** By the name of a tax in the sample codes. */
const isIncluded = (row: Row): boolean => row['Is Inclusive Tax'] === 'true';

const READERS: Readonly<Record<string, (batch: string) => Totals>> = {
  xero: (batch) => {
    const computed = new ComputedTax();
    for (const row of rowsOf(batch, 'xero')) {
      const included = row['file']?.includes('inclusive') ?? false;
      const { '*InvoiceNumber': number = '', '*TaxType': tax = '', Currency: currency = '' } = row;
      expect(row['*Quantity']).toBe('1');
      computed.add(number, tax, currency, included, hundredths(row['*UnitAmount']));
    }
    return computed.totals();
  },
  quickbooks: (batch) => {
    const totals: Totals = {};
    for (const row of rowsOf(batch, 'quickbooks')) {
      const sign = signOf(row['file']?.includes('credit-notes') ?? false);
      add(totals, row['Currency'], 'net', sign * hundredths(row['*ItemAmount']));
      add(totals, row['Currency'], 'tax', sign * hundredths(row['Item Tax Amount']));
    }
    return totals;
  },
  odoo: (batch) => {
    const computed = new ComputedTax();
    let move: Row = {};
    for (const row of rowsOf(batch, 'odoo')) {
      if (row['ref'] !== '') move = row;
      const tax = row['invoice_line_ids/tax_ids'] ?? '';
      const sign = signOf(move['move_type'] === 'out_refund');
      const amount = sign * hundredths(row['invoice_line_ids/price_unit']);
      const currency = move['currency_id'] ?? '';
      computed.add(move['ref'] ?? '', tax, currency, tax.includes('含税'), amount);
    }
    return computed.totals();
  },
  erpnext: (batch) => {
    const totals: Totals = {};
    let invoice: Row = {};
    for (const row of rowsOf(batch, 'erpnext')) {
      if (row['customer'] !== '') invoice = row;
      expect(row['file']?.includes('credit-notes')).toBe(invoice['is_return'] === '1');
      const net = hundredths(row['items.qty']) * hundredths(row['items.rate']);
      add(totals, invoice['currency'], 'net', net / 100n);
      add(totals, invoice['currency'], 'tax', hundredths(row['taxes.tax_amount']));
    }
    return totals;
  },
  zoho: (batch) => {
    const computed = new ComputedTax();
    for (const row of rowsOf(batch, 'zoho')) {
      const sign = signOf(row['file']?.includes('credit-notes') ?? false);
      const { 'Invoice Number': number = '', 'Item Tax Name': tax = '' } = row;
      const amount = sign * hundredths(row['Item Price']);
      computed.add(number, tax, row['Currency Code'] ?? '', isIncluded(row), amount);
    }
    return computed.totals();
  },
  kingdee: (batch) => {
    const totals: Totals = {};
    const balances = new Map<string, bigint>();
    for (const row of sheetRows(batch, 'kingdee.xlsx', 'Page1', 0)) {
      const [debit, credit] = [hundredths(row['借方']), hundredths(row['贷方'])];
      const voucher = row['凭证号'] ?? '';
      balances.set(voucher, (balances.get(voucher) ?? 0n) + debit - credit);
      if (row['分录序号'] === '0') continue;
      const currency = row['币别代码'] === 'RMB' ? 'CNY' : row['币别代码'];
      const kind = row['科目代码'] === '2221.01.05' ? 'tax' : 'net';
      add(totals, currency, kind, hundredths(row['原币金额']));
    }
    expect([...balances.values()].every((balance) => balance === 0n)).toBe(true);
    return totals;
  },
  yonyou: (batch) => {
    const totals: Totals = {};
    const balances = new Map<string, bigint>();
    const [first, ...rows] = readFileSync(join(batch, 'finance/yonyou.txt'), 'utf8').split('\r\n');
    expect(first).toBe('填制凭证,V800');
    for (const row of rows.filter((one) => one !== '')) {
      const fields = row.split(',');
      expect(fields).toHaveLength(48);
      const [, , voucher = '', , , account, debit, credit, , foreign] = fields;
      expect([debit, credit].filter((side) => side === '0')).toHaveLength(1);
      const balance = balances.get(voucher) ?? 0n;
      balances.set(voucher, balance + hundredths(debit) - hundredths(credit));
      if (credit === '0') continue;
      const kind = account === '22210105' ? 'tax' : 'net';
      if (foreign === '0') add(totals, 'CNY', kind, hundredths(credit));
      else add(totals, 'USD', kind, hundredths(foreign));
    }
    expect([...balances.values()].every((balance) => balance === 0n)).toBe(true);
    return totals;
  },
  fapiao: (batch) => {
    const totals: Totals = {};
    const basics = sheetRows(batch, 'fapiao.xlsx', '1-发票基本信息', 2);
    const included = new Map(basics.map((row) => [row['发票流水号'], row['是否含税'] === '是']));
    for (const row of sheetRows(batch, 'fapiao.xlsx', '2-发票明细信息', 2)) {
      const amount = hundredths(row['金额']);
      const { net, tax } = portalTaxOf(amount, row['税率'], included.get(row['发票流水号']));
      add(totals, 'CNY', 'net', net);
      add(totals, 'CNY', 'tax', tax);
    }
    for (const row of sheetRows(batch, 'fapiao-apart.xlsx', '另行处理', 0)) {
      add(totals, row['币种'], 'net', hundredths(row['金额']));
      add(totals, row['币种'], 'tax', hundredths(row['税额']));
    }
    return totals;
  },
};

/** As the portal computes it, row by row. */
function portalTaxOf(amount: bigint, rate = '', isWithTax = false): Sums {
  const factor = Rational.ONE.plus(decimal(rate));
  const net = isWithTax ? roundHalfAwayFromZero(Rational.of(amount).dividedBy(factor)) : amount;
  const tax = isWithTax
    ? amount - net
    : roundHalfAwayFromZero(Rational.of(amount).times(decimal(rate)));
  return { net, tax };
}

describe.each([0, 1])('batch %i', (at) => {
  it.each(Object.keys(READERS))('%s comes to the control totals', (profile) => {
    const batch = batches[at] ?? '';
    expect(READERS[profile]?.(batch)).toEqual(expected(batch));
  });
});

it('the batches have what is hard: two currencies, credit notes, a credit without an invoice', () => {
  const totals = batches.map((batch) => Object.keys(expected(batch)));
  expect(totals).toEqual([
    ['CNY', 'USD'],
    ['CNY', 'USD'],
  ]);
  const types = rowsOf(batches[1] ?? '', 'odoo').map((row) => row['move_type']);
  expect(types.filter((type) => type === 'out_refund').length).toBeGreaterThan(3);
});

it('the manifest vouches for every finance file', () => {
  const files = manifestOf(batches[0] ?? '').outputs.map(({ file }) => file);
  expect(files).toEqual(
    expect.arrayContaining([
      'finance/xero.csv',
      'finance/yonyou.txt',
      'finance/kingdee.xlsx',
      'index.csv',
    ]),
  );
  expect(files.filter((file) => file.startsWith('finance/ubl/'))).toHaveLength(19);
});
