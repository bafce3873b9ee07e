import { expect, it } from 'vitest';
import { PendingWork } from '../../src/output/pending-work.js';

/** Work that ends when it is told to. */
function held() {
  let end = (): void => undefined;
  const done = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => done, end };
}

it('does so much at once, and starts the next when there is room', async () => {
  const begun: number[] = [];
  const work = new PendingWork(2);
  const [one, two] = [held(), held()];
  const begin = (at: number, of: () => Promise<void>) => () => {
    begun.push(at);
    return of();
  };
  await work.start(begin(1, one.work));
  await work.start(begin(2, two.work));
  const third = work.start(begin(3, () => Promise.resolve()));
  await Promise.resolve();
  expect(begun).toEqual([1, 2]);
  one.end();
  await third;
  expect(begun).toEqual([1, 2, 3]);
  two.end();
  await work.finish();
});

it('throws what the first of it failed with, once, and starts nothing after', async () => {
  const work = new PendingWork(1);
  await work.start(() => Promise.reject(new Error('first')));
  await work.settle();
  await expect(work.start(() => Promise.resolve())).rejects.toThrow('first');
  await expect(work.finish()).rejects.toThrow('first');
});

it('waits for all of it, whatever comes of it, when it goes out of scope', async () => {
  let isDone = false;
  const slow = async (): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    isDone = true;
  };
  const use = async (): Promise<void> => {
    await using work = new PendingWork(2);
    await work.start(slow);
    throw new Error('thrown meanwhile');
  };
  await expect(use()).rejects.toThrow('thrown meanwhile');
  expect(isDone).toBe(true);
});
