/** --language goes before provider.json, and that before LANG. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/cli/language.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

const CHINESE = { LANG: 'zh_CN.UTF-8' };

/** With a provider.json of some text; null: with none. */
async function spoken(
  provider: string | null,
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const file = join(folder, 'provider.json');
  rmSync(file, { force: true });
  if (provider !== null) writeFileSync(file, provider);
  return languageOf(['run', '--input', folder, ...argv], env);
}

describe('--language', () => {
  it.each([['--language', 'en'], ['--language=en']])('%s %s', async (...argv) => {
    expect(await spoken('{ "language": "zh" }', argv, CHINESE)).toBe('en');
  });

  it('that there is not is wrong usage, which is said in the language of provider.json', async () => {
    expect(await spoken('{ "language": "zh" }', ['--language', 'fr'])).toBe('zh');
  });
});

describe('provider.json', () => {
  it.each([
    ['{ "language": "zh" }', 'zh'],
    ['{ "language": "zh-en" }', 'zh'],
    ['{ "language": "en" }', 'en'],
    ['\uFEFF{ "language": "en" }', 'en'],
    ['{}', 'zh'],
  ])('%s', async (text, expected) => {
    expect(await spoken(text, [], { LANG: 'de_DE.UTF-8' })).toBe(expected);
  });

  it.each([null, '', '[]', 'null', '{ "language": "fr" }', '{ "language": 3 }', '{ "language"'])(
    '%s says nothing, and LANG is asked',
    async (text) => {
      expect(await spoken(text, [], CHINESE)).toBe('zh');
      expect(await spoken(text, [], { LANG: 'en_US.UTF-8' })).toBe('en');
    },
  );
});

it.each([
  ['zh_CN.UTF-8', 'zh'],
  ['zh_TW', 'zh'],
  ['zh', 'zh'],
  ['en_US.UTF-8', 'en'],
  ['C', 'en'],
  ['', 'en'],
])('LANG %s', async (LANG, expected) => {
  expect(await spoken(null, [], { LANG })).toBe(expected);
});

it('without LANG it is English', async () => {
  expect(await spoken(null, [])).toBe('en');
});
