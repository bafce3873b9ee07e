import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { EngineFault } from '../../src/facts/engine-fault.js';
import { StagingChanged } from '../../src/ledger/staging-changed.js';
import { RenderThreadLost } from '../../src/output/render-thread-lost.js';
import { faultProblem, publishedUnfinished } from '../../src/run/fault-problem.js';

const FOLDERS = { input: '/books/in', output: '/books/out' };

function refused(message: string): Error {
  return new Error(message);
}

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EFBIG', 'EISDIR', 'EXDEV'])(
  'says that %s is the output’s',
  (code) => {
    const error = refused(`${code}: no, open '/books/out/2026-10/.staging-x/pdf/1.pdf'`);
    expect(faultProblem(error, FOLDERS)).toMatchObject({
      code: 'output-unwritable',
      file: '/books/out',
      values: { case: 'before', reason: error.message },
    });
  },
);

it.each([
  // what is written to an open file has no path
  ['EIO: i/o error, write', 'output-unwritable', '/books/out', 'before'],
  [
    "ENOENT: no such file or directory, mkdir '/books/out/2026-10/.staging-x/pdf'",
    'output-unwritable',
    '/books/out',
    'changed',
  ],
  [
    "EXDEV: cross-device link not permitted, rename '/books/out/a' -> '/books/out/b'",
    'output-unwritable',
    '/books/out',
    'before',
  ],
  [
    "EACCES: permission denied, scandir '/books/out/2026-09'",
    'ledger-broken',
    '2026-09',
    'folder-unreadable',
  ],
  ["EIO: i/o error, lstat '/books/out/2026-09'", 'ledger-broken', '2026-09', 'folder-unreadable'],
  ["EACCES: permission denied, scandir '/books/in/old'", 'file-unreadable', 'old', 'system'],
  [
    "EMFILE: too many open files, open '/books/in/orders.csv'",
    'resources-short',
    'ulimit -n',
    'open-files',
  ],
  [
    "ENFILE: file table overflow, open '/books/out/HEAD'",
    'resources-short',
    'ulimit -n',
    'open-files',
  ],
  ['ENOMEM: not enough memory, read', 'resources-short', 'RAM', 'memory'],
])('%s is %s at %s: %s', (message, code, file, case_) => {
  expect(faultProblem(refused(message), FOLDERS)).toMatchObject({
    severity: 'error',
    code,
    file,
    values: { case: case_ },
  });
});

it.each([
  ["ENOENT: no such file or directory, mkdir '%/.work-vm~1'", 'ENOENT: no such file or directory'],
  ["ENOSPC: no space left on device, open '%/.work-vm~1/x.csv'", 'ENOSPC: no space left on device'],
  ["EACCES: permission denied, scandir '%'", 'EACCES: permission denied'],
])('%s is the folder of temporary files', (message, reason) => {
  expect(faultProblem(refused(message.replace('%', tmpdir())), FOLDERS)).toMatchObject({
    code: 'temporary-unusable',
    file: tmpdir(),
    values: { reason },
  });
});

it('locates a folder in the other by the inner one', () => {
  const nested = { input: '/books', output: '/books/out' };
  const error = refused("EIO: i/o error, open '/books/out/HEAD'");
  expect(faultProblem(error, nested)).toMatchObject({ code: 'output-unwritable' });
});

it.each([
  ['50MB', '512MB'],
  ['512MB', '1024MB'],
  ['2GB', '4096MB'],
])('says of %s what would do: %s', (memory, least) => {
  const error = new EngineFault('memory', memory, 'Out of Memory Error');
  expect(faultProblem(error, FOLDERS)).toMatchObject({
    code: 'resources-short',
    file: '--memory',
    values: { case: 'engine', memory, least },
  });
});

it('tells the engine’s other wants apart', () => {
  const full = new EngineFault('temporary-files', '2GB', 'IO Error: Could not write');
  const files = new EngineFault('open-files', '2GB', 'Too many open files');
  expect(faultProblem(full, FOLDERS)).toMatchObject({ code: 'temporary-unusable' });
  expect(faultProblem(files, FOLDERS)).toMatchObject({ values: { case: 'open-files' } });
});

it('says that a thread ended, and that a batch was changed while it was written', () => {
  const ended = new RenderThreadLost('worker exited with code: 1');
  expect(faultProblem(ended, FOLDERS)).toMatchObject({ file: '--workers' });
  expect(faultProblem(new StagingChanged('pdf/1.pdf'), FOLDERS)).toMatchObject({
    code: 'output-unwritable',
    values: { case: 'changed', file: 'pdf/1.pdf' },
  });
});

it('lets a bug be a bug', () => {
  for (const bug of [new TypeError('undefined is not a function'), new Error('lost'), 'thrown'])
    expect(faultProblem(bug, FOLDERS)).toBeNull();
});

it.each([
  { mode: 'publish', told: 'after' },
  { mode: 'preview', told: 'after-preview' },
] as const)(
  'warns of what fails once the batch or the preview is there: $mode',
  ({ mode, told }) => {
    expect(publishedUnfinished({ mode, output: 'out' }, new Error('EIO'))).toMatchObject({
      severity: 'warning',
      file: 'out',
      values: { case: told, reason: 'EIO' },
    });
  },
);
