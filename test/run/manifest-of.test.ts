import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { EMPTY_LEDGER, readLedger } from '../../src/ledger/read-ledger.js';
import { manifestOf } from '../../src/run/manifest-of.js';
import { RunSoFar } from '../../src/run/run-so-far.js';
import { documentOf, writeTwoMonths } from '../ledger/written-ledger.js';
import { PROVIDER } from '../output/pdf/documents.js';
import { span } from '../pricing/builders.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const BILLING = {
  request: { acceptRejected: 3, acceptIncomplete: new Set<string>() },
  tables: { provider: PROVIDER },
  ledger: EMPTY_LEDGER,
  span: span('2026-10'),
  issueDate: localDate('2026-11-20'),
  reference: {
    files: [{ file: 'merchants.csv', sha256: 'hash-m', rows: 2, size: 1, identity: '' }],
  },
  facts: {
    extents: { tables: [{ table: 'orders', rows: 0, first: null, last: null }] },
    files: [
      { file: 'shop.csv', sha256: 'hash-s', rows: 30 },
      { file: 'empty.csv', sha256: 'hash-e', rows: 0 },
    ],
  },
};

function run(): RunSoFar {
  const made = new RunSoFar({ mode: 'publish', strict: false });
  made.addIssued([], [documentOf('I-1', 'M1', 10_000n), documentOf('I-2', 'M2', 5_000n)]);
  return made;
}

it('says what went in, in order of names, and what it comes to', () => {
  const manifest = manifestOf(BILLING as never, run());
  expect(manifest).toMatchObject({
    period: '2026-10',
    batch: 1,
    previous: null,
    arguments: { issue_date: '2026-11-20', accept_rejected: 3 },
    settlement_days: 7,
    time_zone: 'Asia/Shanghai',
    facts: [{ table: 'orders', rows: 0, first: null, last: null }],
    inputs: [
      { file: 'empty.csv', sha256: 'hash-e', rows: 0 },
      { file: 'merchants.csv', sha256: 'hash-m', rows: 2 },
      { file: 'shop.csv', sha256: 'hash-s', rows: 30 },
    ],
    control_totals: [
      { currency: 'CNY', documents: 2, net: '150.00', tax: '0.00', total: '150.00' },
    ],
  });
});

it('keeps which tables were accepted as they are', () => {
  const request = { acceptRejected: 0, acceptIncomplete: new Set(['shifts', 'orders']) };
  const manifest = manifestOf({ ...BILLING, request } as never, run());
  expect(manifest.arguments).toMatchObject({ accept_incomplete: 'orders,shifts' });
});

it('starts a ledger whose id comes of the input alone', () => {
  const { ledger } = manifestOf(BILLING as never, run());
  expect(ledger).toMatch(/^[0-9a-f]{16}$/);
  expect(manifestOf(BILLING as never, run()).ledger).toBe(ledger);
  const [reference] = BILLING.reference.files;
  const other = { ...BILLING, reference: { files: [{ ...reference, sha256: 'hash-n' }] } };
  expect(manifestOf(other as never, run()).ledger).not.toBe(ledger);
});

it('goes on with the ledger, after the batch before', async () => {
  const output = temporaryFolder();
  const [, , last] = writeTwoMonths(output);
  const october = { ...BILLING, ledger: await readLedger(output, '2026-10') };
  expect(manifestOf(october as never, run())).toMatchObject({
    batch: 3,
    previous: last,
    ledger: 'ledger-1',
  });
  const november = { ...BILLING, ledger: await readLedger(output, '2026-11') };
  expect(manifestOf(november as never, run())).toMatchObject({
    batch: 1,
    previous: last,
    ledger: 'ledger-1',
  });
});
