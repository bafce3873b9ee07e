/**
 * The catalogue of problems is whole: each code has a fixture, and a section in docs/problems.md
 * with what the program really prints. `npm run transcripts` writes the examples anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROBLEM_CODES } from '../../src/problem.js';
import { IS_UPDATE } from '../transcripts/replay.js';
import { codeOf, FIXTURES, printedBy } from './fixtures.js';

const PAGE = join(import.meta.dirname, '../../docs/problems.md');

it('has a fixture for each code, and no other', () => {
  expect([...new Set(FIXTURES.map(codeOf))].sort()).toEqual([...PROBLEM_CODES].sort());
});

it('has a section for each code, in the order of the program', () => {
  const sections = readFileSync(PAGE, 'utf8').matchAll(/^### `([a-z-]+)`$/gm);
  expect([...sections].map(([, code]) => code)).toEqual(PROBLEM_CODES);
});

it('says of each code whether it is an error or a warning, as the program does', () => {
  const sections = readFileSync(PAGE, 'utf8').matchAll(/^### `([a-z-]+)`\n\n(Error|Warning)\b/gm);
  const said = [...sections].map(([, code = '', severity = '']) => `${severity} ${code}`);
  expect(said.map((one) => one.toLowerCase())).toEqual(PROBLEM_CODES.map(titleOf));
});

it('quotes in each section what the program prints', () => {
  const page = readFileSync(PAGE, 'utf8');
  const quoted = withExamples(page);
  if (IS_UPDATE) writeFileSync(PAGE, quoted);
  expect(quoted).toBe(IS_UPDATE ? quoted : page);
});

/** The page with the example of each section as the first fixture of its code prints it. */
function withExamples(page: string): string {
  return page.replace(
    /^(### `([a-z-]+)`\n(?:(?!^#).*\n)*?```text\n)[^`]*(```)$/gm,
    (_, before: string, code: string, after: string) => before + exampleOf(code).join('') + after,
  );
}

function titleOf(code: string): string {
  return exampleOf(code)[0]?.split(':')[0] ?? code;
}

/** The lines of one problem: from its code to the next code. */
function exampleOf(code: string): string[] {
  const fixture = FIXTURES.find((one) => codeOf(one) === code);
  const printed = (fixture === undefined ? '' : printedBy(fixture))
    .split('\n')
    .flatMap((line) => (line.startsWith('! ') ? `${line.slice(2)}\n` : []));
  const first = printed.findIndex((line) => line.split(':')[0]?.endsWith(` ${code}`));
  const next = printed.findIndex((line, at) => at > first && !line.startsWith(' '));
  return printed.slice(first, next === -1 ? undefined : next);
}
