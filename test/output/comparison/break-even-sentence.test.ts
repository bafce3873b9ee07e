import { expect, it } from 'vitest';
import { breakEvenSentence } from '../../../src/output/comparison/break-even-sentence.js';
import { MEETING, OFFERS } from './comparisons.js';

const said = (changes: Partial<typeof MEETING>, language: 'zh' | 'en' = 'en'): string =>
  breakEvenSentence({ ...MEETING, ...changes }, OFFERS, (words) => words[language]).replaceAll(
    '\u00A0',
    ' ',
  );

it('says the rate, who becomes cheaper, and above what', () => {
  expect(said({})).toBe(
    'At 2 %, 5,200 a month becomes cheaper than 1,500 and 2 % above net sales of 185,000.00',
  );
});

it('says no rate where there is none, or two', () => {
  expect(said({ commissionRate: null })).toBe(
    '5,200 a month becomes cheaper than 1,500 and 2 % above net sales of 185,000.00',
  );
});

it('says consultations whole', () => {
  expect(said({ measure: 'consultations', at: 4_650n, commissionRate: null })).toBe(
    '5,200 a month becomes cheaper than 1,500 and 2 % above 4,650 consultations in the month',
  );
});

it('says it in Chinese', () => {
  expect(said({}, 'zh')).toBe(
    '提成 2 % 时，净销售额超过 185,000.00 后，“5,200 a month”比“1,500 and 2 %”更省',
  );
});
