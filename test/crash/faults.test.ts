/** Disks that are full or read-only, input that moves, and what somebody else has put into the output. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runHere, runJob, type Ended, type Mode } from './child.js';
import { writeInput } from './input.js';
import { completeOf, differences, treeOf, type Tree } from './tree.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const MODES = ['run', 'preview'] as const;
const folder = temporaryFolder();
const input = writeInput(join(folder, 'input'), true);
const mounted: string[] = [];
let made = 0;

function newFolder(name: string): string {
  const path = join(folder, `${name}-${++made}`);
  mkdirSync(path);
  return path;
}

function mount(...values: readonly string[]): boolean {
  const target = values.at(-1) ?? '';
  const isMounted = spawnSync('mount', values).status === 0;
  if (isMounted && !mounted.includes(target)) mounted.push(target);
  return isMounted;
}

/** Whether this machine lets the test mount, which a root in a container may not. */
const mayMount = ((): boolean => {
  const isAllowed = mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', newFolder('probe'));
  if (!isAllowed)
    console.warn('SKIPPED: read-only and full disks, since nothing can be mounted here');
  return isAllowed;
})();

afterAll(() => {
  for (const path of mounted.toReversed()) spawnSync('umount', [path]);
});

/** Said in words, not by a stack trace; nothing of it left in the output. */
function expectRefusal(ended: Ended, code: string): void {
  expect(ended.said).toContain(code);
  expect(ended.said).not.toMatch(/^ {4}at /m);
  expect(ended.status).toBe(1);
}

const alone = new Map<Mode, Tree>();

beforeAll(async () => {
  for (const mode of MODES) {
    const output = newFolder(`alone-${mode}`);
    expect(await runHere({ mode, input, output })).toMatchObject({ status: 0 });
    alone.set(mode, completeOf(treeOf(output)));
  }
});

describe.each(MODES)('%s', (mode) => {
  it.skipIf(!mayMount).each([{ held: [] }, { held: ['2026-10'] }])(
    'says that the output is read-only, holding $held',
    async ({ held }) => {
      const output = newFolder('read-only');
      for (const name of held) mkdirSync(join(output, name));
      expect(mount('--bind', output, output) && mount('-o', 'remount,bind,ro', output)).toBe(true);
      expectRefusal(await runJob({ mode, input, output }), 'output-unwritable');
      expect([...treeOf(output).keys()]).toEqual(held);
    },
  );

  it.skipIf(!mayMount)(
    'says that the disk is full, leaves nothing, and goes on when there is room',
    async () => {
      const output = newFolder('full');
      expect(mount('-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', output)).toBe(true);
      expectRefusal(await runJob({ mode, input, output }), 'output-unwritable');
      expect([...treeOf(output).keys()]).toEqual(['2026-10']);

      expect(mount('-o', 'remount,size=8m', output)).toBe(true);
      expect(await runJob({ mode, input, output })).toMatchObject({ status: 0 });
      expect(differences(completeOf(treeOf(output)), alone.get(mode) ?? new Map())).toEqual([]);
    },
  );

  it('says that a file would grow beyond its limit, and leaves nothing', async () => {
    const output = newFolder('limit');
    const ended = await runJob({ mode, input, output }, { shell: 'ulimit -f 8' });
    expectRefusal(ended, 'output-unwritable');
    expect([...treeOf(output).keys()]).toEqual(['2026-10']);
  });

  it('says that the output folder is not there, and makes none', async () => {
    const output = join(newFolder('not-there'), 'output');
    expectRefusal(await runHere({ mode, input, output }), 'output-missing');
    expect([...treeOf(join(output, '..'))]).toEqual([]);
  });
});

it.each(['orders.csv', 'merchants.csv', 'provider.json'])(
  'says that %s is a folder',
  async (file) => {
    const broken = writeInput(newFolder('input-with-folder'), true);
    rmSync(join(broken, file));
    mkdirSync(join(broken, file));
    const output = newFolder('output');
    expectRefusal(await runHere({ mode: 'run', input: broken, output }), file);
    expect([...treeOf(output)]).toEqual([]);
  },
);

/** What stands in the output before a run, in the place of something of the program's own. */
interface Foreign {
  readonly what: string;
  readonly modes: readonly Mode[];
  readonly put: (output: string, elsewhere: string) => void;
}

function inPeriod(output: string, name: string): string {
  mkdirSync(join(output, '2026-10'), { recursive: true });
  return join(output, '2026-10', name);
}

const IN_THE_WAY: readonly Foreign[] = [
  {
    what: 'a file as the period',
    modes: MODES,
    put: (output) => {
      writeFileSync(join(output, '2026-10'), 'mine');
    },
  },
  {
    what: 'a link as the period',
    modes: MODES,
    put: (output, elsewhere) => {
      symlinkSync(elsewhere, join(output, '2026-10'));
    },
  },
  {
    what: 'a link to nowhere as the period',
    modes: MODES,
    put: (output) => {
      symlinkSync('nowhere', join(output, '2026-10'));
    },
  },
  {
    what: 'a link as batch-001',
    modes: ['run'],
    put: (output, elsewhere) => {
      symlinkSync(elsewhere, inPeriod(output, 'batch-001'));
    },
  },
  {
    what: 'a file as batch-001',
    modes: ['run'],
    put: (output) => {
      writeFileSync(inPeriod(output, 'batch-001'), 'mine');
    },
  },
  {
    what: 'a link to elsewhere as the preview',
    modes: ['preview'],
    put: (output, elsewhere) => {
      symlinkSync(elsewhere, inPeriod(output, 'preview'));
    },
  },
  {
    what: 'a file as the preview',
    modes: ['preview'],
    put: (output) => {
      writeFileSync(inPeriod(output, 'preview'), 'mine');
    },
  },
  {
    what: 'a folder as the preview',
    modes: ['preview'],
    put: (output) => {
      mkdirSync(inPeriod(output, 'preview'));
      writeFileSync(inPeriod(output, 'preview/notes.txt'), 'mine');
    },
  },
];

describe.each(
  IN_THE_WAY.flatMap(({ what, modes, put }) => modes.map((mode) => ({ what, mode, put }))),
)('$mode with $what', ({ mode, put }) => {
  it('says so, and neither follows nor deletes it', async () => {
    const [output, elsewhere] = [newFolder('output'), newFolder('elsewhere')];
    writeFileSync(join(elsewhere, 'precious.txt'), 'mine');
    put(output, elsewhere);
    const before = [treeOf(output), treeOf(elsewhere)];
    const ended = await runHere({ mode, input, output });
    expect([treeOf(output), treeOf(elsewhere)]).toEqual(before);
    expectRefusal(ended, '2026-10');
  });
});

it.each(MODES)('%s leaves what is not its own, beside its own, where it is', async (mode) => {
  const [output, elsewhere] = [newFolder('output'), newFolder('elsewhere')];
  writeFileSync(join(elsewhere, 'precious.txt'), 'mine');
  writeFileSync(join(output, 'notes.txt'), 'mine');
  for (const name of ['.staging-backup', '.trash-mine', '.preview-mine']) {
    mkdirSync(inPeriod(output, name));
    writeFileSync(inPeriod(output, `${name}/notes.txt`), 'mine');
  }
  writeFileSync(inPeriod(output, 'batch-1'), 'mine');
  symlinkSync(elsewhere, inPeriod(output, '.staging-vm~boot~999999~link'));
  const before = treeOf(output);
  const { status, said } = await runHere({ mode, input, output });
  expect({ status, said }).toMatchObject({ status: 0 });
  const after = treeOf(output);
  expect([...before].filter(([path, what]) => after.get(path) !== what)).toEqual([]);
  expect([...treeOf(elsewhere).keys()]).toEqual(['precious.txt']);
});
