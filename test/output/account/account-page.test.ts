/** The page over all accounts: its words, and as people use it in a browser. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { accountPage, type AccountPageData } from '../../../src/output/account/account-page.js';
import { localDate } from '../../../src/period/local-date.js';
import { problem } from '../../../src/problem.js';
import { describePage } from '../../support/page-tests.js';
import { issued } from '../../documents/accounts/books.js';
import { PROVIDER } from '../pdf/documents.js';
import { textOf } from '../report/page-text.js';
import { ACCOUNT, accountIn, MERCHANT } from './accounts.js';

/** M1 as above, then 60 merchants who owe 1.00 to 60.00, and M99 who has no account. */
const MANY: AccountPageData = {
  provider: PROVIDER,
  from: localDate('2026-11-01'),
  asOf: localDate('2026-11-30'),
  merchants: new Map([['M1', MERCHANT]]),
  accounts: [
    ACCOUNT,
    ...Array.from({ length: 60 }, (_, at) =>
      accountIn([issued(`INV-${at}`, '2026-11-25', at + 1)], [], `N${at + 1}`),
    ),
  ],
  problems: [
    problem(
      'receipt-exceeds-owed',
      { file: 'receipts.csv', record: 3, column: 'amount', merchantId: 'M99' },
      {
        receiptId: 'R9',
        kind: 'payment',
        number: null,
        currency: 'CNY',
        amount: '10.00',
        owed: '5.00',
      },
    ),
  ],
};

it('adds up what all owe: 380 and 1 + 2 + … + 60 = 1,830, of which 380 are overdue', () => {
  const text = textOf(accountPage(MANY, 'en'));
  expect(text).toContain('Closing CNY 2,210.00 overdue 380.00');
  expect(text).toContain('Deposits held 1,000.00');
  expect(text).toContain('The first 50 of 61 rows; all of them are in account.csv.');
  expect(text).toContain('receipt R9 pays CNY 10.00, and 5.00 is owed on that day');
});

it('says so where there is nothing', () => {
  const text = textOf(accountPage({ ...MANY, accounts: [], problems: [] }, 'en'));
  expect(text).toContain('Nothing was billed or received.');
});

const closings = (page: Page): Promise<string[]> =>
  page.locator('.long tbody tr td:nth-of-type(5)').allTextContents();

describePage(
  (language) => accountPage(MANY, language),
  (open) => {
    it('sorts by amount and back, by keyboard; the header says how', async () => {
      const { page } = await open();
      const header = page.getByRole('columnheader', { name: 'Closing' });
      await header.getByRole('button').focus();
      await page.keyboard.press('Enter');
      expect(await header.getAttribute('aria-sort')).toBe('ascending');
      expect((await closings(page)).slice(0, 3)).toEqual(['1.00', '2.00', '3.00']);
      await page.keyboard.press('Enter');
      expect(await header.getAttribute('aria-sort')).toBe('descending');
      expect((await closings(page)).slice(0, 3)).toEqual(['380.00', '60.00', '59.00']);
      await page.close();
    });

    it('puts what is blank last, sorted either way', async () => {
      const { page } = await open();
      const header = page.getByRole('columnheader', { name: 'Deposits held' }).getByRole('button');
      const first = page.locator('.long tbody tr td:last-child').first();
      await header.click();
      expect(await first.textContent()).toBe('1,000.00');
      await header.click();
      expect(await first.textContent()).toBe('1,000.00');
      await page.close();
    });

    it('finds by name, id and amount, shows more, and goes on to the rows shown', async () => {
      const { page } = await open();
      expect(await closings(page)).toHaveLength(50);
      await page.getByRole('button', { name: 'Show more' }).click();
      expect(await closings(page)).toHaveLength(61);
      expect(await page.locator(':focus').innerText()).toContain('N50');
      await page.getByRole('searchbox').fill('lotus 380');
      expect(await closings(page)).toEqual(['380.00']);
      expect(await page.getByRole('status').textContent()).toBe('1 of 1 rows shown');
      await page.getByRole('searchbox').fill('nobody');
      expect(await page.getByRole('status').textContent()).toBe('No merchant matches');
      await page.close();
    });

    it('shows each row as the page without a script does', async () => {
      const rows = async (javaScriptEnabled: boolean): Promise<string[]> => {
        const { page } = await open('zh', { javaScriptEnabled });
        const found = await page.locator('.long tbody tr').allInnerTexts();
        await page.close();
        return found;
      };
      expect(await rows(true)).toEqual(await rows(false));
    });
  },
);
