/**
 * The fixtures of problems: `fixtures/problems/<code>/`, or below it where a code has several.
 *
 * A fixture is a folder with `expected.txt`, a transcript. Its other files are laid over those of
 * `fixtures/problems/base` to make the folder `input`; `output` is an empty folder.
 */
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { layScenario } from '../../fixtures/scenario.js';
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
    await expectReplayed(join(FOLDER, fixture, 'expected.txt'), (folder) => {
      layInput(fixture, folder);
    });
    const shown = new RegExp(`^! (error|warning) ${codeOf(fixture)}: `, 'm');
    expect(printedBy(fixture)).toMatch(shown);
  });
}

function layInput(fixture: string, folder: string): void {
  mkdirSync(join(folder, 'output'));
  layScenario(`problems/${fixture}`, join(folder, 'input'));
}
