import { expect, it } from 'vitest';
import { counted, inLanguage, UNIT_LABELS } from '../../src/words/labels.js';
import { LINES } from '../pricing/lines-of-every-kind.js';

it('every unit of a line has a word in both, but for a currency, which is its code', () => {
  const units = new Set(Object.values(LINES).map(({ unit }) => unit));
  const without = [...units].filter((unit) => UNIT_LABELS[unit] === undefined);
  expect(without).toEqual(['CNY']);
});

it('one is said of one: 1 day, 2 days, −1 day', () => {
  const days = { zh: '天', en: 'days' };
  expect(['1', '2', '−1', '-1', '1.5'].map((count) => counted(count, days).en)).toEqual([
    'day',
    'days',
    'day',
    'day',
    'days',
  ]);
});

it('a text is in the language of its document, or in both', () => {
  const words = { zh: '天', en: 'days' };
  expect(inLanguage(words, 'zh')).toBe('天');
  expect(inLanguage(words, 'en')).toBe('days');
  expect(inLanguage(words, 'zh-en')).toBe('天 days');
});
