import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync, readdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ownName, processSpace, siblingName } from '../../src/ledger/hidden-name.js';
import {
  deadWorkFolders,
  removeAtOnce,
  removeLeftovers,
  removeOldPreviews,
} from '../../src/ledger/remove-leftovers.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ended = spawnSync(process.execPath, ['--version']).pid;
/** Of this machine, and no more there. */
const DEAD = `${await processSpace()}~${ended}~17~0123abcd`;
/** Of a container beside this one, with the same name of its host: nobody here can see its process. */
const [HOST = '', BOOT = ''] = DEAD.split('~');
const UNSEEN = `${HOST}~${BOOT}~17~${ended}~17~0123abcd`;
const HOUR_MS = 60 * 60 * 1000;

/** Something that this run has just made in the folder. */
async function mineIn(folder: string): Promise<string> {
  const mine = join(folder, await ownName('staging'));
  mkdirSync(mine);
  return mine;
}

function silentFor(hours: number, path: string): void {
  const time = new Date(Date.now() - hours * HOUR_MS);
  utimesSync(path, time, time);
}

it('takes away what dead runs left, and nothing else', async () => {
  const live = await ownName('staging');
  const folder = temporaryFolder({
    [`.staging-${DEAD}/invoices.csv`]: '',
    [`.trash-${DEAD}/a/b.pdf`]: '',
    [`.staging-${UNSEEN}/invoices.csv`]: '',
    [`.preview-${DEAD}/invoices.csv`]: '',
    [`${live}/invoices.csv`]: '',
    'batch-001/manifest.json': '',
    '.staging-mine/notes.txt': '',
  });
  symlinkSync('nowhere', join(folder, `.pointer-${DEAD}`));
  const mine = await mineIn(folder);
  await removeLeftovers(folder, mine);
  const left = ['.staging-mine', `.staging-${UNSEEN}`, `.preview-${DEAD}`, live, 'batch-001'];
  expect(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .sort(),
  ).toEqual([mine, ...left.map((name) => join(folder, name))].sort());
});

it.each([
  [23, true],
  [25, false],
])('keeps what nobody here can see, and what changed %d hours ago: %s', async (hours, isKept) => {
  const folder = temporaryFolder({ [`.staging-${UNSEEN}/invoices.csv`]: '' });
  silentFor(hours, join(folder, `.staging-${UNSEEN}`));
  await removeLeftovers(folder, await mineIn(folder));
  expect(readdirSync(folder).includes(`.staging-${UNSEEN}`)).toBe(isKept);
});

it('keeps what a live run has not changed for long', async () => {
  const live = await ownName('staging');
  const folder = temporaryFolder({ [`${live}/invoices.csv`]: '' });
  silentFor(1000, join(folder, live));
  await removeLeftovers(folder, await mineIn(folder));
  expect(readdirSync(folder)).toContain(live);
});

it.skipIf(process.getuid?.() !== 0)('leaves what is another user’s, even as root', async () => {
  const folder = temporaryFolder({
    [`.staging-${DEAD}/invoices.csv`]: '',
    [`.work-${DEAD}/spill`]: '',
  });
  for (const kind of ['staging', 'work']) chownSync(join(folder, `.${kind}-${DEAD}`), 65534, 65534);
  const mine = await mineIn(folder);
  await removeLeftovers(folder, mine);
  expect(await deadWorkFolders(folder, mine)).toEqual([]);
  expect(readdirSync(folder)).toContain(`.staging-${DEAD}`);
});

it('follows no link that stands in the place of a staging folder', async () => {
  const precious = temporaryFolder({ 'precious.txt': 'mine' });
  const folder = temporaryFolder();
  symlinkSync(precious, join(folder, `.staging-${DEAD}`));
  await removeLeftovers(folder, await mineIn(folder));
  expect(readdirSync(precious)).toEqual(['precious.txt']);
});

it('keeps the current preview, and one that a live run is about to show', async () => {
  const waiting = siblingName(await ownName('staging'), 'preview');
  const shown = siblingName(await ownName('staging'), 'preview');
  const folder = temporaryFolder({
    [`${waiting}/a`]: '',
    [`${shown}/a`]: '',
    [`.preview-${DEAD}/a`]: '',
  });
  symlinkSync(waiting, join(folder, siblingName(waiting, 'pointer')));
  await removeOldPreviews(folder, join(folder, shown), () => Promise.resolve(shown));
  expect(readdirSync(folder).sort()).toEqual(
    [shown, waiting, siblingName(waiting, 'pointer')].sort(),
  );
});

it('names the work folders of dead runs', async () => {
  const folder = temporaryFolder({
    [`.work-${DEAD}/spill`]: '',
    [`.staging-${DEAD}/a`]: '',
    [`${await ownName('work')}/spill`]: '',
  });
  expect(await deadWorkFolders(folder, await mineIn(folder))).toEqual([`.work-${DEAD}`]);
});

it('does not mind that another run was faster', async () => {
  const folder = temporaryFolder({ 'here/file': '' });
  await removeAtOnce(folder, 'gone');
  await removeAtOnce(folder, 'here');
  expect(readdirSync(folder)).toEqual([]);
});
