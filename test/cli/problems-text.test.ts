/** Problems on a terminal: grouped, cut, and harmless. */
import { expect, it } from 'vitest';
import { problemsText } from '../../src/cli/problems-text.js';
import { problem, type Problem, type ProblemPlace } from '../../src/problem.js';

const TEN: readonly ((place: ProblemPlace) => Problem)[] = [
  (place) => problem('file-changed', place, {}),
  (place) => problem('batch-taken', place, {}),
  (place) => problem('row-broken', place, { case: 'fact' }),
  (place) => problem('row-repeated', place, { key: 'K', moreRows: 0 }),
  (place) => problem('cell-blank', place, { case: 'fact' }),
  (place) => problem('currency-unknown', place, { cell: 'RMB' }),
  (place) => problem('provider-incomplete', place, { blank: ['address'] }),
  (place) => problem('file-missing', place, { case: 'table' }),
  (place) =>
    problem('order-unknown', place, { refundId: 'R1', orderId: 'O', moreRows: 0, nearest: null }),
  (place) => problem('output-missing', place, { case: 'run' }),
];

it('shows of 70 problems of 10 codes 3 of each, errors first', () => {
  const found = TEN.flatMap((of) =>
    Array.from({ length: 7 }, (_, at) => of({ file: 'f', record: at })),
  );
  const lines = problemsText(found, 'en').trimEnd().split('\n');
  // a title, 3 problems, their one remedy, and how many more there are
  expect(lines).toHaveLength(10 * 6);
  expect(lines.filter((line) => line === '  … and 4 more: --json lists them all')).toHaveLength(10);
  const titles = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(' ')[0]);
  expect(titles).toEqual([...titles].sort());
});

it('cuts a cell of 300 characters, and shows what would act on the terminal as its code', () => {
  const id = 'M'.repeat(300);
  const values = { case: 'path', reason: '\u001b[31m\u202ered\n' } as const;
  const found = problem('file-unreadable', { file: 'f', merchantId: id }, values);
  const text = problemsText([found], 'en');
  expect(text).toBe(
    `error file-unreadable: 1\n  f, ${'M'.repeat(59)}…: the file cannot be read: <U+001B>[31m<U+202E>red<U+000A>\n    check the path\n`,
  );
});

it('shows the row that a spreadsheet shows, and the merchant by name', () => {
  const seen = {
    headerRows: new Map([['exports/orders.xlsx', 3]]),
    merchantNames: new Map([['M1', '荷家居']]),
  };
  const at = (file: string): Problem =>
    problem('cell-blank', { file, record: 2, column: 'a', merchantId: 'M1' }, { case: 'fact' });
  // record 2 is row 3 below a header in row 1, and row 5 below one in row 3
  expect(problemsText([at('orders.csv')], 'zh', false, seen)).toContain(
    'orders.csv, 第 2 条（表格第 3 行）, a, M1 荷家居: ',
  );
  expect(problemsText([at('exports/orders.xlsx')], 'en', false, seen)).toContain(
    'exports/orders.xlsx, record 2 (row 5), a, M1 荷家居: ',
  );
  expect(problemsText([at('orders.parquet')], 'en', false, seen)).toContain(
    'orders.parquet, record 2, a, M1 荷家居: ',
  );
});

it('in Chinese, a table as a whole and what was asked for have Chinese names', () => {
  const of = (file: string): string =>
    problemsText([problem('cell-blank', { file }, { case: 'fact' })], 'zh');
  expect(of('consultations')).toContain('  咨询量（consultations）: ');
  expect(of('PERIOD')).toContain('  月份: ');
  expect(of('consultations.csv')).toContain('  consultations.csv: ');
});
