/** Whoever is spoken to in Chinese meets no sentence of English, and the other way round. */
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { problem, PROBLEM_CODES } from '../../src/problem.js';
import { AGE_LABELS, KIND_LABELS, WORDS as ACCOUNT_WORDS } from '../../src/words/account-words.js';
import { EXPLAIN_LABELS, ORDER_LABELS, ROW_LABELS } from '../../src/words/explain-words.js';
import { FIGURE_WORDS, RESULT_WORDS } from '../../src/words/figure-words.js';
import { LABELS, PLAN_LABELS, PLAN_WORDS, UNIT_LABELS } from '../../src/words/labels.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { OUTCOME_LABELS, WORDS } from '../../src/words/report-words.js';
import { captured } from '../cli/captured.js';
import { chineseIn, englishIn } from '../support/sentences-of.js';
import { PROBLEM_SAMPLES } from './problem-samples.js';

it('tells a sentence from a command, a key and what is quoted', () => {
  expect(englishIn('缺少 amount 列：file is missing')).toEqual(['file is']);
  expect(
    englishIn('请运行 kefu-billing check --input input，或看 "the file" 与 row-accounting.csv'),
  ).toEqual([]);
  expect(chineseIn('the file "缺少" 缺少')).toEqual(['缺少']);
});

describe('problems', () => {
  const place = { file: 'orders.csv', record: 7, column: 'amount', merchantId: 'M1' };
  /** Names that the tax system gives, which have no English. */
  const TAX_SYSTEM = /普通发票/g;

  it.each(PROBLEM_CODES)('%s', (code) => {
    for (const values of PROBLEM_SAMPLES[code]) {
      const found = problem(code, place, values);
      const chinese = problemSentence(found, 'zh');
      expect(englishIn(`${chinese.message}\n${chinese.hint}`)).toEqual([]);
      expect(chineseIn(chinese.message)).not.toEqual([]);
      const english = problemSentence(found, 'en');
      const data = chineseIn(JSON.stringify(values).replaceAll('"', ''));
      const said = chineseIn(`${english.message}\n${english.hint}`.replace(TAX_SYSTEM, ''));
      expect(said.filter((one) => !data.includes(one))).toEqual([]);
    }
  });
});

it.each(
  Object.entries({
    EXPLAIN_LABELS,
    ORDER_LABELS,
    ROW_LABELS,
    FIGURE_WORDS,
    RESULT_WORDS,
    LABELS,
    PLAN_LABELS,
    PLAN_WORDS,
    UNIT_LABELS,
    OUTCOME_LABELS,
    WORDS,
    ACCOUNT_WORDS,
    AGE_LABELS,
    KIND_LABELS,
  }),
)('%s', (_, labels) => {
  for (const { zh, en } of Object.values(labels)) {
    expect(englishIn(zh)).toEqual([]);
    expect(chineseIn(en)).toEqual([]);
  }
});

const COMMANDS = [
  'run',
  'preview',
  'check',
  'verify',
  'explain',
  'finance',
  'account',
  'worker',
  'schedule',
  'init',
];

/** What a command says on either stream. */
async function said(...words: readonly string[]): Promise<string> {
  const io = captured();
  await main(words, io);
  return io.printed('stdout') + io.printed('stderr');
}

describe('help', () => {
  it.each([...COMMANDS, ''])('%s', async (command) => {
    const words = [...(command === '' ? [] : [command]), '--help', '--language'];
    const chinese = await said(...words, 'zh');
    expect(chinese).toMatch(/^用法：/);
    expect(englishIn(chinese)).toEqual([]);
    expect(chinese).not.toMatch(/\[options\]|\[command\]/);
    const english = await said(...words, 'en');
    expect(english).toMatch(/^Usage:/);
    expect(chineseIn(english)).toEqual([]);
  });
});

describe('wrong usage', () => {
  it.each([
    'publish',
    'runn',
    'run --inptu x',
    'run --strictt',
    'run 2026-13',
    'run 2026-10 2026-11',
    'run --issue-date tomorrow',
    'run --accept-rejected many',
    'run --memory all',
    'run --finance sage',
    'run --input one --output one',
    'run --queue http://queue',
    'worker',
    'worker --queue queue:6379',
    'worker --queue redis://queue --workers 0',
    'finance',
    'finance 2026-10',
    'finance 2026-10 1 --into output/2026-10/batch-001',
    'explain',
    'explain --merchant M1',
    'explain INV-202610-000001 --merchant M1',
    'schedule --nightly whenever',
    'schedule --queue http://queue',
    'account --from 2026-10-31 --as-of 2026-10-01',
  ])('%s', async (command) => {
    const words = [...command.split(' '), '--language'];
    const chinese = await said(...words, 'zh');
    expect(chinese).toMatch(/^错误：/);
    expect(englishIn(chinese)).toEqual([]);
    const english = await said(...words, 'en');
    expect(english).toMatch(/^error: /);
    expect(chineseIn(english)).toEqual([]);
  });

  it('an option without its word', async () => {
    expect(await said('run', '--language', 'zh', '--memory')).toBe(
      '错误：选项 --memory <大小> 后面缺少内容\n',
    );
  });
});
