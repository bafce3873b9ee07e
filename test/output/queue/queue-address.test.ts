import { expect, it } from 'vitest';
import { parseQueueAddress, shownAddress } from '../../../src/output/queue/queue-address.js';

const PLAIN = { host: 'queue', port: 6379, database: 0, username: '', password: '' };

it.each([
  ['redis://queue', { ...PLAIN, isEncrypted: false }],
  ['rediss://queue:6380/2', { ...PLAIN, port: 6380, database: 2, isEncrypted: true }],
  ['redis://[::1]/', { ...PLAIN, host: '::1', isEncrypted: false }],
  ['redis://app:s%40fe@queue', { ...PLAIN, username: 'app', password: 's@fe', isEncrypted: false }],
])('%s', (text, address) => {
  expect(parseQueueAddress(text)).toEqual(address);
});

it.each([
  '',
  'queue:6379',
  'http://queue',
  'redis://',
  'redis://queue/jobs',
  'redis://queue?db=1',
  'redis://queue#1',
  'redis://:%zz@queue',
  'redis://queue:port',
])('%j is no queue', (text) => {
  expect(parseQueueAddress(text)).toBeNull();
});

it('takes a password from beside the URL where the URL has none', () => {
  expect(parseQueueAddress('redis://queue', 'secret')?.password).toBe('secret');
  expect(parseQueueAddress('redis://:own@queue', 'secret')?.password).toBe('own');
});

it.each([
  ['redis://queue', 'redis://queue:6379/0'],
  ['redis://:secret@queue', 'redis://:***@queue:6379/0'],
  ['rediss://app:secret@[::1]:7000/3', 'rediss://app:***@[::1]:7000/3'],
])('%s is shown as %s', (text, shown) => {
  const address = parseQueueAddress(text);
  expect(address && shownAddress(address)).toBe(shown);
});
