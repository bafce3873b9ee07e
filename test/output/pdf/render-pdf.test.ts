import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../../src/documents/document.js';
import type { Line } from '../../../src/pricing/line.js';
import { drawable } from '../../../src/output/pdf/engine/fonts.js';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import { decimal } from '../../pricing/builders.js';
import { isInstalled } from '../../support/tools.js';
import { grouped, invoice, PROVIDER, salaryLine, salaryOfDays } from './documents.js';

const NOTHING = { balanceBefore: null, contracts: [] };
const render = (document: Document): Buffer => renderPdf(document, PROVIDER, NOTHING);

/** The text of each page. */
function pagesOf(document: Document): string[] {
  const input = render(document);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  return text.split('\f').slice(0, -1);
}

const LONG = 'A name of more than sixty characters, as marketplaces have them 云栖';
const EIGHTY = invoice(
  Array.from({ length: 80 }, (_, at) => salaryLine(`${LONG} ${at}`, 123_456n + BigInt(at) * 111n)),
);

describe('a PDF', () => {
  it('has the same bytes for the same document', () => {
    const attachment = { name: 'lines.csv', content: 'number,line\r\n' };
    const once = renderPdf(EIGHTY, PROVIDER, NOTHING, attachment);
    const again = renderPdf(EIGHTY, PROVIDER, NOTHING, attachment);
    expect(again.equals(once)).toBe(true);
  });

  it('is tagged, and carries its attachment', () => {
    const attachment = { name: 'lines.csv', content: 'number,line\r\n' };
    const bytes = renderPdf(EIGHTY, PROVIDER, NOTHING, attachment).toString('latin1');
    for (const part of ['/Marked true', '/S /Table', '/S /H1', '/AFRelationship /Data', 'pdfaid'])
      expect(bytes).toContain(part);
  });

  it('says that it keeps to PDF/UA-1, and that the cell of a contract goes over all columns', () => {
    const bytes = render(EIGHTY).toString('latin1');
    expect(bytes).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(bytes.match(/\/ColSpan 5/g)).toHaveLength(1);
  });

  it('keeps metadata whole where a name has characters of XML', () => {
    const pdf = renderPdf(EIGHTY, { ...PROVIDER, name: 'A & <B>' }, NOTHING);
    expect(pdf.toString('utf8')).toContain('A ＆ ＜B＞');
  });
});

it('writes what the font lacks as its code, and drops what is never seen', () => {
  expect(drawable('茶\u200F😀\u202E\uFE0F')).toBe('茶[U+1F600]');
});

describe.runIf(isInstalled('pdftotext'))('what a PDF says', () => {
  it('80 lines: each amount once, totals on a page with a line', () => {
    const pages = pagesOf(EIGHTY);
    const text = pages.join('\n');
    for (const { amount } of EIGHTY.lines)
      expect(text.split(grouped(amount)).length - 1, grouped(amount)).toBe(1);
    const ofTotal = pages.filter((page) => page.includes('Total')).at(-1) ?? '';
    expect(ofTotal).toContain('Monthly salary');
    expect(pages.length).toBeGreaterThan(3);
    expect(pages.length).toBeLessThan(9);
  });

  it('repeats the header of the table', () => {
    const pages = pagesOf(EIGHTY);
    const withLines = pages.filter((page) => page.includes('Monthly salary'));
    for (const page of withLines) expect(page).toContain('Unit price');
  });

  it('a credit note: what it cancels, nothing to pay, no due date', () => {
    const credit = invoice([salaryLine('A1', -260_000n)], { cancels: 'YD-202610-000001' });
    const text = pagesOf(credit).join('\n');
    expect(text).toContain('Credit note');
    expect(text).toContain('Cancels YD-202610-000001 in full');
    expect(text).toContain('Nothing is to be paid');
    for (const absent of [credit.dueDate, 'Due', 'Pay to', PROVIDER.bankAccount])
      expect(text).not.toContain(absent);
  });

  it('an invoice in the place of another names it', () => {
    const text = pagesOf(invoice([salaryLine('A1', 1n)], { replaces: 'YD-1' })).join('\n');
    expect(text).toContain('Replaces YD-1');
  });

  it('what replaces another document says each line old and new, why, and what is left', () => {
    const replaced = invoice([salaryOfDays('A1', '24'), salaryOfDays('A2', '13')]);
    const lines = [salaryOfDays('A1', '23'), salaryOfDays('A2', '13')];
    const document = invoice(lines, { number: 'YD-202610-000009', replaces: replaced.number });
    const pdf = renderPdf(document, PROVIDER, NOTHING, undefined, null, replaced);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
    // 5,200 × 24/26 = 4,800.00 → 4,600.00; with the 2,600.00 of A2: 7,400.00 → 7,200.00.
    const changes = text.slice(text.indexOf('What changed since YD-202610-000002'));
    expect(changes.replace(/\s+/g, ' ')).toMatch(
      /^What changed since YD-202610-000002 Monthly salary, A1 4,800.00 → 4,600.00 agent-days 24 → 23 Total CNY 7,400.00 → CNY 7,200.00: where YD-202610-000002 is paid, CNY 200.00 is to be paid back\./,
    );
  });

  it('a preview says on each page that it is no bill, and asks for nothing', () => {
    const preview = { ...EIGHTY, number: 'PREVIEW-202610-000001' };
    const pages = pagesOf(preview);
    const raw = execFileSync('pdftotext', ['-raw', '-', '-'], {
      input: render(preview),
      encoding: 'utf8',
    });
    // The mark behind each page.
    expect(raw.split('Preview · not a bill').length - 1).toBe(pages.length);
    const text = pages.join('\n');
    expect(text).toContain('Service invoice: preview, not a bill');
    expect(text).toContain('For checking only: do not pay it');
    for (const absent of ['Due', 'Please pay', 'Amount due', 'Pay to', PROVIDER.bankAccount])
      expect(text).not.toContain(absent);
  });

  it('a number, and the longest unit, stay on one line', () => {
    const amount = 12_345_678_901_234_567n;
    const quantity = decimal('123456789.5');
    const line: Line = { ...salaryLine('A1', amount), quantity, unit: 'consultation' };
    const text = pagesOf(invoice([line])).join('\n');
    const row = text.split('\n').find((one) => one.includes('123,456,789.5')) ?? '';
    expect(row).toMatch(/consultations .* 123,456,789,012,345\.67$/);
    // in the line, in net and in total, and as what is due
    expect(text.split('123,456,789,012,345.67').length - 1).toBe(4);
  });

  it.each([
    ['1', '1 month'],
    ['-1', '−1 month'],
    ['0.5', '0.5 months'],
  ])('a quantity of %s is %s', (quantity, expected) => {
    const line = { ...salaryLine('A1', 100n), quantity: decimal(quantity) };
    const text = pagesOf(invoice([line])).join('\n');
    expect(text.replace(/ +/g, ' ')).toContain(`${expected} 5,200.00`);
  });

  it('a name of 400 characters leaves room for a line and the totals', () => {
    const name = '云栖茶事旗舰店专卖'.repeat(45).slice(0, 400);
    const document = invoice([salaryLine('A1', 100n)]);
    const pages = pagesOf({ ...document, merchant: { ...document.merchant, name } });
    expect(pages).toHaveLength(1);
    for (const part of ['Unit price', 'Monthly salary, A1', 'Total', PROVIDER.bankAccount])
      expect(pages[0]).toContain(part);
    const characters = pages.join('').match(/[云栖茶事旗舰店专卖]/gu) ?? [];
    expect(characters.length).toBeGreaterThanOrEqual(400);
  });

  it('the heading of the table never stands on a page without a line', () => {
    const address = '西湖区'.repeat(900);
    const document = invoice([salaryLine('A1', 100n)]);
    const pages = pagesOf({ ...document, merchant: { ...document.merchant, address } });
    const headed = pages.filter((page) => page.includes('Unit price'));
    expect(pages.length).toBeGreaterThan(1);
    expect(headed.map((page) => page.includes('Monthly salary, A1'))).toEqual([true]);
  });

  it('a row taller than a page begins under its headings and goes on from page to page, as one row', () => {
    const tall = salaryLine('西湖区'.repeat(1_500), 100n);
    const document = invoice([tall, salaryLine('A2', 200n)]);
    const pages = pagesOf(document);
    const described = pages.filter((page) => page.includes('西湖区'));
    // 4,500 characters of 9 points in a column of 206: some 200 lines, of which a page has fewer than 70.
    expect(described.length).toBeGreaterThanOrEqual(3);
    expect(pages[0]).toContain('西湖区');

    const bytes = render(document).toString('latin1');
    // The headings, the contract and the two lines; a cell of the contract and five of each line.
    expect(bytes.match(/\/S \/TR\b/g)).toHaveLength(4);
    expect(bytes.match(/\/S \/TD\b/g)).toHaveLength(1 + 2 * 5);
  });

  it('every character is read back: codes of all bytes, ligatures, beyond the first plane', () => {
    const ideographs = Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x4e00 + at));
    const name = drawable(`(\\) office AVATAR é ${ideographs.join('')}🄀`);
    expect(name).not.toContain('[');
    const document = invoice([salaryLine('A1', 100n)]);
    const text = pagesOf({ ...document, merchant: { ...document.merchant, name } }).join('');
    const squeezed = (one: string): string => one.replace(/\s/gu, '');
    const column = text.split('\n').map((line) => line.slice(0, 60));
    expect(squeezed(column.join(''))).toContain(squeezed(name).slice(0, 30));
    const counts = ideographs.filter((character) => !text.includes(character));
    expect(counts).toEqual([]);
    expect(text).toContain('🄀');
  });
});
