import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readReceipts } from '../../src/reference/receipts.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const HEADER = 'receipt_id,merchant_id,currency,received_on,kind,amount,number';

/** What is read of some rows: receipts, and the code, record and merchant of each problem. */
async function read(rows: string[], known: string[] | null = ['M1', 'M2']): Promise<object> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'receipts.csv'), [HEADER, ...rows, ''].join('\n'));
  const { receipts, problems } = await readReceipts(folder, known && new Set(known));
  return {
    receipts: receipts.map(({ receiptId }) => receiptId),
    problems: problems.map(({ code, record, merchantId }) => [code, record, merchantId]),
  };
}

describe('readReceipts', () => {
  it('reads a row as it stands; the number may be blank', async () => {
    const folder = temporaryFolder();
    const rows = [
      'R1,M1,CNY,2026-11-05,payment,1200.5,INV-202610-000001',
      'R2,M1,JPY,2026-11-06,deposit,500,',
    ];
    writeFileSync(join(folder, 'receipts.csv'), [HEADER, ...rows, ''].join('\n'));
    const { receipts } = await readReceipts(folder, new Set(['M1']));
    expect(receipts).toMatchObject([
      {
        record: 1,
        receiptId: 'R1',
        receivedOn: '2026-11-05',
        kind: 'payment',
        amount: 120_050n,
        number: 'INV-202610-000001',
      },
      { record: 2, currency: { code: 'JPY' }, kind: 'deposit', amount: 500n, number: null },
    ]);
  });

  it('has none where there is no file', async () => {
    const { receipts, problems } = await readReceipts(temporaryFolder(), new Set());
    expect([receipts, problems]).toEqual([[], []]);
  });

  it.each([
    [
      'of an id that is there twice, both in doubt',
      ['R1,M1,CNY,2026-11-05,payment,1,', 'R1,M1,CNY,2026-11-06,payment,2,'],
      'key-conflict',
      2,
    ],
    ['of zero', ['R1,M1,CNY,2026-11-05,payment,0.00,'], 'number-out-of-range', 1],
    ['below zero', ['R1,M1,CNY,2026-11-05,refund,-5,'], 'number-out-of-range', 1],
    [
      'with more digits than its currency',
      ['R1,M1,JPY,2026-11-05,payment,5.5,'],
      'money-too-precise',
      1,
    ],
    ['of a kind that there is not', ['R1,M1,CNY,2026-11-05,gift,5,'], 'value-unknown', 1],
  ])('has a problem, laid at its merchant: an amount %s', async (_, rows, code, record) => {
    const found = await read(rows);
    expect(found).toMatchObject({ problems: [[code, record, 'M1']] });
  });

  it('leaves the second of two rows of one id out', async () => {
    const rows = ['R1,M1,CNY,2026-11-05,payment,1,', 'R1,M1,CNY,2026-11-06,payment,2,'];
    expect(await read(rows)).toMatchObject({ receipts: ['R1'] });
  });

  it('stops at a merchant that nobody knows, unless nobody can tell yet', async () => {
    const rows = ['R1,M9,CNY,2026-11-05,payment,1,'];
    expect(await read(rows)).toEqual({ receipts: [], problems: [['merchant-unknown', 1, null]] });
    expect(await read(rows, null)).toEqual({ receipts: ['R1'], problems: [] });
  });
});
