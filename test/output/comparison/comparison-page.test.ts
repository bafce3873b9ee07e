/** The page of a comparison: its words, and as people use it in a browser. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { comparisonPage } from '../../../src/output/comparison/comparison-page.js';
import { describePage } from '../../support/page-tests.js';
import { textOf } from '../report/page-text.js';
import { cell, CELLS, comparisonOf, MEETING, merchant } from './comparisons.js';

/** M1 as in the other tests, and 60 shops that cannot be priced at a salary. */
const SHOPS = Array.from({ length: 60 }, (_, at) => merchant(`N${at + 1}`));
const MANY = comparisonOf(
  [
    ...CELLS,
    ...SHOPS.flatMap(({ merchantId }, at) => [
      cell('salary', null, { merchantId }),
      cell('base', BigInt(at + 1) * 100n, { merchantId }),
      cell('event', 0n, { merchantId, billed: null }),
    ]),
  ],
  {
    merchants: [merchant('M1', 'Lotus Home'), ...SHOPS],
    breakEvens: [MEETING, { ...MEETING, measure: 'consultations', at: 4_650n, had: 3_100n }],
  },
);

describe('what it says', () => {
  it('that it is no bill', () => {
    expect(textOf(comparisonPage(MANY, 'en'))).toContain('This is no bill');
  });

  it('each offer over all merchants: 3,900 + 1 + 2 + … + 60 = 5,730, priced for all 61', () => {
    const text = textOf(comparisonPage(MANY, 'en'));
    expect(text).toContain('1,500 and 2 % base CNY 5,730.00');
    expect(text).toMatch(/5,200 a month salary CNY 5,200\.00 \+200\.00 1 of 61 0/);
  });

  it('where offers break even, and what the month had', () => {
    const text = textOf(comparisonPage(MANY, 'en')).replaceAll('\u00A0', ' ');
    expect(text).toContain('above net sales of 185,000.00 185,000.00 120,000.00 net sales');
    expect(text).toContain('above 4,650 consultations in the month 4,650 3,100 consultations');
  });

  it('why a cell cannot be priced', () => {
    const text = textOf(comparisonPage(MANY, 'en'));
    expect(text).toContain('nobody knows how many agents it would take');
  });
});

const names = (page: Page): Promise<string[]> =>
  page.locator('#by-merchant tbody th').allInnerTexts();

describePage(
  (language) => comparisonPage(MANY, language),
  (open) => {
    it('sorts each table by itself, by keyboard', async () => {
      const { page } = await open();
      const table = page.locator('#by-merchant');
      const header = table.getByRole('columnheader', { name: '1,500 and 2 %' });
      await header.getByRole('button').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      expect((await names(page)).slice(0, 2)).toEqual(['Lotus Home M1', 'Shop N60 N60']);
      const sortedMonths = "document.querySelectorAll('#by-month [aria-sort]').length";
      expect(await page.evaluate(sortedMonths)).toBe(0);
      await page.close();
    });

    it('finds an offer and a merchant', async () => {
      const { page } = await open();
      const months = page.locator('#by-month');
      await months.getByRole('searchbox').fill('lotus base');
      await months.getByRole('searchbox').fill('lotus 1,500');
      expect(await months.getByRole('status').textContent()).toBe('1 of 1 rows shown');
      await page.close();
    });
  },
);
