/**
 * A run tells which documents of published months no longer agree with its input. September bills O1 of
 * 1,000.00 at 10 %, October O2 of 500.00.
 */
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/run/run-result.js';
import { isOfCode } from '../../src/problem.js';
import type { ProblemValues } from '../../src/problem-values.js';
import { Months, TABLES, totals } from '../support/months.js';

function differing({ problems }: RunResult): ProblemValues['published-month-differs'][] {
  return problems.flatMap((found) =>
    isOfCode(found, 'published-month-differs') ? found.values : [],
  );
}

const NO_REFUND = { 'refunds.csv': 'refund_id,order_id,refunded_at,amount\n' };

describe('the month before', () => {
  it('differs by a refund of it that came in late: (1,000.00 − 300.00) × 0.10', async () => {
    const months = new Months(NO_REFUND);
    await months.publish('2026-09');
    months.edit('refunds.csv', 'amount\n', 'amount\nR1,O1,2026-09-20T10:00,300.00\n');
    const october = await months.publish('2026-10');
    expect([october.status, totals(october)]).toEqual(['published', ['50.00']]);
    expect(differing(october)).toEqual([
      {
        case: 'document',
        period: '2026-09',
        number: 'INV-202609-000001',
        before: '100.00 CNY',
        now: '70.00 CNY',
        difference: '-30.00 CNY',
      },
    ]);
  });

  it('is told by previews and dry runs as well', async () => {
    const months = new Months(NO_REFUND);
    await months.publish('2026-09');
    months.edit('orders.csv', '1000.00', '900.00');
    for (const mode of ['dry-run', 'preview'] as const)
      expect(differing(await months.publish('2026-10', { mode }))).toMatchObject([
        { number: 'INV-202609-000001', difference: '-10.00 CNY' },
      ]);
  });

  it('agrees: other months of the input may be another', async () => {
    const months = new Months(NO_REFUND);
    await months.publish('2026-09');
    months.edit('orders.csv', '500.00', '600.00');
    expect(differing(await months.publish('2026-10'))).toEqual([]);
  });

  it('gets a document that it lacks, and loses one that it has', async () => {
    const months = new Months({
      ...NO_REFUND,
      'merchants.csv': `${TABLES['merchants.csv']}M2,Osprey\n`,
      'contracts.csv': `${TABLES['contracts.csv']}C3,M2,base_commission,2026-01-01,,CNY,1500,0.10,,0,false,net 30\n`,
    });
    await months.publish('2026-09');
    months.edit('orders.csv', 'O1,M1', 'O1,M2');
    expect(differing(await months.publish('2026-10'))).toMatchObject([
      { number: 'INV-202609-000001', before: '100.00 CNY', now: null, difference: '-100.00 CNY' },
      { number: null, now: '100.00 CNY', difference: '100.00 CNY' },
    ]);
  });

  it('is not compared where the input no longer holds it: no order of two', async () => {
    const months = new Months(NO_REFUND);
    await months.publish('2026-09');
    months.edit('orders.csv', 'O1,M1,S1,2026-09-05T12:00,1000.00,CNY,A\n', '');
    months.edit('orders.csv', 'O3,M1,S1,2026-09-06T12:00,70.00,CNY,\n', '');
    expect(differing(await months.publish('2026-10'))).toEqual([
      { case: 'rows-gone', period: '2026-09', table: 'orders', rows: 0, rowsBefore: 2 },
    ]);
  });
});

it('a revision names the later months that it changes, and running them in order settles all', async () => {
  // any refund takes an order out whole: a September refund that comes in late takes O1 out of
  // September, so that October's refund of it takes nothing
  const months = new Months({
    'contracts.csv': TABLES['contracts.csv'].replaceAll('0.10,,', '0.10,exclude,'),
    'refunds.csv': TABLES['refunds.csv'].replace('1000.00', '900.00'),
  });
  expect(totals(await months.publish('2026-09'))).toEqual(['100.00']);
  expect(totals(await months.publish('2026-10'))).toEqual(['-50.00']);
  months.edit('refunds.csv', 'R1', 'R0,O1,2026-09-20T10:00,1.00\nR1');
  const september = await months.publish('2026-09');
  expect(totals(september)).toEqual(['-100.00', '0.00']);
  expect(differing(september)).toMatchObject([
    { period: '2026-10', number: 'INV-202610-000001', before: '-50.00 CNY', now: '50.00 CNY' },
  ]);
  expect(totals(await months.publish('2026-10'))).toEqual(['50.00', '50.00']);
  const again = await months.publish('2026-10');
  expect([again.status, differing(again)]).toEqual(['unchanged', []]);
});
