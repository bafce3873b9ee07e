import { describe, expect, it } from 'vitest';
import { findBuckets } from '../../../src/facts/buckets/find-buckets.js';
import { temporaryFolder } from '../../support/temporary-folder.js';

it('a bucket has the files of its name below each table, without what a warehouse leaves for itself', async () => {
  const { buckets, problems } = await findBuckets(
    temporaryFolder({
      'orders/bucket=01/b.csv': '',
      'orders/bucket=01/a.csv': '',
      'orders/bucket=00/a.csv': '',
      'orders/bucket=00/_metadata': '',
      'orders/bucket=00/.a.csv.crc': '',
      'orders/_SUCCESS': '',
      'shifts/bucket=01/a.csv': '',
      'contracts.csv': '',
    }),
  );
  expect(problems).toEqual([]);
  expect(buckets.map(({ name, files }) => [name, Object.fromEntries(files)])).toEqual([
    ['bucket=00', { orders: ['orders/bucket=00/a.csv'] }],
    [
      'bucket=01',
      {
        shifts: ['shifts/bucket=01/a.csv'],
        orders: ['orders/bucket=01/a.csv', 'orders/bucket=01/b.csv'],
      },
    ],
  ]);
  expect([...(buckets[0]?.tables ?? [])].sort()).toEqual(['orders', 'shifts']);
});

describe('what lies in no bucket is a problem of the whole run', () => {
  const IN_BUCKET = { 'orders/bucket=00/a.csv': '' };
  it.each([
    ['a plain file', { ...IN_BUCKET, 'shifts.csv': '' }, 'shifts.csv', 'file'],
    ['a file beside buckets', { ...IN_BUCKET, 'orders/a.csv': '' }, 'orders/a.csv', 'file'],
    [
      'a folder in a bucket',
      { ...IN_BUCKET, 'shifts/bucket=00/day=01/a.csv': '' },
      'shifts/bucket=00',
      'file',
    ],
    ['exports', { ...IN_BUCKET, 'sources.json': '' }, 'sources.json', 'sources'],
    ['nothing', { 'contracts.csv': '' }, 'orders', 'none'],
  ])('%s', async (_, files, file, fault) => {
    const { problems } = await findBuckets(temporaryFolder(files));
    expect(problems).toMatchObject([
      {
        code: 'buckets-unfit',
        severity: 'error',
        file,
        merchantId: null,
        values: { case: fault },
      },
    ]);
  });

  it('a table in two forms is told as ever', async () => {
    const { problems } = await findBuckets(temporaryFolder({ ...IN_BUCKET, 'orders.csv': '' }));
    expect(problems.map(({ code }) => code)).toContain('table-doubled');
  });
});
