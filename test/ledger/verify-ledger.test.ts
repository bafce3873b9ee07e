import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { verifyLedger } from '../../src/ledger/verify-ledger.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { documentOf, editManifest, writeBatch, writeTwoMonths } from './written-ledger.js';

function published(): string {
  const output = temporaryFolder();
  writeTwoMonths(output);
  return output;
}

async function placesIn(output: string, period: string | null = null): Promise<string[]> {
  const { problems } = await verifyLedger(output, period);
  expect(problems.every(({ code }) => code === 'ledger-broken')).toBe(true);
  return problems.map(({ file }) => file);
}

it('finds nothing in what was just published, and counts it', async () => {
  const output = published();
  expect(await verifyLedger(output, null)).toEqual({
    batches: 3,
    documents: 5,
    files: 3,
    problems: [],
  });
  expect(await verifyLedger(output, '2026-09')).toMatchObject({ batches: 1, documents: 1 });
});

it.each<[string, (output: string) => void, string[]]>([
  [
    'a file that was changed',
    (output) => {
      appendFileSync(join(output, '2026-09/batch-001/documents.jsonl'), ' \n');
    },
    // What cannot be read is no batch that October could follow, nor one that HEAD names.
    ['2026-09/batch-001', '2026-10/batch-001', '2026-09/batch-001'],
  ],
  [
    'a file that was added, however deep',
    (output) => {
      mkdirSync(join(output, '2026-10/batch-001/pdf'));
      writeFileSync(join(output, '2026-10/batch-001/pdf/mine.pdf'), '');
    },
    ['2026-10/batch-001/pdf/mine.pdf'],
  ],
  [
    'control totals that were changed',
    (output) => {
      editManifest(output, '2026-10/batch-002', { control_totals: [] });
    },
    ['2026-10/batch-002', '2026-10/batch-002/manifest.json'],
  ],
  [
    'a month that is gone',
    (output) => {
      rmSync(join(output, '2026-09'), { recursive: true });
    },
    ['2026-10/batch-001', '2026-09/batch-001'],
  ],
  [
    'a newest batch that is gone: HEAD names it',
    (output) => {
      rmSync(join(output, '2026-10/batch-002'), { recursive: true });
    },
    ['2026-10/batch-002'],
  ],
  [
    'a newest month that is gone',
    (output) => {
      rmSync(join(output, '2026-10'), { recursive: true });
    },
    ['2026-10/batch-001', '2026-10/batch-002'],
  ],
  [
    'a field of the newest manifest that was changed',
    (output) => {
      editManifest(output, '2026-10/batch-002', { settlement_days: 0 });
    },
    ['2026-10/batch-002'],
  ],
  [
    'a month that was copied to another',
    (output) => {
      cpSync(join(output, '2026-09'), join(output, '2026-11'), { recursive: true });
    },
    ['2026-11/batch-001', '2026-11'],
  ],
  [
    'a HEAD that is gone',
    (output) => {
      rmSync(join(output, 'HEAD'));
    },
    ['HEAD'],
  ],
  [
    'a HEAD that is no JSON',
    (output) => {
      writeFileSync(join(output, 'HEAD'), '{');
    },
    ['HEAD'],
  ],
  [
    'a document that was issued under the number of another month',
    (output) => {
      writeBatch(output, '2026-11', 1, [documentOf('YD-202610-000001', 'M1', 1n)]);
    },
    ['2026-11'],
  ],
])('finds %s', async (_, change, places) => {
  const output = published();
  change(output);
  expect(await placesIn(output)).toEqual(places);
});

it('finds a file that is lost, or a link in its place', async () => {
  const output = published();
  const outputs = ['a.csv', 'b.csv'].map((file) => ({ file, sha256: '', rows: null }));
  writeBatch(output, '2026-11', 1, [], { outputs });
  symlinkSync('documents.jsonl', join(output, '2026-11/batch-001/b.csv'));
  expect(await placesIn(output, '2026-11')).toEqual([
    '2026-11/batch-001/a.csv',
    '2026-11/batch-001/b.csv',
  ]);
});

it('says that a period was never published, and that a folder is not there', async () => {
  expect(await placesIn(published(), '2026-08')).toEqual(['2026-08']);
  const { problems } = await verifyLedger('/nowhere/at/all', null);
  expect(problems).toMatchObject([{ code: 'output-missing', file: '/nowhere/at/all' }]);
});

it('takes the head that a run has said, and no other', async () => {
  const output = published();
  const { tip } = JSON.parse(readFileSync(join(output, 'HEAD'), 'utf8')) as { tip: string };
  expect((await verifyLedger(output, null, tip)).problems).toEqual([]);
  const { problems } = await verifyLedger(output, null, 'f'.repeat(64));
  expect(problems).toMatchObject([{ file: 'HEAD', values: { case: 'head-differs', tip } }]);
});
