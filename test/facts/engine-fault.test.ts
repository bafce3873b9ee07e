import { join } from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../src/facts/database.js';
import { EngineFault, engineFaultOf, throwEngineFault } from '../../src/facts/engine-fault.js';
import { temporaryFolder } from '../support/temporary-folder.js';

it.each([
  [
    'Out of Memory Error: could not allocate block of size 128.0 MiB (27.5 MiB/47.6 MiB used)',
    'memory',
  ],
  [
    'Failed to append: could not allocate block of size 256.0 KiB (856.0 KiB/976.5 KiB used)',
    'memory',
  ],
  ['IO Error: Could not write file "/tmp/w/spill": No space left on device', 'temporary-files'],
  ['IO Error: Failed to create directory "/tmp/w": Permission denied', 'temporary-files'],
  ['IO Error: Cannot open file "/in/orders.csv": Too many open files', 'open-files'],
])('%s is a want of %s', (message, lack) => {
  expect(engineFaultOf(new Error(message), '/tmp/w', '2GB')).toMatchObject({ lack, memory: '2GB' });
});

it.each([
  'IO Error: Cannot open file "/in/orders.csv": Permission denied',
  'Invalid Input Error: CSV Error on Line: 3',
  'Binder Error: no such column',
])('%s is none', (message) => {
  const error = new Error(message);
  expect(engineFaultOf(error, '/tmp/w', '2GB')).toBe(error);
  expect(() => {
    throwEngineFault(error);
  }).not.toThrow();
});

it('leaves out the figures, which are others each time', () => {
  const fault = engineFaultOf(
    new Error(
      'Out of Memory Error: failed to pin block of size 256.0 KiB (9 MiB/9 MiB used)\nmore',
    ),
    '/tmp/w',
    '10MB',
  );
  expect(fault).toEqual(
    new EngineFault('memory', '10MB', 'Out of Memory Error: failed to pin block of size 256.0 KiB'),
  );
});

it('is what the engine throws where it has too little, and rows come some at a time where it has enough', async () => {
  const folder = temporaryFolder();
  const small = await Database.open(join(folder, 'spill'), '1MB');
  const sql =
    'SELECT range AS at, repeat(range::VARCHAR, 40) AS text FROM range(5000) ORDER BY text';
  await expect(small.rows(sql)).rejects.toThrow(EngineFault);
  small.close();
  const database = await Database.open(join(folder, 'spill'));
  const counts: number[] = [];
  for await (const some of database.someRows(sql)) counts.push(some.length);
  database.close();
  expect(counts.length).toBeGreaterThan(1);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5000);
});
