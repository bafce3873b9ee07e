import { expect, it } from 'vitest';
import { orThreadLost, RenderThreadLost } from '../../src/output/render-thread-lost.js';

function thrownOn(error: unknown): unknown {
  try {
    orThreadLost(error);
  } catch (thrown) {
    return thrown;
  }
}

it.each([
  'worker exited with code: 1',
  'Worker terminated due to reaching memory limit: JS heap out of memory',
])('knows a thread that is gone: %s', (message) => {
  expect(thrownOn(new Error(message))).toEqual(new RenderThreadLost(message));
});

it.each([
  // of an error from another thread its kind and its message are left
  new Error("ENOSPC: no space left on device, open '/out/a.pdf'"),
  new Error('broken promise: a writer is open'),
  new TypeError('x is not a function'),
  new RangeError('Invalid string length'),
])('lets what the work itself failed with be what it is: %s', (error) => {
  expect(thrownOn(error)).toBe(error);
});
