import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { errorCode } from '../src/error-code.js';
import { errorMessage } from '../src/error-message.js';

function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

it('is the code of the operating system, and null for any other error', () => {
  expect(errorCode(thrownBy(() => readFileSync(import.meta.dirname)))).toBe('EISDIR');
  expect(errorCode(thrownBy(() => readFileSync('/nowhere/at/all')))).toBe('ENOENT');
  expect(errorCode(new Error('no code'))).toBeNull();
  expect(errorCode('ENOENT')).toBeNull();
});

it('has a message, whatever was thrown', () => {
  expect(errorMessage(new Error('broken'))).toBe('broken');
  expect(errorMessage('broken')).toBe('broken');
});
