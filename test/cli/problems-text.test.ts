/** Problems on a terminal: grouped, cut, and harmless. */
import { expect, it } from 'vitest';
import { problemsText } from '../../src/cli/problems-text.js';
import { PROBLEM_CODES, told } from '../../src/problem.js';

it('shows of 70 problems of 10 codes 3 of each, errors first', () => {
  const codes = PROBLEM_CODES.slice(0, 10);
  const found = codes.flatMap((code) =>
    Array.from({ length: 7 }, (_, at) => told(code, { file: 'f', record: at }, 'm', 'hint')),
  );
  const lines = problemsText(found).trimEnd().split('\n');
  // a title, 3 problems, their one remedy, and how many more there are
  expect(lines).toHaveLength(10 * 6);
  expect(lines.filter((line) => line === '  … and 4 more: --json lists them all')).toHaveLength(10);
  const titles = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(' ')[0]);
  expect(titles).toEqual([...titles].sort());
});

it('cuts a cell of 300 characters, and shows what would act on the terminal as its code', () => {
  const id = 'M'.repeat(300);
  const text = problemsText([
    told('id-malformed', { file: 'f', merchantId: id }, 'is \u001b[31m\u202ered\n', 'hint'),
  ]);
  expect(text).toBe(
    `error id-malformed: 1\n  f, ${'M'.repeat(59)}…: is <U+001B>[31m<U+202E>red<U+000A>\n    hint\n`,
  );
});
