/** Opens pages as people do, and asks axe what is wrong with them. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const PHONE = { viewport: { width: 390, height: 844 } };
export const DARK = { colorScheme: 'dark' } as const;

/** How people look at a page. */
export const LOOKS: readonly (readonly [string, BrowserContextOptions])[] = [
  ['light', {}],
  ['dark', DARK],
  ['a phone', PHONE],
  ['a phone, dark', { ...PHONE, ...DARK }],
];

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface OpenedPage {
  readonly page: Page;
  /** Whatever went wrong in it, or was asked for beyond it. */
  readonly faults: string[];
}

export async function openPage(
  browser: Browser,
  file: string,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const page = await browser.newPage(options);
  const faults: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('console', (message) => faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (request.url() !== address && request.url() !== 'data:,') faults.push(request.url());
  });
  await page.goto(address);
  return { page, faults };
}

/** The rules that are broken, each with the elements that break it. */
export async function violationsOn(page: Page): Promise<[string, string[]][]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
