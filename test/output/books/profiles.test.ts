import { describe, expect, it } from 'vitest';
import type { FinanceProfileName } from '../../../src/reference/finance-profiles.js';
import {
  dollarInvoice,
  exclusiveInvoice,
  filesOf,
  inclusiveInvoice,
  reversalOf,
  rowsIn,
} from './documents.js';

const CUSTOMER = '杭州云栖茶业有限公司';
const SALARY = '"Monthly salary, A1 (0.5 month × 5200)"';
const CANCELLED = '"Monthly salary, A1 (-0.5 month × 5200)"';

/**
 * Exclusive: 100.08 and −0.04 at 6 %: net 100.04, tax 6.00 (6.0024), total 106.04; by line 6.0048 and
 * −0.0024, cut to 6.00 and 0.00. Its reversal is the same with every sign turned.
 */
const EXCLUSIVE = exclusiveInvoice();
const REVERSAL = reversalOf(EXCLUSIVE, 'INV-202610-000002');
const INCLUSIVE = inclusiveInvoice({ number: 'INV-202610-000003' });
const DOLLARS = dollarInvoice({ number: 'INV-202610-000004' });

const written = (profile: FinanceProfileName, file = `${profile}.csv`): string[] => {
  const added = filesOf([profile]).add([EXCLUSIVE, REVERSAL, INCLUSIVE, DOLLARS]);
  expect(added.problems).toEqual([]);
  return rowsIn(added, file);
};

describe('xero: every row whole, prices with and without tax apart, a credit note negative', () => {
  const row = (number: string, reference: string, rest: string): string =>
    `${CUSTOMER},finance@yunqi.example,,,,,,,,,${number},${reference},20/11/2026,05/12/2026,,${rest}`;
  const VAT = 'Output VAT 6% (6%),,,,,';

  it('without tax', () => {
    expect(written('xero')).toEqual([
      row('INV-202610-000001', '2026-10', `${SALARY},1,100.08,,200,${VAT}CNY,`),
      row('INV-202610-000001', '2026-10', `${SALARY},1,-0.04,,203,${VAT}CNY,`),
      row('INV-202610-000002', 'INV-202610-000001', `${CANCELLED},1,-100.08,,200,${VAT}CNY,`),
      row('INV-202610-000002', 'INV-202610-000001', `${CANCELLED},1,0.04,,203,${VAT}CNY,`),
    ]);
  });

  it('with tax', () => {
    expect(written('xero', 'xero-tax-inclusive.csv')).toEqual([
      row('INV-202610-000003', '2026-10', `${SALARY},1,106.00,,200,${VAT}CNY,`),
      row('INV-202610-000004', '2026-10', `${SALARY},1,10.60,,200,${VAT}USD,`),
    ]);
  });
});

describe('quickbooks: without tax, the tax beside it; what is credited in a file of its own', () => {
  const row = (number: string, memo: string, rest: string): string =>
    `${number},${CUSTOMER},2026-11-20,2026-12-05,,,${memo},${rest}`;

  it('invoices', () => {
    expect(written('quickbooks')).toEqual([
      row(
        'INV-202610-000001',
        '2026-10',
        `客服月薪,${SALARY},1,100.08,100.08,2026-10-31,6.0% S,6.00,CNY`,
      ),
      row(
        'INV-202610-000001',
        '2026-10',
        `活动托管,${SALARY},1,-0.04,-0.04,2026-10-31,6.0% S,0.00,CNY`,
      ),
      row(
        'INV-202610-000003',
        '2026-10',
        `客服月薪,${SALARY},1,100.00,100.00,2026-10-31,6.0% S,6.00,CNY`,
      ),
      row(
        'INV-202610-000004',
        '2026-10',
        `客服月薪,${SALARY},1,10.00,10.00,2026-10-31,6.0% S,0.60,USD`,
      ),
    ]);
  });

  it('credit notes', () => {
    const memo = 'INV-202610-000001';
    expect(written('quickbooks', 'quickbooks-credit-notes.csv')).toEqual([
      row(
        'INV-202610-000002',
        memo,
        `客服月薪,${CANCELLED},1,100.08,100.08,2026-10-31,6.0% S,6.00,CNY`,
      ),
      row(
        'INV-202610-000002',
        memo,
        `活动托管,${CANCELLED},1,-0.04,-0.04,2026-10-31,6.0% S,0.00,CNY`,
      ),
    ]);
  });
});

it('odoo: the move on its first row, a refund states what is credited, the tax says if it is included', () => {
  const move = (type: string, number: string, ref: string, code = 'CNY'): string =>
    `${type},${number},${CUSTOMER},2026-11-20,2026-12-05,${ref},${code}`;
  expect(written('odoo')).toEqual([
    `${move('out_invoice', 'INV-202610-000001', '2026-10')},${SALARY},600101,1,100.08,6% 销项`,
    `,,,,,,,${SALARY},600104,1,-0.04,6% 销项`,
    `${move('out_refund', 'INV-202610-000002', 'INV-202610-000001')},${CANCELLED},600101,1,100.08,6% 销项`,
    `,,,,,,,${CANCELLED},600104,1,-0.04,6% 销项`,
    `${move('out_invoice', 'INV-202610-000003', '2026-10')},${SALARY},600101,1,106.00,6% 销项 (含税)`,
    `${move('out_invoice', 'INV-202610-000004', '2026-10', 'USD')},${SALARY},600101,1,10.60,6% 销项 (含税)`,
  ]);
});

describe('erpnext: the invoice on its first row, the tax as an item, a return as −1 at a positive rate', () => {
  const TAX = '销项税 Output tax 6%,销项税 Output tax 6%,销项税 Output tax 6%';
  const head = (number: string, code = 'CNY'): string =>
    `${number},${CUSTOMER},2026-11-20,2026-12-05,${code}`;

  it('invoices', () => {
    expect(written('erpnext')).toEqual([
      `${head('INV-202610-000001')},客服月薪,客服月薪,${SALARY},1,100.08,客服月薪收入 - YD`,
      `,,,,,活动托管,活动托管,${SALARY},1,-0.04,活动托管收入 - YD`,
      `,,,,,${TAX},1,6.00,销项税额 - YD`,
      `${head('INV-202610-000003')},客服月薪,客服月薪,${SALARY},1,100.00,客服月薪收入 - YD`,
      `,,,,,${TAX},1,6.00,销项税额 - YD`,
      `${head('INV-202610-000004', 'USD')},客服月薪,客服月薪,${SALARY},1,10.00,客服月薪收入 - YD`,
      `,,,,,${TAX},1,0.60,销项税额 - YD`,
    ]);
  });

  it('credit notes', () => {
    expect(written('erpnext', 'erpnext-credit-notes.csv')).toEqual([
      `${head('INV-202610-000002')},客服月薪,客服月薪,${CANCELLED},-1,100.08,客服月薪收入 - YD,1`,
      `,,,,,活动托管,活动托管,${CANCELLED},-1,-0.04,活动托管收入 - YD,`,
      `,,,,,${TAX},-1,6.00,销项税额 - YD,`,
    ]);
  });
});

it('zoho: every row whole, the tax as a row of its own', () => {
  const row = (number: string, code: string, account: string, item: string, rest: string): string =>
    `${number},2026-11-20,Draft,${CUSTOMER},,,,2026-10,,,,2026-12-05,,,${code},,${account},${item},${rest},,false`;
  const tax = '销项税 Output tax 6%';
  expect(written('zoho').slice(0, 3)).toEqual([
    row('INV-202610-000001', 'CNY', '客服月薪收入', '客服月薪', `${SALARY},service,,1,,100.08`),
    row('INV-202610-000001', 'CNY', '活动托管收入', '活动托管', `${SALARY},service,,1,,-0.04`),
    row('INV-202610-000001', 'CNY', '销项税额', tax, `${tax},service,,1,,6.00`),
  ]);
  expect(written('zoho', 'zoho-credit-notes.csv')).toHaveLength(3);
});

describe('kingdee: balanced vouchers, a reversal in red on the same sides', () => {
  const row = (
    number: number,
    account: string,
    debit: string,
    credit: string,
    rest: string,
  ): string =>
    `2026-11-20,记,${number},1,INV-202610-00000${number} 2026-10 云栖茶事,${account},${debit},${credit},${rest},,,云渡,,`;
  const SALARIES = '6001.01,主营业务收入-客服月薪';
  const EVENTS = '6001.04,主营业务收入-活动托管';
  const TAX = '2221.01.05,应交税费-应交增值税-销项税额';

  it('of the currency of the books', () => {
    expect(written('kingdee')).toEqual([
      row(1, '1122.0001,', '106.04', '', 'RMB,1'),
      row(1, SALARIES, '', '100.08', 'RMB,1'),
      row(1, EVENTS, '', '-0.04', 'RMB,1'),
      row(1, TAX, '', '6.00', 'RMB,1'),
      row(2, '1122.0001,', '-106.04', '', 'RMB,1'),
      row(2, SALARIES, '', '-100.08', 'RMB,1'),
      row(2, EVENTS, '', '0.04', 'RMB,1'),
      row(2, TAX, '', '-6.00', 'RMB,1'),
      row(3, '1122.0001,', '106.00', '', 'RMB,1'),
      row(3, SALARIES, '', '100.00', 'RMB,1'),
      row(3, TAX, '', '6.00', 'RMB,1'),
    ]);
  });

  it('of another currency, at its rate', () => {
    expect(written('kingdee', 'kingdee-USD.csv')).toEqual([
      row(4, '1122.0001,', '10.60', '', 'USD,7.0988'),
      row(4, SALARIES, '', '10.00', 'USD,7.0988'),
      row(4, TAX, '', '0.60', 'USD,7.0988'),
    ]);
  });
});

it('yonyou: 10.60 USD at 7.0988 is 75.25 (75.24728), credited as 70.99 and 4.26', () => {
  const row = (number: number, rest: string): string =>
    `2026-11-20,记,${number},0,INV-202610-00000${number} 2026-10 云栖茶事,${rest},云渡`;
  expect(written('yonyou')).toEqual([
    row(1, '1122,106.04,0,,,'),
    row(1, '600101,0,100.08,,,'),
    row(1, '600104,0,-0.04,,,'),
    row(1, '22210105,0,6.00,,,'),
    row(2, '1122,-106.04,0,,,'),
    row(2, '600101,0,-100.08,,,'),
    row(2, '600104,0,0.04,,,'),
    row(2, '22210105,0,-6.00,,,'),
    row(3, '1122,106.00,0,,,'),
    row(3, '600101,0,100.00,,,'),
    row(3, '22210105,0,6.00,,,'),
    row(4, '1122,75.25,0,,10.60,7.0988'),
    row(4, '600101,0,70.99,,10.00,7.0988'),
    row(4, '22210105,0,4.26,,0.60,7.0988'),
  ]);
});
