/** What a setting must look like is said in words, and never as the pattern of its schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingFaultWords as inChinese } from '../../src/words/chinese/problems/setting-faults.js';
import { settingFaultWords as inEnglish } from '../../src/words/english/problems/setting-faults.js';

const REFERENCE = join(import.meta.dirname, '../../src/reference');
const SCHEMAS = ['finance-settings.ts', 'read-provider.ts', 'ubl-settings.ts'];

const patterns = SCHEMAS.flatMap((file) =>
  [...readFileSync(join(REFERENCE, file), 'utf8').matchAll(/\.regex\((\/.*?\/i?)\)/g)].map(
    ([, pattern = '']) => pattern,
  ),
);

it('for each pattern of a schema', () => {
  expect(new Set(patterns).size).toBe(5);
  for (const pattern of patterns)
    for (const words of [inChinese, inEnglish])
      expect(words({ fault: 'pattern', pattern })).not.toContain('^');
});

it('and a long text by its characters', () => {
  const found = { fault: 'too-large', of: 'string', most: '15' } as const;
  expect(inChinese(found)).toBe('不得超过 15 个字符');
  expect(inEnglish(found)).toBe('Too big: expected at most 15 characters');
});
