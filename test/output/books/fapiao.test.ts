import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import { workbookBytes } from '../../../src/output/workbooks/write-workbook.js';
import { problemSentence } from '../../../src/words/problem-sentence.js';
import type { FinanceSettings } from '../../../src/reference/finance-settings.js';
import { decimal } from '../../pricing/builders.js';
import { salaryLine } from '../pdf/documents.js';
import {
  documentOf,
  dollarInvoice,
  exclusiveInvoice,
  filesWritten,
  inclusiveInvoice,
  reversalOf,
  sampleSettings,
  sheetsIn,
  type WrittenFiles,
} from './documents.js';

const BASIC = '1-发票基本信息';
const DETAIL = '2-发票明细信息';

function withFapiao(changes: Partial<FinanceSettings['fapiao']>): FinanceSettings {
  const settings = sampleSettings();
  return { ...settings, fapiao: { ...settings.fapiao, ...changes } };
}

/** Amounts and rates of the second sheet. */
function amountsIn(written: WrittenFiles): (readonly (string | undefined)[])[] {
  const rows = sheetsIn(written, 'fapiao.xlsx').get(DETAIL) ?? [];
  return rows.slice(3).map((row) => [row[7], row[8]]);
}

function apartIn(written: WrittenFiles): (readonly string[])[] {
  return (sheetsIn(written, 'fapiao-apart.xlsx').get('另行处理') ?? []).slice(1);
}

describe('a row per document and tax rate', () => {
  it('has the discount folded in: 100.08 − 0.04 without tax is 100.04 at 6 %', async () => {
    const written = await filesWritten(['fapiao'], [exclusiveInvoice()]);
    expect(amountsIn(written)).toEqual([['=100.04', '=0.06']]);
  });

  it('is with tax where the prices are: 106.00, and the portal takes 6.00 out of it', async () => {
    const written = await filesWritten(['fapiao'], [inclusiveInvoice()]);
    expect(amountsIn(written)).toEqual([['=106.00', '=0.06']]);
    const [basic = []] = (sheetsIn(written, 'fapiao.xlsx').get(BASIC) ?? []).slice(3);
    expect(basic[3]).toBe('是');
  });

  it('stands in the places of V260401: limits in row 2, headers in row 3, the version in A4', async () => {
    const sheets = sheetsIn(await filesWritten(['fapiao'], [exclusiveInvoice()]), 'fapiao.xlsx');
    expect([...sheets.keys()]).toEqual([BASIC, DETAIL, 'excelVersion']);
    const basic = sheets.get(BASIC) ?? [];
    const places = (row = 0): Record<number, string> =>
      Object.fromEntries(
        (basic[row] ?? []).flatMap((cell, at) => (cell === '' ? [] : [[at + 1, cell]])),
      );
    expect(places(1)).toEqual({
      1: '限20字符',
      6: '限100字符',
      7: '限20字符',
      23: '限230字符',
      31: '限72字符',
    });
    expect(places(2)).toEqual({
      1: '发票流水号',
      2: '发票类型',
      4: '是否含税',
      6: '购买方名称',
      7: '购买方纳税人识别号',
      23: '备注',
      31: '购买方邮箱',
    });
    expect(sheets.get(DETAIL)?.[2]).toHaveLength(14);
    expect(sheets.get('excelVersion')?.[3]).toEqual(['pt:20260401']);
  });
});

describe('where plans have other codes', () => {
  const item = { fixed_salary: '客服服务', event_hosting: '活动服务' };
  const twoItems = (first: bigint, second: bigint): Document => {
    const salary = salaryLine('A1', first);
    return documentOf([salary, { ...salary, plan: 'event_hosting', amount: second }]);
  };

  it('each has its row; the tax of a row that the portal rounds otherwise is told', async () => {
    // 6 % of 100.08 + 100.08 = 200.16 is 12.01 (12.0096), allocated 6.01 and 6.00 (6.0048 each);
    // the portal makes 6.00 of each
    const document = twoItems(10008n, 10008n);
    const settings = withFapiao({ items: item });
    const written = await filesWritten(['fapiao'], [document], { settings });
    expect(amountsIn(written)).toEqual([
      ['=100.08', '=0.06'],
      ['=100.08', '=0.06'],
    ]);
    expect(
      written.problems.map((found) => [found.severity, problemSentence(found, 'en').message]),
    ).toEqual([
      [
        'warning',
        "the portal's tax on 客服服务 of INV-202610-000001 is 6.00, and the document's 6.01",
      ],
    ]);
  });

  it('a row that is not above zero is for people', async () => {
    const settings = withFapiao({ items: item });
    const written = await filesWritten(['fapiao'], [exclusiveInvoice()], { settings });
    expect(apartIn(written).map((row) => [row[0], row[6], row[10], row[11], row[12]])).toEqual([
      ['某一税率或税收编码的金额不大于零', '客服服务', '=100.08', '=6.00', '=106.08'],
      ['某一税率或税收编码的金额不大于零', '活动服务', '=-0.04', '=0.00', '=-0.04'],
    ]);
    expect(written.files.has('fapiao.xlsx')).toBe(false);
  });
});

describe('is listed apart, with its reason', () => {
  it('a credit note, with what it cancels: 红字信息确认单', async () => {
    const reversal = reversalOf(exclusiveInvoice(), 'INV-202610-000002');
    const [row = []] = apartIn(await filesWritten(['fapiao'], [reversal]));
    expect([row[0], row[2], row[10], row[11], row[12]]).toEqual([
      '红字：通过红字信息确认单开具',
      'INV-202610-000001',
      '=-100.04',
      '=-6.00',
      '=-106.04',
    ]);
  });

  it('a document in dollars', async () => {
    const [row = []] = apartIn(await filesWritten(['fapiao'], [dollarInvoice()]));
    expect([row[0], row[8], row[12]]).toEqual(['币种为 USD：发票以人民币开具', 'USD', '=10.60']);
  });
});

describe('what the portal would refuse stops the run', () => {
  const problemsOf = async (
    changes: Partial<Document['merchant']>,
    number = 'INV-202610-000001',
  ): Promise<(string | null)[][]> => {
    const { merchant } = exclusiveInvoice();
    const document = exclusiveInvoice({ number, merchant: { ...merchant, ...changes } });
    const { problems } = await filesWritten(['fapiao'], [document]);
    return problems.map(({ severity, code, file, column }) => [severity, code, file, column]);
  };

  it('a special fapiao without the tax id of the buyer', async () => {
    expect(await problemsOf({ taxId: '' })).toEqual([
      ['error', 'finance-unsupported', 'merchants.csv', 'tax_id'],
    ]);
    // M03 gets an ordinary one
    expect(await problemsOf({ taxId: '', merchantId: 'M03' })).toEqual([]);
  });

  it.each([
    ['a name of 101 characters', { legalName: '公'.repeat(101) }],
    ['an address for mail of 73', { email: `${'a'.repeat(60)}@example.test` }],
    ['a tax id of 21', { taxId: '9'.repeat(21) }],
  ])('%s', async (_, changes) => {
    expect(await problemsOf(changes)).toEqual([
      ['error', 'finance-unsupported', 'merchants.csv', null],
    ]);
  });

  it('a number of 21 characters', async () => {
    expect(await problemsOf({}, 'YUNDUKF-202610-000001')).toEqual([
      ['error', 'finance-unsupported', 'provider.json', 'invoice_prefix'],
    ]);
  });

  it('100 characters of a name are taken', async () => {
    expect(await problemsOf({ legalName: '公'.repeat(100) })).toEqual([]);
  });
});

describe('a template', () => {
  /** Another version: its columns stand elsewhere, and there is one more. */
  const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 10 }));
  const given = workbookBytes([
    {
      name: BASIC,
      above: [[], []],
      columns: columns(
        ...['发票流水号', '新的一列', '购买方名称', '发票类型', '是否含税'],
        ...['购买方纳税人识别号', '购买方邮箱', '备注'],
      ),
      rows: [],
    },
    {
      name: DETAIL,
      above: [[], []],
      columns: columns('税率', '金额', '发票流水号', '项目名称', '商品和服务税收编码'),
      rows: [],
    },
    { name: '字典', columns: columns('kept'), rows: [] },
  ]);
  const template = (bytes: Uint8Array) => ({ template: { file: 'template.xlsx', bytes } });

  it('is filled by its headers, and keeps what else it has', async () => {
    const written = await filesWritten(['fapiao'], [exclusiveInvoice()], template(given));
    const sheets = sheetsIn(written, 'fapiao.xlsx');
    expect(sheets.get(BASIC)?.[3]?.slice(0, 5)).toEqual([
      'INV-202610-000001',
      '',
      '杭州云栖茶业有限公司',
      '增值税专用发票',
      '否',
    ]);
    expect(sheets.get(DETAIL)?.[3]).toEqual([
      '=0.06',
      '=100.04',
      'INV-202610-000001',
      '客服外包服务费',
      '3040204000000000000',
    ]);
    expect(sheets.get('字典')).toEqual([['kept']]);
  });

  it('that lacks a column stops the run, and says which', async () => {
    const parts = unzipSync(given);
    const strings = strFromU8(parts['xl/sharedStrings.xml'] ?? new Uint8Array());
    parts['xl/sharedStrings.xml'] = strToU8(strings.replace('购买方名称', '名称'));
    const { problems } = await filesWritten(
      ['fapiao'],
      [exclusiveInvoice()],
      template(zipSync(parts)),
    );
    expect(problems.map((found) => [found.file, problemSentence(found, 'en').message])).toEqual([
      ['template.xlsx', 'the workbook has no column 购买方名称 in row 3 of 1-发票基本信息'],
    ]);
  });

  it('that is none stops the run', async () => {
    const broken = template(strToU8('no workbook'));
    const { problems } = await filesWritten(['fapiao'], [exclusiveInvoice()], broken);
    expect(problems.map((found) => problemSentence(found, 'en').message)).toEqual([
      'the workbook is no workbook (.xlsx)',
    ]);
  });
});

it('a rate of 3 % is written as 0.03, and never as 3 %', async () => {
  const line = { ...salaryLine('A1', 10000n), taxRate: decimal('0.03') };
  expect(amountsIn(await filesWritten(['fapiao'], [documentOf([line])]))).toEqual([
    ['=100.00', '=0.03'],
  ]);
});
