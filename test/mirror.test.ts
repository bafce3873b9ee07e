/** `test` mirrors `src`: what is pure has its own test, and a test of a room stands beside what it tests. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../src');
const PURE = ['money', 'period', 'pricing', 'documents'];
/** What is tested by the test of what it was made for. */
const TESTED_WITH = new Map([
  ['pricing/contract-reader.ts', 'pricing/read-contract.test.ts'],
  ['pricing/priced.ts', 'pricing/price-contract.test.ts'],
]);
/** Folders of tests that are of no one room. */
const OF_NO_ROOM = [
  'bench',
  'crash',
  'docs',
  'fixtures',
  'hostile',
  'problems',
  'scenarios',
  'support',
  'transcripts',
];

function filesOf(room: string): string[] {
  return readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${room}/${file}`);
}

it('each pure file with a function has a test of its own', () => {
  const untested = PURE.flatMap(filesOf)
    .filter((file) =>
      /^export (async )?(function|class) /m.test(readFileSync(join(SRC, file), 'utf8')),
    )
    .filter((file) => {
      const test = TESTED_WITH.get(file) ?? file.replace(/\.ts$/, '.test.ts');
      return !existsSync(join(import.meta.dirname, test));
    });
  expect(untested).toEqual([]);
});

it('each folder of tests is that of a room, or named above', () => {
  const folders = readdirSync(import.meta.dirname, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(import.meta.dirname.length + 1))
    .filter((folder) => !OF_NO_ROOM.includes(folder.split('/')[0] ?? ''));
  expect(folders.filter((folder) => !existsSync(join(SRC, folder)))).toEqual([]);
});
