/** The examples of pages are what the program prints. `npm run transcripts` writes them anew. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { englishInExamples, expectPageReplayed } from './replayed-page.js';

const ROOT = join(import.meta.dirname, '../..');
const WALKTHROUGH = join(ROOT, 'docs/zh-CN/walkthrough.md');

it('docs/zh-CN/walkthrough.md: a first month, a correction and its explanation, in Chinese alone', async () => {
  const { folder } = await expectPageReplayed(WALKTHROUGH);
  expect(englishInExamples(WALKTHROUGH)).toEqual([]);
  const [header, ...shown] = tableOf(readFileSync(WALKTHROUGH, 'utf8'));
  const contracts = readFileSync(join(folder, 'input/contracts.csv'), 'utf8').replace('﻿', '');
  const [columns = [], ...rows] = contracts.split(/\r?\n/).map((line) => line.split(','));
  const places = header?.map((name) => columns.indexOf(name)) ?? [];
  expect(shown).toEqual(rows.slice(0, 2).map((row) => places.map((place) => row[place])));
});

it('README.zh-CN.md', async () => {
  const page = join(ROOT, 'README.zh-CN.md');
  await expectPageReplayed(page);
  expect(englishInExamples(page)).toEqual([]);
});

it('docs/explain.md', async () => {
  await expectPageReplayed(join(ROOT, 'docs/explain.md'));
});

/** The cells of a page's only table, without its rule. */
function tableOf(page: string): string[][] {
  const rows = [...page.matchAll(/^\| (.*) \|$/gm)].map(([, cells = '']) => cells);
  return rows
    .filter((_, at) => at !== 1)
    .map((cells) => cells.split('|').map((cell) => cell.trim()));
}
