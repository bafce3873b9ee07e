import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { isOfDeadRun } from '../../src/ledger/dead-run.js';

const HERE = 'vm~boot-2';
/** A process that has ended, which its parent knows. */
const ended = spawnSync(process.execPath, ['--version']).pid;

it.each([
  ['this process', `vm~boot-2~${process.pid}~01`, false],
  ['a process that may not be signalled, or is the first of all', 'vm~boot-2~1~01', false],
  ['a process that has ended', `vm~boot-2~${ended}~01`, true],
  ['an earlier boot, whatever runs under its number now', `vm~boot-1~${process.pid}~01`, true],
  ['another host, of which nothing is known', `other~boot-1~${ended}~01`, false],
])('is of %s', (_, owner, isDead) => {
  expect(isOfDeadRun({ kind: 'staging', owner }, HERE)).toBe(isDead);
});
