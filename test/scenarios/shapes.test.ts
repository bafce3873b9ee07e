/**
 * The shapes in which exports come, each through the whole program: `fixtures/shapes` holds an input
 * folder for each, and what it bills is computed by hand here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { bill, publishedDocuments } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const SHAPES = join(import.meta.dirname, '../../fixtures/shapes');

/** The folder, what it bills without tax, and why. */
const BILLED: readonly (readonly [string, string, string])[] = [
  ['equal-lines', '8.99', '5 % of 29.90 + 29.90 + 49.90 + 70.00 = 179.70: 8.985, rounded 8.99'],
  [
    'lines-of-an-order',
    '8.49',
    '5 % of 29.90 + 19.90 + 49.90 + 70.00 = 169.70: 8.485, rounded 8.49',
  ],
  [
    'cancelled-by-status',
    '10.00',
    '5 % of 120.00 + 80.00 = 200.00; two orders are cancelled or refunded',
  ],
  [
    'utc-literal',
    '6.00',
    '5 % of 100.00 + 20.00: 15:59:59 UTC on 31 October is 23:59:59 in Shanghai, 16:00 UTC on 30 September is 1 October',
  ],
  ['utc-in-the-header', '6.00', '5 % of 100.00 + 20.00, as the times are UTC'],
  ['tickets-one-row-each', '15500.00', '31 days of 3 tickets: 31 × 500'],
  [
    'refund-lines',
    '5.00',
    '5 % of 100.00 + 80.00 − 40.00 − 40.00: the order repeats, its refunds add up',
  ],
  ['zeros-behind-the-point', '15525', '5 % of 110500 + 200000 = 310500'],
  ['dash-for-blank', '5525', '5 % of 110500; the other order is unpaid'],
  ['explanations-below-the-header', '5.00', '5 % of 100.00'],
  ['years-of-two-digits', '5.00', '5 % of 100.00'],
  [
    'tabs-in-a-csv',
    '7.75',
    '5 % of the principal 59.99 + 59.99 + 34.99 = 154.97: 7.7485; refunds are not fed here',
  ],
  ['semicolons-decimal-comma', '2.50', '5 % of 16.66 + 33.34 = 50.00'],
  ['currency-in-lower-case', '5.00', '5 % of 100.00'],
  ['thousands-and-signs', '155.55', '5 % of 3,013.00 + 98.00 = 3,111.00'],
  ['csv-in-capitals', '5.00', '5 % of 100.00'],
  ['utf-16', '5.00', '5 % of 100.00'],
  ['big5', '150', '5 % of 1000 + 2000'],
  ['dingtalk-daily', '400.00', '2 of 26 days × 5,200'],
  ['backticks', '5.00', '5 % of 60.00 + 40.00'],
  ['chinese-am-pm', '5.00', '5 % of 100.00'],
  [
    'settlement-by-query',
    '6.00',
    '5 % of 59.99 + 59.99 + 34.99 − 34.99 = 119.98: 5.999; the refund is a negative row of the same file',
  ],
  ['price-times-quantity', '27.70', '5 % of 131 × 1 + 141 × 3 = 554.00'],
  ['punches-of-a-day', '400.00', '2 of 26 days × 5,200; on the third nobody punched'],
  [
    'roster-of-codes',
    '750.00',
    'three days of 8 hours and one of 6: 3.75 of 26 days × 5,200, as 小荷 1 + 0.75 = 350.00 and 小莲 2 = 400.00',
  ],
  [
    'calls-without-header',
    '15500.00',
    '31 days of 3 answered calls: 31 × 500; the first line is a call too, and one a day nobody answered',
  ],
  ['tickets-by-query', '15500.00', '31 days of 3 tickets: 31 × 500'],
];

it.each(BILLED)('%s bills %s: %s', async (shape, net) => {
  const output = temporaryFolder();
  const result = await bill(join(SHAPES, shape), output);
  const documents = await publishedDocuments(output, result);
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(documents.map((one) => formatAmount(one.net, one.currency))).toEqual([net]);
});

/** The folder, what its source lacks, and the problem that asks for it. */
const ASKED: readonly (readonly [string, string, string])[] = [
  ['equal-lines', 'lines', 'lines-undecided'],
  ['lines-of-an-order', 'lines', 'lines-undecided'],
  ['utc-in-the-header', 'time_zone', 'zone-unstated'],
  ['big5', 'encoding', 'encoding-unknown'],
  ['silent-orders-alone', '', 'orders-unattributed'],
];

it.each(ASKED)('%s without %s is refused: %s', async (shape, key, code) => {
  const input = temporaryCopy(join(SHAPES, shape));
  const file = join(input, 'sources.json');
  const sources = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>[];
  writeFileSync(file, JSON.stringify(sources.map((source) => ({ ...source, [key]: undefined }))));
  const { documents, problems } = await bill(input, temporaryFolder());
  expect(documents).toEqual([]);
  expect(problems.map((one) => one.code)).toContain(code);
});
