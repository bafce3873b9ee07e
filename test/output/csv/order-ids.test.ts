/** Order ids of statements survive a spreadsheet that opens the CSV and saves it, and our own reader. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { formatAmount } from '../../../src/money/amount.js';
import { billSmall } from '../../facts/small-input.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { isInstalled } from '../../support/tools.js';

/** What each is to a spreadsheet: too long, a zero in front, a power of ten, a date; and two that it leaves alone. */
const IDS = ['3515200110000000001', '007', '1E5', '10-1', '1001', 'A-7'];
const HEADER = 'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id\n';

function ordersCsv(idOf: (id: string) => string): string {
  const rows = IDS.map((id, at) => `${idOf(id)},M1,S1,2026-10-02 1${at}:00,100.00,CNY,A1\n`);
  return HEADER + rows.join('');
}

const idsOf = (csv: string): string[] =>
  parse(csv, { bom: true })
    .slice(1)
    .map(([id = '']: readonly string[]) => id);

const published = (orders: string) =>
  billSmall(
    { 'orders.csv': orders, 'refunds.csv': 'refund_id,order_id,refunded_at,amount\n' },
    ({ documents }, output) => ({
      net: documents.map(({ net, currency }) => formatAmount(net, currency)),
      csv: readFileSync(join(output, '2026-10/batch-001/statements/M1-orders.csv'), 'utf8'),
    }),
  );

let statement = '';

beforeAll(async () => {
  statement = (await published(ordersCsv((id) => id))).csv;
});

it('a tab stands behind those that a spreadsheet would change', () => {
  expect(idsOf(statement)).toEqual([
    '3515200110000000001\t',
    '007\t',
    '1E5\t',
    '10-1\t',
    '1001',
    'A-7',
  ]);
});

it('our own reader takes them for what they are', async () => {
  const again = await published(ordersCsv((id) => `${id}\t`));
  expect(again.csv).toBe(statement);
});

describe.runIf(isInstalled('soffice'))('LibreOffice', () => {
  it('gives every id back, also when it saves what it opened, twice', () => {
    const folder = temporaryFolder();
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const saved = (csv: string, name: string): string => {
      writeFileSync(join(folder, `${name}.csv`), csv);
      const open = [
        '--headless',
        '--infilter=CSV:44,34,76',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76',
      ];
      const to = join(folder, name);
      execFileSync('soffice', [profile, ...open, '--outdir', to, join(folder, `${name}.csv`)], {
        stdio: 'pipe',
      });
      return readFileSync(join(to, `${name}.csv`), 'utf8');
    };
    const once = saved(statement, 'once');
    const twice = saved(once, 'twice');
    for (const csv of [once, twice]) expect(idsOf(csv).map((id) => id.trim())).toEqual(IDS);
  });
});
