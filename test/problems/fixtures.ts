/**
 * The fixtures of problems: `fixtures/problems/<code>/`, or below it where a code has several.
 *
 * A fixture is a folder with `expected.txt`, a transcript. Its other files are laid over those of
 * `fixtures/problems/base` to make the folder `input`; `output` is an empty folder.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { expectReplayed } from '../transcripts/replay.js';

const FOLDER = join(import.meta.dirname, '../../fixtures/problems');

/** In order; `<code>` or `<code>/<variant>`. */
export const FIXTURES = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'expected.txt')
  .map(dirname)
  .sort();

export function codeOf(fixture: string): string {
  return fixture.split('/')[0] ?? '';
}

/** What a fixture's commands print. */
export function printedBy(fixture: string): string {
  return readFileSync(join(FOLDER, fixture, 'expected.txt'), 'utf8');
}

/** A test for each fixture of some codes. */
export function testFixtures(codes: readonly string[]): void {
  it.each(FIXTURES.filter((fixture) => codes.includes(codeOf(fixture))))('%s', async (fixture) => {
    const prepare = (folder: string): void => {
      layInput(fixture, folder);
    };
    await expectReplayed(join(FOLDER, fixture, 'expected.txt'), prepare);
    const shown = new RegExp(`^! (error|warning) ${codeOf(fixture)}: `, 'm');
    expect(printedBy(fixture)).toMatch(shown);
  });
}

function layInput(fixture: string, folder: string): void {
  mkdirSync(join(folder, 'output'));
  cpSync(join(FOLDER, 'base'), join(folder, 'input'), { recursive: true });
  const own = readdirSync(join(FOLDER, fixture), { withFileTypes: true });
  for (const { name } of own.filter((entry) => isInput(fixture, entry))) {
    cpSync(join(FOLDER, fixture, name), join(folder, 'input', name), { recursive: true });
  }
}

/** Not the transcript, not what happens meanwhile, and no other fixture of the same code. */
function isInput(fixture: string, { name }: Dirent): boolean {
  const isOther = FIXTURES.includes(`${fixture}/${name}`);
  return !isOther && name !== 'expected.txt' && !name.endsWith('.mjs');
}
