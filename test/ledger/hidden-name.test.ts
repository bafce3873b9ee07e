import { expect, it } from 'vitest';
import {
  hostAndBoot,
  ownName,
  parseHiddenName,
  siblingName,
} from '../../src/ledger/hidden-name.js';

it('carries the host, its boot and the process', async () => {
  const name = await ownName('staging');
  const owner = parseHiddenName(name)?.owner ?? '';
  expect(name).toBe(`.staging-${owner}`);
  expect(owner.startsWith(`${await hostAndBoot()}~${process.pid}~`)).toBe(true);
  expect(await ownName('staging')).not.toBe(name);
});

it('names a preview and its pointer after one owner', () => {
  const name = '.staging-vm~b00t~17~0123abcd';
  expect(siblingName(name, 'preview')).toBe('.preview-vm~b00t~17~0123abcd');
  expect(parseHiddenName(name)).toEqual({ kind: 'staging', owner: 'vm~b00t~17~0123abcd' });
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
