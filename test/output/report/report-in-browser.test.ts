/** The report as people use it: in a browser, by keyboard, on a phone, on paper. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problem } from '../../../src/problem.js';
import { renderReport } from '../../../src/output/report/render-report.js';
import { figuresOf } from '../../../src/run/report-sums.js';
import { openBrowser } from '../../support/browser.js';
import {
  DARK,
  LOOKS,
  openPage,
  PHONE,
  violationsOn,
  type OpenedPage,
} from '../../support/open-page.js';
import { isInstalled } from '../../support/tools.js';
import { billed } from '../../support/billed.js';
import { reportDocument, reportOf } from './report-data.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

describe.runIf(isInstalled('chromium'))('the report in a browser', () => {
  let browser: Browser;
  let folder: string;
  let batch: string;

  beforeAll(async () => {
    browser = await openBrowser();
    folder = temporaryFolder();
    batch = join((await billed('demo')).output, '2026-10/batch-001');
    writeFileSync(join(folder, 'many.html'), renderReport(MANY));
  });
  afterAll(async () => {
    await browser.close();
  });

  const demo = (): string => join(batch, 'report.html');
  const many = (): string => join(folder, 'many.html');

  const open = (file: string, options: BrowserContextOptions = {}): Promise<OpenedPage> =>
    openPage(browser, file, options);

  const numbers = (page: Page): Promise<string[]> =>
    page.locator('#document-table tbody th').allTextContents();
  /** Of links, in full. */
  const addresses = (page: Page, selector: string): Promise<string[]> =>
    page.evaluate(
      `Array.from(document.querySelectorAll(${JSON.stringify(selector)}), (link) => link.href)`,
    );
  const totals = (page: Page): Promise<string[]> =>
    page.locator('#document-table tbody td:last-child').allTextContents();

  it('loads without an error and without a request', async () => {
    const { page, faults } = await open(demo());
    expect(await page.locator('#document-table tbody tr').count()).toBe(19);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('has links to files that are there', async () => {
    const { page } = await open(demo());
    const links = await addresses(page, 'a[href]:not([href^="#"])');
    expect(links).toHaveLength(19 + 6);
    for (const link of links) expect(existsSync(new URL(link)), link).toBe(true);
    for (const link of links.slice(0, 16))
      expect(readFileSync(new URL(link)).toString('latin1', 0, 5)).toBe('%PDF-');
    for (const target of await addresses(page, 'a[href^="#"]'))
      expect(await page.locator(new URL(target).hash).count(), target).toBe(1);
    await page.close();
  });

  it('sorts by amount, exactly, and back; the header says how', async () => {
    const { page } = await open(many());
    const header = page.locator('#document-table').getByRole('columnheader', { name: 'Total' });
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('ascending');
    // −2.12 is the least; each further document is 1.00 and its tax of 0.06 more than the one before.
    expect((await totals(page)).slice(0, 4)).toEqual(['−2.12', '1.06', '2.12', '3.18']);
    await header.getByRole('button').click();
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    // The two largest differ in a digit that a floating point number would lose.
    expect((await totals(page)).slice(0, 2)).toEqual([
      '90,071,992,547,409,931.01',
      '90,071,992,547,409,931.00',
    ]);
    await page.close();
  });

  it('searches by any words, of any width and case, and says how many it found', async () => {
    const { page } = await open(many());
    const status = page.getByRole('status');
    expect(await status.textContent()).toBe('50 of 123 documents shown');
    await page.getByRole('searchbox').fill('ＳＡＬＡＲＹ  000117');
    expect(await numbers(page)).toEqual(['INV-202610-000117']);
    expect(await status.textContent()).toBe('1 of 1 documents shown');
    await page.getByRole('searchbox').fill('nobody');
    expect(await status.textContent()).toBe('No document matches');
    await page.getByRole('searchbox').fill('cancels');
    expect(await numbers(page)).toEqual(['INV-202610-000121']);
    await page.close();
  });

  it('is used by keyboard: sort, search, show more, and on to the documents shown', async () => {
    const { page } = await open(many());
    const focused = (): Promise<string> => page.locator(':focus').innerText();
    await page.getByRole('searchbox').focus();
    await page.keyboard.press('Tab');
    expect(await focused()).toContain('Number');
    await page.keyboard.press('Enter');
    expect((await numbers(page))[0]).toBe('INV-202610-000123');
    await page.getByRole('button', { name: 'Show more' }).focus();
    await page.keyboard.press('Enter');
    expect(await numbers(page)).toHaveLength(100);
    expect(await focused()).toBe('INV-202610-000073');
    await page.close();
  });

  it('shows each document as the page without a script does', async () => {
    const rows = async (options: BrowserContextOptions): Promise<string[]> => {
      const { page } = await open(many(), options);
      const found = await page.locator('#document-table tbody tr').allInnerTexts();
      await page.close();
      return found;
    };
    expect(await rows({})).toEqual(await rows({ javaScriptEnabled: false }));
  });

  it('has its charts and its first documents without a script', async () => {
    const { page } = await open(many(), { javaScriptEnabled: false });
    expect(await page.getByRole('img', { name: 'Net revenue by plan, CNY' }).isVisible()).toBe(
      true,
    );
    expect(await page.getByText('The first 50 of 123 documents').isVisible()).toBe(true);
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    await page.close();
  });

  it.each(LOOKS)('axe finds nothing: %s', async (_, options) => {
    for (const file of [demo(), many()]) {
      const { page } = await open(file, options);
      expect(await violationsOn(page)).toEqual([]);
      await page.close();
    }
  });

  it('fits a phone', async () => {
    for (const file of [demo(), many()]) {
      const { page } = await open(file, PHONE);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.close();
    }
  });

  it('on paper is light, and has no controls', async () => {
    const { page } = await open(demo(), DARK);
    const background = (): Promise<string> =>
      page.evaluate('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe('rgb(18, 24, 30)');
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await background()).toBe('rgb(255, 255, 255)');
    expect(await page.getByRole('searchbox').isVisible()).toBe(false);
    expect(await page.getByRole('link', { name: 'INV-202610-000001' }).isVisible()).toBe(true);
    await page.close();
  });
});

/** 120 invoices of 1.00 to 120.00, a reversal, and two so large that a number would mix them up. */
const LARGE = 9_007_199_254_740_993_100n;
const MANY_DOCUMENTS = [
  ...Array.from({ length: 120 }, (_, at) => reportDocument(at + 1, BigInt(at + 1) * 100n)),
  reportDocument(121, -200n, { type: 'credit_note', cancels: 'INV-202610-000002' }),
  reportDocument(122, LARGE + 1n, { tax: 0n, total: LARGE + 1n }),
  reportDocument(123, LARGE, { tax: 0n, total: LARGE }),
];

const BLOCKED = problem(
  'score-missing',
  { file: 'kpi-scores.csv', column: 'score', merchantId: 'M1' },
  { agentId: 'A1', contractId: 'C1', period: '2026-10' },
);

const CHANGES = [
  { merchantId: 'M1', merchantName: '茶事', before: 900n, now: 0n, isBlocked: true },
  { merchantId: 'M2', merchantName: 'x'.repeat(120), before: 0n, now: 200n, isBlocked: false },
];

const MANY = reportOf(MANY_DOCUMENTS, {
  before: { state: 'compared', of: '2026-09' },
  currencies: reportOf(MANY_DOCUMENTS).currencies.map((of) => ({
    ...of,
    before: figuresOf(MANY_DOCUMENTS.slice(0, 100)),
    changes: CHANGES,
  })),
  blocked: [
    { merchantId: 'M1', merchantName: '茶事', standing: [], errors: [BLOCKED], errorCount: 1 },
  ],
  problems: [{ severity: 'error', code: BLOCKED.code, count: 1, examples: [BLOCKED] }],
  files: [
    {
      file: 'orders.csv',
      table: 'orders',
      rows: 2n,
      outcomes: [{ outcome: 'rejected', rows: 2n }],
    },
  ],
});
