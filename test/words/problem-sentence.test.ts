/** Every wording of every problem is a sentence of its own, in each language. */
import { describe, expect, it } from 'vitest';
import { problem, PROBLEM_CODES, type Problem, type ProblemCode } from '../../src/problem.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { PROBLEM_SAMPLES } from './problem-samples.js';

function samplesOf<Code extends ProblemCode>(code: Code): Problem<Code>[] {
  const place = { file: 'orders.csv', record: 7, column: 'amount', merchantId: 'M1' };
  return PROBLEM_SAMPLES[code].map((values) => problem(code, place, values));
}

describe.each(['en', 'zh'] as const)('%s', (language) => {
  it.each(PROBLEM_CODES)('%s says what was found and what to do', (code) => {
    for (const found of samplesOf(code)) {
      const { message, hint } = problemSentence(found, language);
      expect([message.trim(), hint.trim()]).toEqual([message, hint]);
      expect(message).not.toBe('');
      expect(hint).not.toBe('');
      expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  it.each(PROBLEM_CODES)('%s: no two wordings are the same', (code) => {
    const sentences = samplesOf(code).map((found) => {
      const { message, hint } = problemSentence(found, language);
      return `${message} → ${hint}`;
    });
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

it.each<[Problem, string, string]>([
  [
    problem(
      'consultation-day-missing',
      { file: 'consultations' },
      { contractId: 'C1', dates: ['2026-10-30', '2026-10-31'] },
    ),
    'contract C1 needs a row of consultations for each of its days, and these have none: 2026-10: 30 31',
    'add the missing rows; a day on which nobody asked is a row with 0 consultations',
  ],
  [
    problem(
      'column-unknown',
      { file: 'orders.csv', column: 'amuont' },
      {
        columns: ['amount', 'currency'],
        nearest: 'amount',
      },
    ),
    'the column "amuont" is not one of amount, currency',
    'did you mean amount? Otherwise take the column out',
  ],
  [
    problem(
      'id-rounded',
      { file: 'orders.csv', column: 'order_id' },
      {
        cell: '2.6E+17',
        moreRows: 3,
      },
    ),
    'order_id is "2.6E+17": a spreadsheet has rounded the id, and its last digits are lost (and 3 more rows like it)',
    'export the table again, with its ids as text, and put it here without opening it in a spreadsheet',
  ],
])('$code in English', (found, message, hint) => {
  expect(problemSentence(found, 'en')).toEqual({ message, hint });
});
