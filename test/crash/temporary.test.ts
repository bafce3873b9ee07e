/** A folder of temporary files that is no good, and a month that nobody may read: said where, with exit 1, the ledger whole. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { PROGRAM, runHere, runJob, verify, type Ended, type Job } from './child.js';
import { mustSucceedHere } from './dead-staging.js';
import { FailingCalls, type SeenCall } from './failing-calls.js';
import { ordersText, writeInput } from './input.js';
import { differences, treeOf } from './tree.js';

const TIMEOUT_MS = 60_000;
/** More than the small disk holds, once it is rewritten. */
const ORDERS = 3_000;
/** Root may read and write everywhere: permissions bind nobody else. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const uid = isRoot ? { uid: NOBODY } : {};

// what lies in the folder of the tests is closed to others than this user
const ground = mkdtempSync(join(dirname(inject('testFolder')), 'kefu-temporary-'));
chmodSync(ground, 0o755);
const mounted: string[] = [];
let made = 0;

function newFolder(name: string): string {
  const path = join(ground, `${name}-${++made}`);
  mkdirSync(path);
  return path;
}

function mount(...values: readonly string[]): boolean {
  const isMounted = spawnSync('mount', values).status === 0;
  if (isMounted) mounted.push(values.at(-1) ?? '');
  return isMounted;
}

const small = newFolder('small');
const hasSmall = mount('-t', 'tmpfs', '-o', 'size=64k,mode=1777', 'tmpfs', small);
if (!hasSmall)
  console.warn('SKIPPED: a full disk of temporary files, since nothing can be mounted');

const mayBeNobody = spawnSync(process.execPath, [PROGRAM, '--version'], uid).status === 0;
if (!mayBeNobody)
  console.warn('SKIPPED: permissions, since no other user may start the program from here');

/** UTF-16 is rewritten among the temporary files before it is read. */
const input = writeInput(join(ground, 'input'), true);
writeFileSync(
  join(input, 'orders.csv'),
  Buffer.from(`\uFEFF${ordersText(true, ORDERS)}`, 'utf16le'),
);
const published = newFolder('published');

beforeAll(async () => {
  const earlier = writeInput(join(ground, 'earlier'), false);
  await mustSucceedHere({ mode: 'run', input: earlier, output: published });
  await mustSucceedHere({ mode: 'preview', input: earlier, output: published });
  if (isRoot) giveAway(published);
}, TIMEOUT_MS);

afterAll(() => {
  for (const path of mounted.toReversed()) spawnSync('umount', [path]);
  rmSync(ground, { recursive: true, force: true });
});

function giveAway(path: string): void {
  chownSync(path, NOBODY, NOBODY);
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
    spawnSync('chown', ['-h', `${NOBODY}:${NOBODY}`, join(path, name)]);
}

/** The code with its place and what to do, no stack trace; nothing of it left in the ledger. */
async function expectRefusal(
  work: () => Promise<Ended>,
  code: string,
  place: string,
  remedy: string,
): Promise<void> {
  const before = treeOf(published);
  const { status, said } = await work();
  expect(said).toContain(`error ${code}: 1\n  ${place}`);
  expect(said).toContain(remedy);
  expect(said).toContain('nothing is published');
  expect(said).not.toMatch(/^ {4}at /m);
  expect(status).toBe(1);
  expect(differences(treeOf(published), before)).toEqual([]);
  expect(await verify(published)).toMatchObject({ status: 0 });
}

const MODES = ['run', 'preview'] as const;
const jobOf = (mode: Job['mode']): Job => ({ mode, input, output: published });
const REMEDY = 'make it, make room in it, or name another by TMPDIR';

it.each(MODES)(
  '%s: the temporary folder is not there',
  async (mode) => {
    const temporary = join(ground, 'nowhere');
    await expectRefusal(
      () => runJob(jobOf(mode), { temporary }),
      'temporary-unusable',
      temporary,
      REMEDY,
    );
  },
  TIMEOUT_MS,
);

it(
  'the temporary folder is a file',
  async () => {
    const temporary = join(ground, 'file');
    writeFileSync(temporary, 'mine');
    await expectRefusal(
      () => runJob(jobOf('run'), { temporary }),
      'temporary-unusable',
      temporary,
      REMEDY,
    );
    expect(readFileSync(temporary, 'utf8')).toBe('mine');
  },
  TIMEOUT_MS,
);

it(
  'the temporary folder is one of the system, in which nobody makes files',
  async () => {
    await expectRefusal(
      () => runJob(jobOf('run'), { temporary: '/proc' }),
      'temporary-unusable',
      '/proc',
      REMEDY,
    );
  },
  TIMEOUT_MS,
);

it.skipIf(!mayBeNobody)(
  'the temporary folder is read-only',
  async () => {
    const temporary = newFolder('read-only');
    chmodSync(temporary, 0o555);
    await expectRefusal(
      () => runJob(jobOf('run'), { temporary, ...uid }),
      'temporary-unusable',
      temporary,
      REMEDY,
    );
  },
  TIMEOUT_MS,
);

it.skipIf(!hasSmall).each(MODES)(
  '%s: the disk of temporary files is full',
  async (mode) => {
    await expectRefusal(
      () => runJob(jobOf(mode), { temporary: small }),
      'temporary-unusable',
      small,
      REMEDY,
    );
    expect(readdirSync(small)).toEqual([]);
  },
  TIMEOUT_MS,
);

it.skipIf(!mayBeNobody)(
  'the month’s folder may not be read',
  async () => {
    const temporary = newFolder('temporary');
    chmodSync(temporary, 0o777);
    const month = join(published, '2026-10');
    const before = treeOf(published);
    chmodSync(month, 0o000);
    const { status, said } = await runJob(jobOf('run'), { temporary, ...uid });
    chmodSync(month, 0o755);
    expect(said).toContain('error ledger-broken: 1\n  2026-10');
    expect(said).toContain('EACCES');
    expect(said).not.toMatch(/^ {4}at /m);
    expect(status).toBe(1);
    expect(differences(treeOf(published), before)).toEqual([]);
  },
  TIMEOUT_MS,
);

/** The last call of all so far. */
function isLast(calls: readonly SeenCall[], call: string, path: string): boolean {
  const { name, path: of } = calls.at(-1) ?? { name: '', path: '' };
  return name === call && of.includes(path);
}

it.each([
  { call: 'mkdir', path: '/.work-', code: 'EACCES', told: 'temporary-unusable', place: tmpdir() },
  { call: 'open', path: '/.work-', code: 'ENOSPC', told: 'temporary-unusable', place: tmpdir() },
  { call: 'scandir', path: '/2026-10', code: 'EACCES', told: 'ledger-broken', place: '2026-10' },
])('$call fails with $code at $path', async ({ call, path, code, told, place }) => {
  await using failing = await FailingCalls.begin((calls) => isLast(calls, call, path), code);
  await expectRefusal(() => runHere(jobOf('run')), told, place, code);
  expect(failing.hasFailed).toBe(true);
});
