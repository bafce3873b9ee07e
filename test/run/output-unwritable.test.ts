import { expect, it } from 'vitest';
import { outputUnwritable } from '../../src/run/output-unwritable.js';

it.each(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'EFBIG', 'EMFILE', 'EISDIR'])(
  'says that %s is the disk',
  (code) => {
    const error = Object.assign(new Error('refused'), { code });
    expect(outputUnwritable('out', error)).toMatchObject({
      code: 'output-unwritable',
      file: 'out',
    });
  },
);

it('lets a bug be a bug', () => {
  const bug = new TypeError('undefined is not a function');
  expect(() => outputUnwritable('out', bug)).toThrow(bug);
  const lost = Object.assign(new Error('lost'), { code: 'ENOENT' });
  expect(() => outputUnwritable('out', lost)).toThrow(lost);
});
