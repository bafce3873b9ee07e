import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { startOf } from '../../src/ledger/hidden-name.js';
import { lifeOfRun } from '../../src/ledger/life-of-run.js';

const HERE = 'vm~boot-2~4026531836';
/** A process that has ended, which its parent knows. */
const ended = spawnSync(process.execPath, ['--version']).pid;
const own = `${process.pid}~${(await startOf('self')) ?? ''}`;

it.each([
  ['this process', `${HERE}~${own}~0123abcd`, 'alive'],
  ['a process that has ended', `${HERE}~${ended}~17~0123abcd`, 'dead'],
  ['one whose number this process has by now', `${HERE}~${process.pid}~17~0123abcd`, 'dead'],
  ['one of which nobody knows when it started', `${HERE}~${process.pid}~0~0123abcd`, 'alive'],
  ['another container on this host', `vm~boot-2~4026539999~${ended}~17~0123abcd`, 'unknown'],
  ['another boot, or another machine', `vm~boot-1~4026531836~${ended}~17~0123abcd`, 'unknown'],
  ['another host', `other~boot-2~4026531836~${ended}~17~0123abcd`, 'unknown'],
  ['an older version', `vm~boot-2~${ended}~0123abcd`, 'unknown'],
])('%s', async (_, owner, life) => {
  expect(await lifeOfRun({ kind: 'staging', owner }, HERE)).toBe(life);
});

it.each(['vm~0~4026531836', 'vm~boot-2~0'])(
  'knows nothing where nobody says whose numbers these are: %s',
  async (here) => {
    const owner = `${here}~${ended}~17~0123abcd`;
    expect(await lifeOfRun({ kind: 'staging', owner }, here)).toBe('unknown');
  },
);
