import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { publishBatch } from '../../src/ledger/publish-batch.js';
import { Staging } from '../../src/ledger/staging.js';
import { StagingChanged } from '../../src/ledger/staging-changed.js';
import { writeSynced, type WrittenFile } from '../../src/ledger/write-synced.js';
import { temporaryFolder } from '../support/temporary-folder.js';

interface Staged {
  readonly staging: Staging;
  readonly written: readonly WrittenFile[];
}

async function staged(period: string, text: string): Promise<Staged> {
  const staging = await Staging.create(period);
  const { folder } = staging;
  const written = [
    await writeSynced(folder, 'pdf/one.pdf', text, null),
    await writeSynced(folder, 'finance/ubl/one.xml', text, null),
    await writeSynced(folder, 'manifest.json', '{}', null),
  ];
  return { staging, written };
}

function publish({ staging, written }: Staged, period: string): Promise<boolean> {
  return publishBatch(staging, written, period, 1);
}

it('publishes by one rename, and leaves nothing beside', async () => {
  const period = join(temporaryFolder(), '2026-10');
  expect(await publish(await staged(period, 'first'), period)).toBe(true);
  expect(readdirSync(period)).toEqual(['batch-001']);
  expect(readFileSync(join(period, 'batch-001/pdf/one.pdf'), 'utf8')).toBe('first');
});

it('lets the second of two runs lose, and keeps what the first published', async () => {
  const period = join(temporaryFolder(), '2026-10');
  const [first, second] = [await staged(period, 'first'), await staged(period, 'second')];
  expect(await publish(first, period)).toBe(true);
  expect(await publish(second, period)).toBe(false);
  expect(readFileSync(join(period, 'batch-001/pdf/one.pdf'), 'utf8')).toBe('first');
  await second.staging.remove();
  expect(readdirSync(period)).toEqual(['batch-001']);
});

it('does not write through a file or a link where a batch belongs', async () => {
  const period = temporaryFolder({ 'batch-001': 'mine' });
  const first = await staged(period, 'first');
  expect(await publish(first, period)).toBe(false);
  expect(existsSync(first.staging.folder)).toBe(true);
});

it('stages in no folder that is a link', async () => {
  const output = temporaryFolder({ 'elsewhere/file': '' });
  symlinkSync(join(output, 'elsewhere'), join(output, '2026-10'));
  await expect(Staging.create(join(output, '2026-10'))).rejects.toThrow('broken promise');
  expect(readdirSync(join(output, 'elsewhere'))).toEqual(['file']);
});

it.each([
  [
    'a file is gone',
    (folder: string) => {
      rmSync(join(folder, 'pdf/one.pdf'));
    },
    'pdf/one.pdf',
  ],
  [
    'a folder is gone',
    (folder: string) => {
      rmSync(join(folder, 'pdf'), { recursive: true });
    },
    'pdf/one.pdf',
  ],
  [
    'a file was cut off',
    (folder: string) => {
      writeFileSync(join(folder, 'pdf/one.pdf'), 'fi');
    },
    'pdf/one.pdf',
  ],
  [
    'a file was added to',
    (folder: string) => {
      appendFileSync(join(folder, 'manifest.json'), '\n');
    },
    'manifest.json',
  ],
  [
    'a link takes its place',
    (folder: string) => {
      rmSync(join(folder, 'pdf/one.pdf'));
      symlinkSync('/dev/null', join(folder, 'pdf/one.pdf'));
    },
    'pdf/one.pdf',
  ],
  [
    'something is there beside',
    (folder: string) => {
      writeFileSync(join(folder, 'pdf/two.pdf'), '');
    },
    'pdf/two.pdf',
  ],
  [
    'all is gone but the folder',
    (folder: string) => {
      rmSync(folder, { recursive: true });
      mkdirSync(folder);
    },
    'pdf/one.pdf',
  ],
])('publishes nothing where %s', async (_, change, file) => {
  const period = join(temporaryFolder(), '2026-10');
  const first = await staged(period, 'first');
  change(first.staging.folder);
  await expect(publish(first, period)).rejects.toThrow(new StagingChanged(file));
  expect(readdirSync(period)).not.toContain('batch-001');
});

it('publishes nothing where the folder was taken away, and never makes it anew', async () => {
  const period = join(temporaryFolder(), '2026-10');
  const first = await staged(period, 'first');
  renameSync(first.staging.folder, join(period, '.trash-taken'));
  await expect(publish(first, period)).rejects.toThrow('ENOENT');
  const { folder } = first.staging;
  for (const file of ['index.csv', 'pdf/two.pdf', 'finance/ubl/two.xml'])
    await expect(writeSynced(folder, file, '', null)).rejects.toThrow('ENOENT');
  expect(readdirSync(period)).toEqual(['.trash-taken']);
});
