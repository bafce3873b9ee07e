import { expect, it } from 'vitest';
import { WorkerWatch } from '../../../src/output/queue/worker-watch.js';
import type { JobKind } from '../../../src/output/queue/work-queues.js';

const SECOND = 1000;

/** A watch over a queue with so many workers, and its clock. */
function watched(
  workers: { count: number },
  kind: JobKind = 'slice',
): { watch: WorkerWatch; clock: { now: number } } {
  const clock = { now: 0 };
  const watch = new WorkerWatch(
    'redis://queue:6379/0',
    kind,
    () => Promise.resolve(workers.count),
    () => clock.now,
  );
  return { watch, clock };
}

it('gives up where nobody is there for a minute', async () => {
  const { watch, clock } = watched({ count: 0 });
  await watch.expectWorkers(0);
  clock.now = 60 * SECOND;
  await watch.expectWorkers(0);
  clock.now = 66 * SECOND;
  await expect(watch.expectWorkers(0)).rejects.toMatchObject({ values: { case: 'no-worker' } });
});

it('waits for workers that are started anew', async () => {
  const workers = { count: 1 };
  const { watch, clock } = watched(workers);
  clock.now = 50 * SECOND;
  await watch.expectWorkers(0);
  workers.count = 0;
  clock.now = 105 * SECOND;
  await watch.expectWorkers(0);
  workers.count = 1;
  clock.now = 115 * SECOND;
  await watch.expectWorkers(0);
});

it('gives up where those who are there render nothing for ten minutes', async () => {
  const { watch, clock } = watched({ count: 3 });
  clock.now = 599 * SECOND;
  await watch.expectWorkers(0);
  watch.done();
  clock.now = 1190 * SECOND;
  await watch.expectWorkers(0);
  clock.now = 1200 * SECOND;
  await expect(watch.expectWorkers(0)).rejects.toMatchObject({ values: { case: 'no-slice-done' } });
});

it('counts the time from when a slice began to wait', async () => {
  const { watch, clock } = watched({ count: 0 });
  clock.now = 1000 * SECOND;
  await watch.expectWorkers(990 * SECOND);
});

it('waits an hour for a bucket, and says whom it has waited for', async () => {
  const { watch, clock } = watched({ count: 1 }, 'bucket');
  clock.now = 3599 * SECOND;
  await watch.expectWorkers(0);
  clock.now = 3605 * SECOND;
  await expect(watch.expectWorkers(0)).rejects.toMatchObject({
    values: { case: 'no-bucket-done' },
  });
  const empty = watched({ count: 0 }, 'bucket');
  empty.clock.now = 61 * SECOND;
  await expect(empty.watch.expectWorkers(0)).rejects.toMatchObject({
    values: { case: 'no-bucket-worker' },
  });
});
