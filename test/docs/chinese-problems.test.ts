/** docs/zh-CN/problems.md has every sentence that the program has for a problem. `npm run transcripts` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { problem, PROBLEM_CODES, type ProblemCode } from '../../src/problem.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { IS_UPDATE } from '../transcripts/replay.js';
import { PROBLEM_SAMPLES } from '../words/problem-samples.js';

const PAGE = join(import.meta.dirname, '../../docs/zh-CN/problems.md');

const INTRODUCTION = `# 问题一览

程序报告的每一种问题，按代码排列，附上它的各种说法和处理办法。例句中的商家、合同、文件等均为举例。
**错误**使有关商家暂缓出账；无法归到某一家商家的，整批不发布。**提醒**不妨碍出账，但请看一眼。
个别代码在试算和检查时会改为提醒。

在问题的位置中，“第 N 条”从表头之下数起，第 1 条即表头下的第一行。
`;

it('docs/zh-CN/problems.md', () => {
  const page = [INTRODUCTION, ...PROBLEM_CODES.map(sectionOf)].join('\n');
  if (IS_UPDATE) writeFileSync(PAGE, page);
  expect(readFileSync(PAGE, 'utf8')).toBe(page);
});

function sectionOf(code: ProblemCode): string {
  const samples = PROBLEM_SAMPLES[code].map((values) =>
    problem(code, { file: '', column: 'amount' }, values),
  );
  const severity = samples[0]?.severity === 'warning' ? '提醒' : '错误';
  const sentences = samples.map((found) => {
    const { message, hint } = problemSentence(found, 'zh');
    return `- ${plain(message)}${plain(hint)}\n`;
  });
  return `## \`${code}\`\n\n${severity}\n\n${[...new Set(sentences)].join('')}`;
}

/** A whole sentence, which Markdown shows as it is. */
function plain(sentence: string): string {
  const escaped = sentence.replace(/[*_<>[\]|\\]/g, '\\$&');
  return /[。？]$/.test(escaped) ? escaped : `${escaped}。`;
}
