/** What every page for people must bear in a browser, in both languages; and a place for what is its own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/documents/document.js';
import { openBrowser } from './browser.js';
import { LOOKS, openPage, PHONE, violationsOn, type OpenedPage } from './open-page.js';
import { temporaryFolder } from './temporary-folder.js';
import { isInstalled } from './tools.js';

const LANGUAGES = ['zh', 'en'] as const;

/** Opens the page as people look at it; without words about it, the English one. */
type OpenPage = (language?: Language, options?: BrowserContextOptions) => Promise<OpenedPage>;

export function describePage(
  pageIn: (language: Language) => string,
  ownTests: (open: OpenPage) => void,
): void {
  describe.runIf(isInstalled('chromium'))('in a browser', () => {
    let browser: Browser;
    const folder = temporaryFolder();
    const file = (language: Language): string => join(folder, `${language}.html`);

    beforeAll(async () => {
      browser = await openBrowser();
      for (const language of LANGUAGES) writeFileSync(file(language), pageIn(language));
    });
    afterAll(async () => {
      await browser.close();
    });

    it.each(LOOKS)('axe finds nothing: %s', async (_, options) => {
      for (const language of LANGUAGES) {
        const { page, faults } = await openPage(browser, file(language), options);
        expect(await violationsOn(page)).toEqual([]);
        expect(faults).toEqual([]);
        await page.close();
      }
    });

    it('fits a phone', async () => {
      const { page } = await openPage(browser, file('en'), PHONE);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
      await page.close();
    });

    ownTests((language = 'en', options = {}) => openPage(browser, file(language), options));
  });
}
