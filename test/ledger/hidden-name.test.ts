import { expect, it } from 'vitest';
import {
  ownName,
  parseHiddenName,
  processSpace,
  siblingName,
  startOf,
} from '../../src/ledger/hidden-name.js';

it('carries the host, its boot, the namespace of its processes, the process and its start', async () => {
  const name = await ownName('staging');
  const owner = parseHiddenName(name)?.owner ?? '';
  expect(name).toBe(`.staging-${owner}`);
  const start = (await startOf('self')) ?? '';
  expect(owner.startsWith(`${await processSpace()}~${process.pid}~${start}~`)).toBe(true);
  expect(await ownName('staging')).not.toBe(name);
});

it('names a preview and its pointer after one owner', () => {
  const name = '.staging-vm~b00t~4026531836~17~5512~0123abcd';
  expect(siblingName(name, 'preview')).toBe('.preview-vm~b00t~4026531836~17~5512~0123abcd');
  expect(parseHiddenName(name)).toEqual({
    kind: 'staging',
    owner: 'vm~b00t~4026531836~17~5512~0123abcd',
  });
});

it('knows the names of older versions', () => {
  const owner = 'vm~b00t~17~0123abcd';
  expect(parseHiddenName(`.staging-${owner}`)).toEqual({ kind: 'staging', owner });
});

it('knows when a process has started, and of none that it has', async () => {
  expect(await startOf(process.pid)).toMatch(/^\d+$/);
  expect(await startOf(process.pid)).toBe(await startOf('self'));
  expect(await startOf(2 ** 30)).toBeNull();
});

it.each([
  'staging-vm~b00t~17~0123abcd',
  '.staging-backup',
  '.staging-vm~b00t~17~0123abcg',
  '.staging-vm~b00t~pid~0123abcd',
  '.other-vm~b00t~17~0123abcd',
  'batch-001',
])('%s is nothing of a run', (name) => {
  expect(parseHiddenName(name)).toBeNull();
});
