import { readdirSync, statSync, utimesSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { Heartbeat } from '../../src/ledger/heartbeat.js';
import { temporaryFolder } from '../support/temporary-folder.js';

it('renews the time of the folder until it is stopped, and leaves nothing in it', async () => {
  const folder = temporaryFolder({ 'invoices.csv': '' });
  const old = new Date('2020-01-01T00:00:00Z');
  utimesSync(folder, old, old);
  const heartbeat = new Heartbeat(folder, 1);
  await vi.waitUntil(() => statSync(folder).mtimeMs > old.getTime());
  await heartbeat.stop();
  expect(readdirSync(folder)).toEqual(['invoices.csv']);
  utimesSync(folder, old, old);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(statSync(folder).mtimeMs).toBe(old.getTime());
});

it('does not mind a folder that is gone', async () => {
  const heartbeat = new Heartbeat('/nowhere', 1);
  await new Promise((resolve) => setTimeout(resolve, 10));
  await expect(heartbeat.stop()).resolves.toBeUndefined();
});
