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

/** A clock that stands still, as that of a machine which sleeps: timers find out afterwards. */
function sleep(hours: number): void {
  vi.setSystemTime(Date.now() + hours * HOUR);
}

it('makes up, once, for times that pass while the machine sleeps', async () => {
  const began: string[] = [];
  const job: Job = {
    name: 'preview',
    expression: '0 2 * * *',
    work: () => {
      began.push(new Date().toISOString());
      return Promise.resolve({ status: 0 });
    },
  };
  const { events, stop, done } = start([job]);
  // From 23:30 on the 7th to 11:30 on the 10th: 02:00 has passed three times.
  sleep(60);
  await vi.advanceTimersByTimeAsync(24 * HOUR);
  stop.abort();
  await done;
  // Within the minute at 11:30 (03:30 in UTC), and then at 02:00 of the 11th (18:00 of the 10th in UTC) as ever.
  expect(began.map((one) => one.slice(0, 16))).toEqual(['2026-11-10T03:31', '2026-11-10T18:00']);
  expect(events.filter((event) => event === 'missed preview')).toHaveLength(1);
});

it('makes up for a time that is a few seconds late', async () => {
  const { events, stop, done } = start([
    { name: 'run', expression: '0 3 8 * *', work: () => Promise.resolve({ status: 0 }) },
  ]);
  await vi.advanceTimersByTimeAsync(3.4 * HOUR);
  // 02:54 on the 8th. The process is stopped until four seconds after 03:00, and goes on.
  vi.setSystemTime(new Date('2026-11-08T03:00:04+08:00'));
  await vi.advanceTimersByTimeAsync(HOUR);
  stop.abort();
  await done;
  expect(events).toEqual([
    'waiting run',
    'missed run',
    'started run',
    'finished run',
    'stopped run',
  ]);
});

it('goes on by a clock that was set back by years', async () => {
  const { events, stop, done } = start([
    { name: 'preview', expression: '0 2 * * *', work: () => Promise.resolve({ status: 0 }) },
  ]);
  vi.setSystemTime(new Date('2031-11-07T23:30:00+08:00'));
  await vi.advanceTimersByTimeAsync(HOUR);
  vi.setSystemTime(new Date('2026-11-08T00:30:00+08:00'));
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  stop.abort();
  await done;
  // Once for all that lay between, and then at 02:00 by the right clock.
  expect(events.filter((event) => event === 'finished preview')).toHaveLength(2);
  expect(events.filter((event) => event === 'missed preview')).toHaveLength(1);
});

it.each([
  // On 2026-03-29 the clocks of Berlin go from 02:00 to 03:00.
  ['0 2 * * *', 1],
  ['30 2 * * *', 1],
  ['0 3 * * *', 1],
  // Each hour: 03:00 alone, and not once more for 02:00.
  ['0 * * * *', 2],
  // Not on a Sunday.
  ['0 2 * * 1', 0],
])(
  'in the night in which the clocks skip an hour, %s comes %i times',
  async (expression, times) => {
    vi.setSystemTime(new Date('2026-03-29T01:30:00+01:00'));
    let begun = 0;
    const job: Job = {
      name: 'preview',
      expression,
      work: () => {
        begun++;
        return Promise.resolve({ status: 0 });
      },
    };
    const stop = new AbortController();
    const done = schedule([job], [], 'Europe/Berlin', stop.signal, () => undefined);
    // Until 04:10 in summer time.
    await vi.advanceTimersByTimeAsync(1.65 * HOUR);
    stop.abort();
    await done;
    expect(begun).toBe(times);
  },
);

it('goes on where nobody can be told any more', async () => {
  let begun = 0;
  const job: Job = {
    name: 'preview',
    expression: '0 * * * *',
    work: () => {
      begun++;
      return Promise.resolve({ status: 0 });
    },
  };
  const stop = new AbortController();
  const done = schedule([job], [], 'Asia/Shanghai', stop.signal, () => {
    throw new Error('write EPIPE');
  });
  await vi.advanceTimersByTimeAsync(3 * HOUR);
  stop.abort();
  await done;
  expect(begun).toBe(3);
});
