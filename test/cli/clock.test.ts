/** A clock that is set is said by every command, and kept with what it publishes. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { captured, type Captured } from './captured.js';

const INPUT = join(import.meta.dirname, '../../fixtures/problems/base');
const NOW = '2026-11-20T09:00';
const SAID = `KEFU_BILLING_NOW sets the clock to "${NOW}"\n`;

let folder: string;

async function said(...words: readonly string[]): Promise<Captured> {
  const io = captured({ KEFU_BILLING_NOW: NOW });
  await main([...words, '--output', join(folder, 'output'), '--language', 'en'], io);
  return io;
}

beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'output'));
});

it.each([
  ['run', '2026-10', '--quiet'],
  ['preview', '2026-10'],
  ['check', '2026-10', '--json'],
  ['compare', '2026-10'],
  ['account'],
  ['verify'],
  ['head'],
  ['explain', 'INV-202610-000001'],
])('%s', async (...words) => {
  const reads = !['verify', 'head', 'explain'].includes(words[0]);
  const input = reads ? ['--input', temporaryCopy(INPUT)] : [];
  expect((await said(...words, ...input)).printed('stderr')).toContain(SAID);
});

it('is in the JSON of a run, and in the manifest; neither where the clock runs', async () => {
  const input = temporaryCopy(INPUT);
  const dry = await said('run', '2026-10', '--dry-run', '--json', '--input', input);
  expect(JSON.parse(dry.printed('stdout'))).toMatchObject({ clock: NOW });
  const manifest: unknown = JSON.parse(
    readFileSync(join(folder, 'output/2026-10/batch-001/manifest.json'), 'utf8'),
  );
  expect(manifest).toMatchObject({ arguments: { clock: NOW } });

  const running = captured();
  await main(['preview', '2026-10', '--input', input, '--output', join(folder, 'output')], running);
  expect(running.printed('stderr')).not.toContain('KEFU_BILLING_NOW');
  const path = join(folder, 'output/2026-10/preview/manifest.json');
  expect(readFileSync(path, 'utf8')).not.toContain('clock');
});
