/** The schedule under a clock that the test moves. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { schedule, type Job, type ScheduleEvent } from '../../src/schedule/schedule.js';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-07T23:30:00+08:00') });
});

afterEach(() => {
  vi.useRealTimers();
});

function start(jobs: readonly Job[], atStart: readonly Job[] = []) {
  const events: string[] = [];
  const stop = new AbortController();
  const done = schedule(jobs, atStart, 'Asia/Shanghai', stop.signal, ({ event, job }) => {
    events.push(`${event} ${job}`);
  });
  return { events, stop, done };
}

it('does each job at its hour in the provider’s zone, and what is due at the start at once', async () => {
  const at: string[] = [];
  const job = (name: string, expression: string): Job => ({
    name,
    expression,
    work: () => {
      at.push(`${name} ${new Date().toISOString()}`);
      return Promise.resolve({ status: 0 });
    },
  });
  const [nightly, monthly] = [job('preview', '0 2 * * *'), job('run', '0 3 * * *')];
  const { stop, done } = start([nightly, monthly], [monthly]);
  await vi.advanceTimersByTimeAsync(28 * HOUR);
  stop.abort();
  await done;
  // 02:00 and 03:00 in Shanghai are 18:00 and 19:00 of the day before in UTC.
  expect(at.map((one) => one.slice(0, -8))).toEqual([
    'run 2026-11-07T15:30',
    'preview 2026-11-07T18:00',
    'run 2026-11-07T19:00',
    'preview 2026-11-08T18:00',
    'run 2026-11-08T19:00',
  ]);
});

it('never overlaps, survives a failure, and finishes the work in hand when it is stopped', async () => {
  let working = 0;
  let most = 0;
  const slow: Job = {
    name: 'slow',
    expression: '0 * * * *',
    work: async () => {
      working++;
      most = Math.max(most, working);
      await new Promise((resolve) => setTimeout(resolve, 1.5 * HOUR));
      working--;
      return { status: 0 };
    },
  };
  const failing: Job = {
    name: 'failing',
    expression: '0 * * * *',
    work: () => Promise.reject(new Error('no disk')),
  };
  const { events, stop, done } = start([slow, failing]);
  await vi.advanceTimersByTimeAsync(4 * HOUR);
  stop.abort();
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  await done;
  expect(most).toBe(1);
  expect(working).toBe(0);
  expect(events).toContain('failed failing');
  expect(events).toContain('skipped slow');
  expect(events.filter((event) => event === 'started slow').length).toBe(
    events.filter((event) => event === 'finished slow').length,
  );
  expect(events.at(-1)).toBe('stopped slow, failing');
});

it('tells the exit status of what ended: 2 is published, though merchants are blocked', async () => {
  const told: ScheduleEvent[] = [];
  const stop = new AbortController();
  const ending = (name: string, status: number): Job => ({
    name,
    expression: '0 0 1 1 *',
    work: () => Promise.resolve({ status, message: `${name} ended` }),
  });
  const jobs = [ending('blocked', 2), ending('refused', 1)];
  const done = schedule(jobs, jobs, 'Asia/Shanghai', stop.signal, (event) => told.push(event));
  await vi.advanceTimersByTimeAsync(HOUR);
  stop.abort();
  await done;
  const blocked = { event: 'finished', job: 'blocked', status: 2, message: 'blocked ended' };
  const refused = { event: 'failed', job: 'refused', status: 1, message: 'refused ended' };
  expect(told).toEqual(expect.arrayContaining([blocked, refused]));
});
