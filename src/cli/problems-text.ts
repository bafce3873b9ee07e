/** Problems on a terminal: errors first, grouped by code, with the first few of each. */
import { groupBy } from '../group-by.js';
import { countProblems, type Problem } from '../problem.js';
import { wordsIn, type Words } from '../words/in-language.js';
import type { Spoken } from '../words/language.js';
import { problemSentence } from '../words/problem-sentence.js';
import { NOTHING_SEEN, rowOf, type Seen } from '../words/seen.js';
import { printable } from './printable.js';

const SHOWN_PER_CODE = 3;
const PLACE_CHARACTERS_MAX = 60;
const TEXT_CHARACTERS_MAX = 400;

/** `written`: whether all of them are in problems.csv too. */
export function problemsText(
  problems: readonly Problem[],
  language: Spoken,
  written = false,
  seen: Seen = NOTHING_SEEN,
): string {
  const byCode = groupBy(problems, ({ severity, code }) => `${severity} ${code}`);
  const groups = [...byCode].sort(
    ([, [left]], [, [right]]) => Number(isWarning(left)) - Number(isWarning(right)),
  );
  return groups.map(([, found]) => groupText(found, language, written, seen)).join('');
}

/** How many warnings there are, by code, in the order in which codes occur. */
export function warningsByCode(problems: readonly Problem[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const found of problems.filter(isWarning))
    counts[found.code] = (counts[found.code] ?? 0) + countProblems([found]);
  return counts;
}

/** Of the warnings that are not shown, a line for each code with how many there are. */
export function warningsText(
  problems: readonly Problem[],
  shown: readonly Problem[],
  language: Spoken,
): string {
  const said = new Set(shown.map(({ code }) => code));
  const words = wordsIn(language).problemList;
  return Object.entries(warningsByCode(problems.filter(({ code }) => !said.has(code))))
    .map(([code, count]) => `${words.title('warning', code, count)}\n`)
    .join('');
}

/** Whether there are more of a kind than a terminal is shown. */
export function areCut(problems: readonly Problem[]): boolean {
  const counts = new Map<string, number>();
  return problems.some((found) => {
    const { severity, code } = found;
    const count = (counts.get(`${severity} ${code}`) ?? 0) + countProblems([found]);
    counts.set(`${severity} ${code}`, count);
    return count > SHOWN_PER_CODE;
  });
}

type Group = [Problem, ...Problem[]];

function isWarning({ severity }: Problem): boolean {
  return severity === 'warning';
}

/** A remedy that several problems in a row share stands below the last of them. */
function groupText(found: Group, language: Spoken, written: boolean, seen: Seen): string {
  const words = wordsIn(language).problemList;
  const [{ severity, code }] = found;
  const shown = found.slice(0, SHOWN_PER_CODE);
  const count = countProblems(found);
  const more = count - shown.length;
  const sentences = shown.map((one) => problemSentence(one, language));
  const lines = shown.flatMap((one, at) => {
    const { message = '', hint = '' } = sentences[at] ?? {};
    const isShared = sentences[at + 1]?.hint === hint;
    const said = `  ${placeText(one, words, seen)}: ${text(message)}`;
    return isShared ? [said] : [said, `    ${text(hint)}`];
  });
  if (more > 0) lines.push(`  ${words.more(more, written)}`);
  return [words.title(severity, code, count), ...lines, ''].join('\n');
}

function placeText(
  { file, record, column, merchantId }: Problem,
  words: Words['problemList'],
  seen: Seen,
): string {
  const row = record === null ? null : words.record(record, rowOf(file, record, seen));
  const name = merchantId === null ? undefined : seen.merchantNames.get(merchantId);
  return [
    words.place(file),
    row,
    column,
    name === undefined ? merchantId : `${merchantId ?? ''} ${name}`,
  ]
    .filter((part) => part !== null)
    .map((part) => printable(part, PLACE_CHARACTERS_MAX))
    .join(', ');
}

function text(sentence: string): string {
  return printable(sentence, TEXT_CHARACTERS_MAX);
}
