import { expect, it } from 'vitest';
import { FIGURE_NAMES, RESULT_NAMES } from '../../src/pricing/figures.js';
import { FIGURE_WORDS, RESULT_WORDS } from '../../src/words/figure-words.js';

it.each(FIGURE_NAMES.filter((name) => name !== 'constant'))('%s has a word in both', (name) => {
  const { zh, en } = FIGURE_WORDS[name];
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Za-z][A-Za-z' -]*$/);
});

it.each(RESULT_NAMES)('%s has a word in both', (name) => {
  const { zh, en } = RESULT_WORDS[name];
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Za-z][A-Za-z' -]*$/);
});

it('a number that the rule holds stands without a word', () => {
  expect(FIGURE_WORDS.constant).toEqual({ zh: '', en: '', stands: 'nowhere' });
});
