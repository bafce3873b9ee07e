import { describe, expect, it } from 'vitest';
import type { ReportDocument } from '../../../src/output/report/report-data.js';
import { renderReport } from '../../../src/output/report/render-report.js';
import { problem } from '../../../src/problem.js';
import { currency } from '../../pricing/builders.js';
import { rowsOf, textOf } from './page-text.js';
import { reportDocument, reportOf } from './report-data.js';

const TWO = [reportDocument(1, 500_000n), reportDocument(2, 123_450n)];

it('has the same bytes for the same data, also after another chart was drawn', () => {
  const once = renderReport(reportOf(TWO));
  renderReport(reportOf([reportDocument(3, 1n)]));
  expect(renderReport(reportOf(TWO))).toBe(once);
});

it('needs nothing but itself', () => {
  const page = renderReport(reportOf(TWO));
  const links = [...page.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, target]) => target);
  expect(links.filter((target) => /^(?:[a-z]+:|\/)/.test(target ?? ''))).toEqual(['data:,']);
  expect(page.match(/url\(|@import/g)).toBeNull();
});

describe('names that people gave', () => {
  const NAME = `</script><script>alert(1)</script><!--"'&\u202E\u2028`;
  const hostile = reportDocument(1, 100n, { merchantName: NAME, merchantId: '"><img src=x>' });
  const change = { ...hostile, before: 0n, now: 100n, isBlocked: true };
  const report = reportOf([hostile], {
    provider: NAME,
    before: { state: 'compared', of: '2026-09' },
    blocked: [
      {
        merchantId: hostile.merchantId,
        merchantName: NAME,
        standing: [],
        errors: [problem('file-unreadable', { file: NAME }, { case: 'path', reason: NAME })],
        errorCount: 1,
      },
    ],
    currencies: reportOf([hostile]).currencies.map((of) => ({ ...of, changes: [change] })),
    files: [{ file: NAME, table: 'orders', rows: 1n, outcomes: [{ outcome: 'billed', rows: 1n }] }],
  });

  it('end no element and begin none', () => {
    const page = renderReport(report);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img');
    expect(page).not.toContain('<!--');
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
  });

  it('arrive whole, in the table and in the data', () => {
    const page = renderReport(report);
    expect(rowsOf(page, 'documents')[1]?.[1]).toBe(`${NAME.replace('\u2028', '')} "><img src=x>`);
    const data = /id="document-data">([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    expect((JSON.parse(data) as { rows: unknown[][] }).rows[0]?.[2]).toBe(NAME);
  });

  it('turn no direction of writing outside themselves', () => {
    const page = renderReport(report);
    expect(page.split('\u202E').length).toBeGreaterThan(2);
    const charts = page.match(/<svg[^>]*role="img"[\s\S]*?<\/svg>/g) ?? [];
    expect(charts).toHaveLength(2);
    for (const chart of charts)
      expect(chart.replace(/<desc[\s\S]*<\/desc>/, '')).not.toContain('\u202E');
  });
});

describe('what the page says', () => {
  // 5,000.00 + 1,234.50 = 6,234.50; tax 300.00 + 74.07 = 374.07; together 6,608.57.
  it('the sums of the batch', () => {
    const page = renderReport(reportOf(TWO));
    expect(rowsOf(page, 'batch')).toEqual([
      ['Documents', 'Count', 'Net', 'Tax', 'Total'],
      ['Batch CNY', '2', '6,234.50', '374.07', '6,608.57'],
    ]);
    expect(textOf(page)).toContain('The ledger has no 2026-09 to compare with.');
  });

  it('that a preview issues nothing', () => {
    const page = renderReport(reportOf(TWO, { batch: null }));
    const text = textOf(page);
    expect(text).toContain('Preview A trial: nothing is issued · Calculated on 2026-11-20');
    expect(text).not.toMatch(/Issued|Cancelled|Left as issued|Batch/);
    expect(rowsOf(page, 'batch')[1]).toEqual([
      ...['Total CNY', '2', '6,234.50', '374.07', '6,608.57'],
    ]);
  });

  it('amounts beyond what a floating point number holds, to the last digit', () => {
    const large = reportDocument(1, 900_719_925_474_099_301n, { tax: 0n });
    const page = renderReport(reportOf([large]));
    expect(rowsOf(page, 'revenue')[1]).toEqual(['Fixed salary', '9,007,199,254,740,993.01']);
    expect(page).toMatch(/<text[^>]*>9,007,199,254,740,993\.01<\/text>/);
  });

  it('yen have no digits after the point', () => {
    const yen = reportDocument(1, 1_234_567n, { currency: currency('JPY') });
    const page = renderReport(reportOf([yen], {}));
    expect(rowsOf(page, 'documents')[1]?.slice(4)).toEqual(['JPY', '1,308,641']);
  });

  it('a link to each document of the page', () => {
    const page = renderReport(reportOf(TWO));
    expect(page).toContain('<a href="pdf/INV-202610-000001.pdf">INV-202610-000001</a>');
  });

  it('without a script the first fifty documents, and where the others are', () => {
    const many = Array.from({ length: 51 }, (_, at) => reportDocument(at + 1, 100n));
    const page = renderReport(reportOf(many));
    expect(rowsOf(page, 'documents')).toHaveLength(1 + 50);
    expect(page).toContain('The first 50 of 51 documents; all of them are in invoices.csv.');
  });

  it('every chart has a title and a description with its amounts', () => {
    const page = renderReport(reportOf(TWO));
    expect(page).toContain('<title id="plans-CNY-title">Net revenue by plan, CNY</title>');
    expect(page).toContain('<desc id="plans-CNY-description">Fixed salary 6,234.50</desc>');
  });

  it('a chart also of a plan that comes to nothing, or below it', () => {
    for (const net of [0n, -100n]) {
      const page = renderReport(reportOf([reportDocument(1, net)]));
      expect(page).toContain('<desc id="plans-CNY-description">Fixed salary');
      expect(page).not.toContain('NaN');
    }
  });

  it('rows of a file, by what became of them', () => {
    const files = [
      {
        file: 'orders.csv',
        table: 'orders',
        rows: 4_767n,
        outcomes: [
          { outcome: 'billed', rows: 875n },
          { outcome: 'silent_order', rows: 1_300n },
          { outcome: 'other_period', rows: 2_591n },
          { outcome: 'rejected', rows: 1n },
        ],
      },
    ] as const;
    const page = renderReport(reportOf(TWO, { files }));
    // 4,767 = 875 + 3,891 + 1; 3,891 = 2,591 + 1,300.
    expect(rowsOf(page, 'rows')[1]).toEqual([
      ...['orders.csv', '', '4,767', '875', '3,891', '1'],
      'other period 2,591 · silent order 1,300',
    ]);
    // Of a thousand: 183 billed, 816 left out, and one for what would be too little to be seen.
    const widths = [...page.matchAll(/<rect class="\S+" x="\d+" width="(\d+)"/g)];
    expect(widths.map(([, width]) => width)).toEqual(['183', '816', '1']);
  });
});

describe('languages', () => {
  const headings = (language: 'zh' | 'en' | 'zh-en'): string[] => {
    const page = renderReport(reportOf(TWO, { language }));
    return [
      /<html lang="[^"]*"/,
      /<h1>[\s\S]*?<\/h1>/,
      /<h2 id="batch">.*/,
      /<th role="col[^>]*>.*?<\/th>/,
    ]
      .map((pattern) => pattern.exec(page)?.[0] ?? '')
      .map((found) => (found.startsWith('<html') ? found : textOf(found)));
  };

  it('Chinese', () => {
    expect(headings('zh')).toEqual(['<html lang="zh-CN"', '账单报告 2026-10', '本批账单', '账单']);
  });

  it('English', () => {
    expect(headings('en')).toEqual([
      ...['<html lang="en"', 'Billing report 2026-10', 'This batch', 'Documents'],
    ]);
  });

  it('both: in Chinese, with headings in both', () => {
    expect(headings('zh-en')).toEqual([
      ...[
        '<html lang="zh-CN"',
        '账单报告 · Billing report 2026-10',
        '本批账单 · This batch',
        '账单',
      ],
    ]);
  });
});

describe('a revision', () => {
  const reversal = (sequence: number, net: bigint, cancels: string): ReportDocument =>
    reportDocument(sequence, -net, { merchantId: 'M1', type: 'credit_note', cancels });

  it('has a row for each document that was cancelled, the largest difference first', () => {
    // 1,000.00 → 900.00 and 500.00 → nothing, each with 6 % tax: 1,060.00 → 954.00, 530.00 → 0.00.
    const page = renderReport(
      reportOf([
        reversal(3, 100_000n, 'INV-202610-000001'),
        reportDocument(4, 90_000n, { replaces: 'INV-202610-000001' }),
        reversal(5, 50_000n, 'INV-202610-000002'),
      ]),
    );
    expect(rowsOf(page, 'revisions').slice(1)).toEqual([
      ['茶事 5 M1 · CNY', 'INV-202610-000002', '–', '530.00', '0.00', '−530.00'],
      [
        '茶事 3 M1 · CNY',
        'INV-202610-000001',
        'INV-202610-000004',
        '1,060.00',
        '954.00',
        '−106.00',
      ],
    ]);
  });

  it('has no section where nothing was cancelled', () => {
    expect(renderReport(reportOf(TWO))).not.toContain('id="revisions"');
  });
});
