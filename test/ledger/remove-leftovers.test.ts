import { readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hostAndBoot, ownName, siblingName } from '../../src/ledger/hidden-name.js';
import {
  deadWorkFolders,
  removeAtOnce,
  removeLeftovers,
  removeOldPreviews,
} from '../../src/ledger/remove-leftovers.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const [HOST = ''] = (await hostAndBoot()).split('~');
/** Of a boot before this one: whoever made it is dead. */
const DEAD = `${HOST}~an-earlier-boot~17~0123abcd`;
const FOREIGN = 'elsewhere~an-earlier-boot~17~0123abcd';

it('takes away what dead runs left, and nothing else', async () => {
  const live = await ownName('staging');
  const folder = temporaryFolder({
    [`.staging-${DEAD}/invoices.csv`]: '',
    [`.trash-${DEAD}/a/b.pdf`]: '',
    [`.staging-${FOREIGN}/invoices.csv`]: '',
    [`.preview-${DEAD}/invoices.csv`]: '',
    [`${live}/invoices.csv`]: '',
    'batch-001/manifest.json': '',
    '.staging-mine/notes.txt': '',
  });
  symlinkSync('nowhere', join(folder, `.pointer-${DEAD}`));
  await removeLeftovers(folder);
  expect(readdirSync(folder).sort()).toEqual(
    ['.staging-mine', `.staging-${FOREIGN}`, `.preview-${DEAD}`, live, 'batch-001'].sort(),
  );
});

it('follows no link that stands in the place of a staging folder', async () => {
  const precious = temporaryFolder({ 'precious.txt': 'mine' });
  const folder = temporaryFolder();
  symlinkSync(precious, join(folder, `.staging-${DEAD}`));
  await removeLeftovers(folder);
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
  await removeOldPreviews(folder, () => Promise.resolve(shown));
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
  expect(await deadWorkFolders(folder)).toEqual([`.work-${DEAD}`]);
});

it('does not mind that another run was faster', async () => {
  const folder = temporaryFolder({ 'here/file': '' });
  await removeAtOnce(folder, 'gone');
  await removeAtOnce(folder, 'here');
  expect(readdirSync(folder)).toEqual([]);
});
