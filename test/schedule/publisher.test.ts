/** What is published while nobody looks, and what is not. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { Publisher, type LedgerMemory } from '../../src/schedule/publisher.js';
import type { Outcome } from '../../src/schedule/schedule.js';
import { SCHEDULE } from '../../src/words/english/schedule.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** A publisher on the last day of 2026 that publishes into empty folders, but for some months. */
function publisher(memory: string | null, outcomes: Readonly<Record<string, Outcome>> = {}) {
  const input = temporaryFolder({ 'provider.json': '{ "name": "P" }' });
  const output = temporaryFolder();
  const asked: string[] = [];
  const remembered: LedgerMemory & { lastSeen: string | null } = {
    lastSeen: memory,
    remember: (period) => {
      remembered.lastSeen = period;
    },
  };
  const made = new Publisher({
    input,
    output,
    memory: remembered,
    words: SCHEDULE,
    nowIn: (zone) => DateTime.fromISO('2026-12-31T03:00', { zone }),
    publish: ({ id }) => {
      asked.push(id);
      const outcome = outcomes[id] ?? { status: 0 };
      if (outcome.status !== 1) batch(output, id);
      return Promise.resolve(outcome);
    },
  });
  return { made, output, asked, remembered };
}

function batch(output: string, period: string): void {
  mkdirSync(join(output, period, 'batch-001'), { recursive: true });
  writeFileSync(join(output, period, 'batch-001', 'manifest.json'), '{}');
}

it('catches up with what is missed, oldest first, and remembers the last', async () => {
  const { made, output, asked, remembered } = publisher(null);
  batch(output, '2026-08');
  expect(await made.publishDue()).toEqual({ status: 0 });
  expect(asked).toEqual(['2026-09', '2026-10', '2026-11']);
  expect(remembered.lastSeen).toBe('2026-11');
});

it('stops at the first month that is not published, and asks for it again', async () => {
  const { made, output, asked } = publisher(null, {
    '2026-10': { status: 1, message: 'no facts' },
  });
  batch(output, '2026-08');
  expect(await made.publishDue()).toEqual({ status: 1, message: 'no facts' });
  expect(asked).toEqual(['2026-09', '2026-10']);
  await made.publishDue();
  expect(asked).toEqual(['2026-09', '2026-10', '2026-10']);
});

it('sums up the warnings of several months, and tells the worst of their ends', async () => {
  const { made, output } = publisher(null, {
    '2026-09': { status: 2, message: 'blocked', warnings: { 'order-unknown': 2 } },
    '2026-10': { status: 0, warnings: { 'order-unknown': 1, 'settlement-open': 1 } },
  });
  batch(output, '2026-08');
  expect(await made.publishDue()).toEqual({
    status: 2,
    message: 'blocked',
    warnings: { 'order-unknown': 3, 'settlement-open': 1 },
  });
});

it.each([
  ['empty', null],
  ['an old copy', '2026-08'],
])('takes a folder that held more for one that is not mounted: %s', async (_, holds) => {
  const { made, output, asked } = publisher('2026-10');
  if (holds !== null) batch(output, holds);
  const outcome = await made.publishDue();
  expect(outcome.status).toBe(1);
  expect(outcome.message).toContain('is it mounted?');
  expect(asked).toEqual([]);
  // Mounted again, it goes on.
  batch(output, '2026-10');
  expect(await made.publishDue()).toEqual({ status: 0 });
  expect(asked).toEqual(['2026-11']);
});

it('starts a ledger in a folder that held none', async () => {
  const { made, asked } = publisher(null);
  expect(await made.publishDue()).toEqual({ status: 0 });
  expect(asked).toEqual(['2026-11']);
});
