/**
 * Whether a late refund counts is what stands published for its order's month, whatever the input
 * says by now. The contracts take 10 % of net sales, without tax; C1 ends with September, C2 follows.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/run/run-result.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { Months, TABLES, totals, type Table } from '../support/months.js';
import { besideFewRows } from '../support/of-few-rows.js';

function sentences({ problems }: RunResult): string[] {
  return besideFewRows(problems)
    .filter(({ code }) => code !== 'published-month-differs')
    .map((found) => problemSentence(found, 'en').message);
}

describe('September billed O1, which October pays back: (500.00 − 1,000.00) × 0.10 = −50.00', () => {
  const losses: [string, Table, string, string, string][] = [
    ['its agent’s cell is blank by now', 'orders.csv', 'CNY,A\nO2', 'CNY,\nO2', 'has no agent'],
    [
      'its row is gone',
      'orders.csv',
      'O1,M1,S1,2026-09-05T12:00,1000.00,CNY,A\n',
      '',
      'no such order',
    ],
    ['its amount is another', 'orders.csv', '1000.00', '900.00', 'another amount or currency'],
    ['it is of another month', 'orders.csv', '2026-09-05', '2026-08-05', 'another month'],
    [
      'the row of the ended contract is gone',
      'contracts.csv',
      'C1,M1,base_commission,2026-01-01,2026-09-30,CNY,1500,0.10,,0,false,net 30\n',
      '',
      'no contract owns the order',
    ],
    [
      'the ended contract never owned it',
      'contracts.csv',
      '2026-01-01',
      '2026-09-30',
      'no contract owns the order',
    ],
  ];

  it.each(losses)('%s', async (_, table, from, to, said) => {
    const months = new Months();
    expect(totals(await months.publish('2026-09'))).toEqual(['100.00']);
    months.edit(table, from, to);
    const october = await months.publish('2026-10');
    expect(totals(october)).toEqual(['-50.00']);
    expect(sentences(october)).toEqual([
      expect.stringContaining(
        'the late refund R1 of 1000.00 CNY is counted: INV-202609-000001 bills its order O1',
      ),
    ]);
    expect(sentences(october)[0]).toContain(said);
  });

  it('attributions of October alone: a file that no longer names O1', async () => {
    const months = new Months();
    months.edit('orders.csv', 'CNY,A\nO2', 'CNY,\nO2');
    const attributions = join(months.input, 'attributions.csv');
    writeFileSync(attributions, 'order_id,agent_id\nO1,A\n');
    expect(totals(await months.publish('2026-09'))).toEqual(['100.00']);
    writeFileSync(attributions, 'order_id,agent_id\nO2,A\n');
    expect(totals(await months.publish('2026-10'))).toEqual(['-50.00']);
  });

  it('nothing is said where the input agrees', async () => {
    const months = new Months();
    await months.publish('2026-09');
    const october = await months.publish('2026-10');
    expect([totals(october), sentences(october)]).toEqual([['-50.00'], []]);
  });

  it('tiers of an ended contract are kept: below zero the first one holds', async () => {
    // October 500.00 × 0.10 = 50.00; C1: −1,000.00 at the first tier, 0.05: −50.00
    const tiers =
      'contract_id,scale,mode,up_to,price\nC1,net_sales,,800,0.05\nC1,net_sales,,,0.20\n';
    const months = new Months();
    months.edit('contracts.csv', '2026-09-30,CNY,1500,0.10', '2026-09-30,CNY,1500,');
    writeFileSync(join(months.input, 'contract-tiers.csv'), tiers);
    // 1,000.00 is in the tier without end: 200.00
    expect(totals(await months.publish('2026-09'))).toEqual(['200.00']);
    months.edit(
      'contracts.csv',
      'C1,M1,base_commission,2026-01-01,2026-09-30,CNY,1500,,,0,false,net 30\n',
      '',
    );
    writeFileSync(join(months.input, 'contract-tiers.csv'), tiers.split('\n')[0] ?? '');
    const october = await months.publish('2026-10');
    expect(totals(october)).toEqual(['0.00']);
  });

  it('a contract id that now stands for a salary blocks the merchant', async () => {
    const months = new Months();
    await months.publish('2026-09');
    months.edit('contracts.csv', 'C1,M1,base_commission', 'C1,M1,fixed_salary');
    months.edit('contracts.csv', '1500,0.10,', '1500,,');
    const october = await months.publish('2026-10');
    expect([...october.blocked]).toEqual(['M1']);
    expect(october.problems.map(({ code }) => code)).toContain('late-refund-unpriced');
  });
});

describe('an order that September did not bill', () => {
  const refunded = {
    'refunds.csv': 'refund_id,order_id,refunded_at,amount\nR1,O3,2026-10-08T10:00,70.00\n',
  };

  it('is not paid back as long as September stands: 500.00 × 0.10', async () => {
    const months = new Months(refunded);
    await months.publish('2026-09');
    months.edit('orders.csv', '70.00,CNY,', '70.00,CNY,A');
    const october = await months.publish('2026-10');
    expect(totals(october)).toEqual(['50.00']);
    expect(sentences(october)).toEqual([
      'the late refund R1 of 70.00 CNY is not counted: no document of 2026-09 bills its order O3, although by this input it would be billed',
    ]);
  });

  it('is paid back once September is revised: (500.00 − 70.00) × 0.10', async () => {
    const months = new Months(refunded);
    await months.publish('2026-09');
    months.edit('orders.csv', '70.00,CNY,', '70.00,CNY,A');
    await months.publish('2026-10');
    // 1,070.00 × 0.10
    expect(totals(await months.publish('2026-09'))).toEqual(['-100.00', '107.00']);
    expect(totals(await months.publish('2026-10'))).toEqual(['-50.00', '43.00']);
  });

  it('is paid back if September was never published, as the input has it', async () => {
    const months = new Months(refunded);
    months.edit('orders.csv', '70.00,CNY,', '70.00,CNY,A');
    expect(totals(await months.publish('2026-10'))).toEqual(['43.00']);
  });

  it('is not paid back once a revision takes it out of September', async () => {
    const months = new Months();
    await months.publish('2026-09');
    months.edit('orders.csv', 'CNY,A\nO2', 'CNY,\nO2');
    expect(totals(await months.publish('2026-09'))).toEqual(['-100.00']);
    expect(totals(await months.publish('2026-10'))).toEqual(['50.00']);
  });
});

describe('an order with any refund does not count', () => {
  const excluding = {
    'contracts.csv': TABLES['contracts.csv'].replaceAll('0.10,,', '0.10,exclude,'),
    'refunds.csv':
      'refund_id,order_id,refunded_at,amount\n' +
      'R1,O1,2026-10-08T10:00,100.00\nR2,O1,2026-11-08T10:00,200.00\n',
    'orders.csv': `${TABLES['orders.csv']}O4,M1,S1,2026-11-05T12:00,300.00,CNY,A\n`,
  };

  it('its first counted refund takes the whole out, later ones nothing more', async () => {
    const months = new Months(excluding);
    expect(totals(await months.publish('2026-09'))).toEqual(['100.00']);
    // (500.00 − 1,000.00) × 0.10
    expect(totals(await months.publish('2026-10'))).toEqual(['-50.00']);
    // November's input has the first refund no more: October's document has it still. 300.00 × 0.10
    months.edit('refunds.csv', 'R1,O1,2026-10-08T10:00,100.00\n', '');
    expect(totals(await months.publish('2026-11'))).toEqual(['30.00']);
  });

  it('a refund that came in after its month was published takes nothing from a later one', async () => {
    const months = new Months(excluding);
    months.edit('refunds.csv', 'R1,O1,2026-10-08T10:00,100.00\n', '');
    await months.publish('2026-09');
    expect(totals(await months.publish('2026-10'))).toEqual(['50.00']);
    // (300.00 − 1,000.00) × 0.10
    expect(totals(await months.publish('2026-11'))).toEqual(['-70.00']);
    months.edit('refunds.csv', 'R2', 'R1,O1,2026-10-08T10:00,100.00\nR2');
    // October is revised: (500.00 − 1,000.00) × 0.10; then November has nothing left to take out
    expect(totals(await months.publish('2026-10'))).toEqual(['-50.00', '-50.00']);
    expect(totals(await months.publish('2026-11'))).toEqual(['70.00', '30.00']);
  });
});

it('a batch keeps its orders the same, byte by byte, whoever writes them', async () => {
  const hashes: string[] = [];
  for (let times = 0; times < 2; times += 1) {
    const months = new Months();
    await months.publish('2026-09');
    hashes.push(
      readFileSync(join(months.output, '2026-09/batch-001/billed-orders.parquet'), 'hex'),
    );
  }
  expect(hashes[0]).toBe(hashes[1]);
});

it('orders that are not kept as they were published stop the run', async () => {
  const months = new Months();
  await months.publish('2026-09');
  writeFileSync(join(months.output, '2026-09/batch-001/billed-orders.parquet'), 'PAR1');
  const october = await months.publish('2026-10');
  expect(october.status).toBe('refused');
  expect(besideFewRows(october.problems)).toMatchObject([
    { code: 'ledger-broken', file: '2026-09/batch-001/billed-orders.parquet' },
  ]);
});
