import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ComparisonData } from '../../../src/output/comparison/comparison-data.js';
import { renderComparison } from '../../../src/output/comparison/comparison-pdf.js';
import { sumsByMerchant } from '../../../src/output/comparison/comparison-sums.js';
import type { Language } from '../../../src/documents/document.js';
import { localDate } from '../../../src/period/local-date.js';
import { assert } from '../../../src/problem.js';
import { isInstalled } from '../../support/tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { CNY } from '../../documents/accounts/books.js';
import { sayAll } from '../pdf/pdf-tools.js';
import { cell, CELLS, comparisonOf, MEETING, merchant } from './comparisons.js';

function render(data: ComparisonData, language: Language = 'en'): Buffer {
  const [sum] = sumsByMerchant(data);
  const [of] = data.merchants;
  assert(sum !== undefined && of !== undefined, 'a merchant was compared');
  return renderComparison({ ...of, language }, sum, data, localDate('2026-10-31'));
}

/** Its pages, with single blanks. */
function pagesOf(data: ComparisonData, language: Language = 'en'): string[] {
  const input = render(data, language);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  return text
    .replace(/[ \u00A0]+/g, ' ')
    .split('\f')
    .slice(0, -1);
}

it('has the same bytes for the same comparison', () => {
  expect(render(comparisonOf()).equals(render(comparisonOf()))).toBe(true);
});

describe.runIf(isInstalled('pdftotext'))('what it says', () => {
  it('that it is no bill, at the top and at the foot', () => {
    const [page = ''] = pagesOf(comparisonOf());
    expect(page.split('This is no bill')).toHaveLength(3);
    expect(page).toContain('nothing is due by it, and nothing was issued');
  });

  it('what each offer comes to, against 5,000.00 that were billed, and the cheapest', () => {
    const [page = ''] = pagesOf(comparisonOf());
    expect(page).toContain('5,200 a month 5,200.00 +200.00');
    expect(page).toContain('1,500 and 2 % 3,900.00 −1,100.00');
    expect(page).toContain('200 an event day nothing to bill –');
    expect(page).toContain('Cheapest: 1,500 and 2 %, CNY 3,900.00');
  });

  it('where offers break even', () => {
    expect(pagesOf(comparisonOf()).join()).toContain('above net sales of 185,000.00');
  });

  it('why an offer cannot be priced', () => {
    const [page = ''] = pagesOf(comparisonOf([cell('salary', null)]));
    expect(page).toContain('5,200 a month Not priced –');
    expect(page.replace(/\s+/g, ' ')).toContain('nobody knows how many agents it would take');
  });

  it('in Chinese too', () => {
    const page = pagesOf(comparisonOf(), 'zh').join().replace(/\s/g, '');
    for (const part of ['方案比较', '本页不是账单', '最省', '盈亏平衡点'])
      expect(page).toContain(part);
  });
});

describe.runIf(isInstalled('pdftotext'))('is one page', () => {
  it('with six offers over twelve months, month by month', () => {
    const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}`);
    const offers = Array.from({ length: 6 }, (_, at) => {
      return { offerId: `O${at}`, name: `offer ${at}`, currency: CNY, saysTax: false };
    });
    const cells = months.flatMap((period) =>
      offers.map(({ offerId }, at) => cell(offerId, BigInt(at + 1) * 100n, { period })),
    );
    const pages = pagesOf(comparisonOf(cells, { periods: months, offers }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toContain('2026-12 1.00 2.00 3.00 4.00 5.00 6.00 5,000.00');
  });

  it('with more of everything than a page holds, which it counts', () => {
    const offers = Array.from({ length: 90 }, (_, at) => {
      return { offerId: `O${at}`, name: `offer ${at}`, currency: CNY, saysTax: false };
    });
    const cells = offers.map(({ offerId }) => cell(offerId, 100n));
    const breakEvens = Array.from({ length: 40 }, () => MEETING);
    const long = merchant('M1', 'x'.repeat(900));
    const pages = pagesOf(comparisonOf(cells, { offers, breakEvens, merchants: [long] }));
    expect(pages).toHaveLength(1);
    expect(pages[0]).toMatch(/And \d+ more, in comparison\.csv\./);
  });
});

it.runIf(isInstalled('qpdf'))('is a PDF in which qpdf finds nothing wrong', () => {
  const file = join(temporaryFolder(), 'comparison.pdf');
  writeFileSync(file, render(comparisonOf(CELLS), 'zh-en'));
  const { status, said } = sayAll('qpdf', '--check', file);
  expect([status, /warn/i.test(said)]).toEqual([0, false]);
});
