import { readFileSync, renameSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  ifAbsent,
  isAbsence,
  systemFault,
  throwFaultOfWork,
  throwSystemFault,
} from '../src/system-fault.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('reads what the system answers, of one path, of two and of none', () => {
  const folder = import.meta.dirname;
  expect(systemFault(thrownBy(() => readFileSync('/nowhere/at, all')))).toEqual({
    code: 'ENOENT',
    call: 'open',
    path: '/nowhere/at, all',
  });
  expect(
    systemFault(
      thrownBy(() => {
        renameSync('/nowhere/a', '/nowhere/b');
      }),
    ),
  ).toEqual({
    code: 'ENOENT',
    call: 'rename',
    path: '/nowhere/a',
  });
  expect(systemFault(thrownBy(() => readFileSync(folder)))).toEqual({
    code: 'EISDIR',
    call: 'read',
    path: null,
  });
});

it.each([new Error('EVERYTHING is broken'), new TypeError('x is not a function'), 'ENOENT', null])(
  'knows that %s is none of the system’s',
  (error) => {
    expect(systemFault(error)).toBeNull();
  },
);

const ABSENT = new Error("ENOENT: no such file or directory, open '/a'");
const FAILING = new Error("EIO: i/o error, open '/a'");

it('takes what is not there for an answer, and a disk that fails for none', () => {
  expect(isAbsence(ABSENT)).toBe(true);
  expect(isAbsence(FAILING)).toBe(false);
  expect(ifAbsent('none')(ABSENT)).toBe('none');
  expect(() => ifAbsent('none')(FAILING)).toThrow(FAILING);
  expect(() => {
    throwSystemFault(ABSENT);
  }).not.toThrow();
  expect(() => {
    throwSystemFault(FAILING);
  }).toThrow(FAILING);
});

it.each([
  ["ENOSPC: no space left on device, open '/tmp/kefu/a.csv'", true],
  ["EMFILE: too many open files, open '/in/a.csv'", true],
  ["EIO: i/o error, open '/in/a.csv'", false],
  ['EIO: i/o error, read', false],
])('%s is at the work: %s', (message, isThrown) => {
  const error = new Error(message);
  const thrown = thrownBy(() => {
    throwFaultOfWork(error, '/tmp/kefu');
  });
  expect(thrown).toBe(isThrown ? error : undefined);
});

it('says of an open file that is written that it is at the work', () => {
  const error = new Error('ENOSPC: no space left on device, write');
  const thrown = thrownBy(() => {
    throwFaultOfWork(error, '/tmp/kefu');
  });
  expect(systemFault(thrown)).toEqual({ code: 'ENOSPC', call: 'write', path: '/tmp/kefu' });
  expect(thrown).toMatchObject({ cause: error });
});
