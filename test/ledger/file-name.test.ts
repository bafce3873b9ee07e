import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileNameOf } from '../../src/ledger/file-name.js';

it.each([
  ['M01', 'M01'],
  ['云栖-1@shop.cn', '云栖-1@shop.cn'],
  ['a/b', 'a_2Fb'],
  ['a_b', 'a_5Fb'],
  ['..', '_2E.'],
  ['.hidden', '_2Ehidden'],
  ['a b', 'a_20b'],
  ['a\u0000b', 'a_00b'],
])('%j is %s', (id, name) => {
  expect(fileNameOf(id)).toBe(name);
});

it('gives no two ids one name, and no name that a file system does not take', () => {
  const id = fc.string({ minLength: 1, maxLength: 200, unit: 'binary' });
  fc.assert(
    fc.property(id, id, (one, other) => {
      const name = fileNameOf(one);
      expect(name).not.toMatch(/[/\\\0]|^\./);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(120);
      if (one !== other) expect(fileNameOf(other)).not.toBe(name);
    }),
  );
});
