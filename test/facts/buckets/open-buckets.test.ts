/** Facts in buckets bill what the same rows bill in files of one folder; what lies in the wrong bucket is refused. */
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Manifest } from '../../../src/ledger/manifest.js';
import type { RunRequest } from '../../../src/run/run-request.js';
import { bill, DEMO } from '../../run/run-demo.js';
import { Months, totals } from '../../support/months.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { inBuckets } from './in-buckets.js';
import { fileOf, type Changes, type Layout } from './write-buckets.js';

/** M01, M04, … of the demo in bucket 1, M02 in 2, M03 in 0. */
function thirds(merchantId: string): number {
  return Number(merchantId.replace(/\D/g, '')) % 3;
}

interface Published {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly unknown[];
}

/** All that is published, as if a bucket were a file. */
async function published(
  layout: Layout,
  changes?: Changes,
  options: Partial<RunRequest> = {},
): Promise<Published> {
  const input = inBuckets(DEMO, layout, thirds, changes);
  const output = temporaryFolder();
  const isPartitioned = layout === 'buckets';
  const { status, problems } = await bill(input, output, { isPartitioned, ...options });
  expect(status).toBe('published');
  const folder = join(output, '2026-10/batch-001');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  return {
    files: new Map(files.map((file) => [file, plain(contentOf(join(folder, file)))])),
    problems: problems.map((one) => plain(JSON.stringify(one))).sort(),
  };
}

function contentOf(path: string): string {
  if (!path.endsWith('manifest.json')) return readFileSync(path, 'latin1');
  // the ledger's id and the hashes of what names the input files differ between any two
  const { inputs, control_totals } = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  return JSON.stringify({ inputs, control_totals });
}

function plain(text: string): string {
  return text.replaceAll('/part.csv', '.csv');
}

/** Lines in any order: problems come bucket by bucket. */
function unordered(text: string | undefined): string[] {
  return (text ?? '').split('\r\n').sort();
}

describe('the demo in three buckets', () => {
  it('bills what it bills in three files, byte for byte', async () => {
    const [parts, whole] = [await published('buckets'), await published('files')];
    expect([...parts.files.keys()]).toEqual([...whole.files.keys()]);
    const differing = [...whole.files].filter(([file, text]) => parts.files.get(file) !== text);
    expect(differing.map(([file]) => file)).toEqual([]);
    expect(parts.problems).toEqual(whole.problems);
  });

  it('asks after agents over all buckets, where no file attributes orders', async () => {
    const without: Changes = (table, rows) => {
      if (table === 'attributions') return [];
      if (table !== 'orders') return rows;
      // nobody sells for M03, M06, … of bucket 0
      return rows.map((row) => {
        return { ...row, agent_id: thirds(row['merchant_id'] ?? '') === 0 ? '' : 'K0101' };
      });
    };
    const [parts, whole] = [await published('buckets', without), await published('files', without)];
    expect(parts.problems).toEqual(whole.problems);
    expect(unordered(parts.files.get('invoices.csv'))).toEqual(
      unordered(whole.files.get('invoices.csv')),
    );
  });
});

it('says once that a table is missing, and bills nobody by halves', async () => {
  const withoutShifts: Changes = (table, rows) => (table === 'shifts' ? [] : rows);
  const check = async (layout: Layout) => {
    const input = inBuckets(DEMO, layout, thirds, withoutShifts);
    const isPartitioned = layout === 'buckets';
    const { problems } = await bill(input, temporaryFolder(), { mode: 'check', isPartitioned });
    return problems.map((one) => plain(JSON.stringify(one))).sort();
  };
  const found = await check('buckets');
  expect(found.filter((one) => one.includes('file-missing'))).toHaveLength(1);
  expect(found).toEqual(await check('files'));
});

describe('September billed O1, whose row is gone; October pays it back: (500.00 − 1,000.00) × 0.10 = −50.00', () => {
  const october = async (bucket: number) => {
    const months = new Months();
    for (const table of ['shifts', 'orders', 'refunds']) {
      mkdirSync(join(months.input, table, 'bucket=00'), { recursive: true });
      renameSync(join(months.input, `${table}.csv`), join(months.input, partOf(table, 0)));
    }
    const september = await months.publish('2026-09', { isPartitioned: true });
    // 1,000.00 × 0.10
    expect(totals(september)).toEqual(['100.00']);
    const orders = join(months.input, partOf('orders', 0));
    const rows = readFileSync(orders, 'utf8');
    writeFileSync(orders, rows.replace(/^O1,.*\n/m, ''));
    mkdirSync(join(months.input, 'refunds', `bucket=0${bucket}`), { recursive: true });
    renameSync(
      join(months.input, partOf('refunds', 0)),
      join(months.input, partOf('refunds', bucket)),
    );
    return months.publish('2026-10', { isPartitioned: true });
  };
  const partOf = (table: string, bucket: number): string => fileOf(table, bucket, 'buckets');

  it('in the bucket of its merchant', async () => {
    expect(totals(await october(0))).toEqual(['-50.00']);
  });

  it('in another, nothing is published', async () => {
    const { status, problems } = await october(1);
    expect(status).toBe('refused');
    expect(problems.map(({ values }) => values)).toContainEqual({
      case: 'merchant',
      merchant: 'M1',
      buckets: ['bucket=00', 'bucket=01'],
    });
  });
});

describe('what lies in the wrong bucket publishes nothing', () => {
  const refusal = async (bucketOf: (merchant: string, table: string) => number) => {
    const output = temporaryFolder();
    const input = inBuckets(DEMO, 'buckets', bucketOf);
    const { status, problems } = await bill(input, output, { isPartitioned: true });
    expect(status).toBe('refused');
    expect(readdirSync(output)).toEqual([]);
    return problems.filter(({ code }) => code === 'buckets-unfit').map(({ values }) => values);
  };

  it.each(['refunds', 'attributions'])('%s apart from their orders', async (strays) => {
    const found = await refusal((merchant, table) => (table === strays ? 5 : thirds(merchant)));
    expect(found.length).toBeGreaterThan(0);
    for (const values of found) {
      expect(values).toMatchObject({ case: 'order' });
      expect(values).toHaveProperty('buckets.0', 'bucket=05');
    }
  });

  it('a merchant with shifts in one and orders in another', async () => {
    const found = await refusal((merchant, table) =>
      merchant === 'M05' && table === 'shifts' ? 5 : thirds(merchant),
    );
    expect(found).toEqual([
      { case: 'merchant', merchant: 'M05', buckets: ['bucket=02', 'bucket=05'] },
    ]);
  });
});
