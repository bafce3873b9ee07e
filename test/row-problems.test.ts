import { expect, it } from 'vitest';
import { everyProblem } from '../src/every-problem.js';
import { blockedMerchants, countProblems, problem, type Problem } from '../src/problem.js';
import { RowProblems } from '../src/row-problems.js';
import { problemSentence } from '../src/words/problem-sentence.js';

function badAmount(record: number, merchantId = 'M1', file = 'orders.csv'): Problem {
  const place = { file, record, column: 'amount', merchantId };
  return problem('money-too-precise', place, { case: 'fact', cell: `1.00${record}` });
}

function added(problems: readonly Problem[], limits = { alone: 3, packed: 100_000 }): Problem[] {
  const found = new RowProblems(limits);
  for (const one of problems) found.add(one, one.merchantId?.startsWith('X') !== true);
  return found.all();
}

const RECORDS = Array.from({ length: 12_003 }, (_, at) => at + 1);

it('keeps a few as they are', () => {
  const few = RECORDS.slice(0, 3).map((record) => badAmount(record));
  expect(added(few)).toEqual(few);
});

it('lets one stand for the rest, and gives all of them back in their order', () => {
  const all = RECORDS.map((record) => badAmount(record));
  const told = added(all);
  // three alone, the fourth for itself and for 11,999 more
  expect(told).toHaveLength(4);
  expect(told[3]?.alike?.count).toBe(11_999);
  expect(countProblems(told)).toBe(12_003);
  expect([...everyProblem(told)]).toEqual(all);
});

it('counts each code by itself, and keeps files and merchants apart', () => {
  const all = [
    ...RECORDS.slice(0, 10).map((record) => badAmount(record)),
    badAmount(1, 'M2'),
    badAmount(2, 'M2'),
    badAmount(1, 'M2', 'more.csv'),
    problem('row-broken', { file: 'orders.csv', record: 11 }, { case: 'fact' }),
  ];
  const told = added(all);
  expect(told.map(({ code, file, merchantId, alike }) => [code, file, merchantId, alike?.count]))
    // three alone; then one for each of M1, M2, and M2 in another file
    .toEqual([
      ['money-too-precise', 'orders.csv', 'M1', undefined],
      ['money-too-precise', 'orders.csv', 'M1', undefined],
      ['money-too-precise', 'orders.csv', 'M1', undefined],
      ['money-too-precise', 'orders.csv', 'M1', 6],
      ['money-too-precise', 'orders.csv', 'M2', 1],
      ['money-too-precise', 'more.csv', 'M2', 0],
      ['row-broken', 'orders.csv', null, undefined],
    ]);
  expect(blockedMerchants(told)).toEqual(new Set(['M1', 'M2']));
  expect(new Set([...everyProblem(told)].map((one) => JSON.stringify(one)))).toEqual(
    new Set(all.map((one) => JSON.stringify(one))),
  );
});

it('lets merchants whom nobody knows share one, and gives each its name back', () => {
  const all = RECORDS.slice(0, 50).map((record) => badAmount(record, `X${record}`));
  const told = added(all);
  expect(told).toHaveLength(4);
  expect([...everyProblem(told)]).toEqual(all);
});

it('takes what became of the one for what became of all', () => {
  const told = added(RECORDS.slice(0, 9).map((record) => badAmount(record)));
  const asWarnings = told.map((one) => ({
    ...one,
    severity: 'warning' as const,
    file: '订单.csv',
  }));
  const every = [...everyProblem(asWarnings)];
  expect(every).toHaveLength(9);
  expect(new Set(every.map(({ severity, file }) => `${severity} ${file}`))).toEqual(
    new Set(['warning 订单.csv']),
  );
  // what is left out of a list is left out with all that it stands for
  expect([...everyProblem(told.slice(0, 3))]).toHaveLength(3);
});

it('counts alone what is beyond all that a spreadsheet can show, and says so', () => {
  const told = added(
    RECORDS.map((record) => badAmount(record)),
    { alone: 3, packed: 5_001 },
  );
  expect(countProblems(told)).toBe(12_003);
  const every = [...everyProblem(told)];
  // 3 alone, the one that stands for others, and 5,001 of these: 6,998 are left
  expect(every).toHaveLength(5_005);
  expect(countProblems(every)).toBe(12_003);
  const saying = every.filter(({ alike }) => alike !== undefined);
  expect(saying).toHaveLength(1);
  const [first] = saying;
  expect(first && problemSentence(first, 'en').message).toMatch(
    / \(and 6998 more like it, which are listed nowhere\)$/,
  );
  expect(first && problemSentence(first, 'zh').message).toMatch(
    /（另有 6998 条同类问题，未逐条列出）$/,
  );
});
