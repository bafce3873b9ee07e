import { expect, it } from 'vitest';
import { FIGURE_WORDS, RESULT_WORDS } from '../../src/words/figure-words.js';

const FIGURES = Object.entries(FIGURE_WORDS).filter(([name]) => name !== 'constant');

it.each(FIGURES)('%s has a word in both', (_name, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Za-z][A-Za-z' -]*$/);
});

it.each(Object.entries(RESULT_WORDS))('%s has a word in both', (_name, { zh, en }) => {
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).toMatch(/^[A-Za-z][A-Za-z' -]*$/);
});

it('a number that the rule holds stands without a word', () => {
  expect(FIGURE_WORDS.constant).toEqual({ zh: '', en: '', stands: 'nowhere' });
});
