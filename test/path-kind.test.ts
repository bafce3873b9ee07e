import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { pathKind } from '../src/path-kind.js';
import { temporaryFolder } from './support/temporary-folder.js';

it('tells folders, files and links apart, and follows no link', async () => {
  const folder = temporaryFolder({ 'inside/file.txt': '' });
  symlinkSync(join(folder, 'inside'), join(folder, 'link'));
  symlinkSync('nowhere', join(folder, 'dangling'));
  const kinds = ['inside', 'inside/file.txt', 'link', 'dangling', 'nothing'].map((name) =>
    pathKind(join(folder, name)),
  );
  expect(await Promise.all(kinds)).toEqual(['folder', 'file', 'link', 'link', 'absent']);
  expect(await pathKind('/dev/null')).toBe('other');
});
