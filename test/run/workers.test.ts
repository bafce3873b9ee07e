/** The same bytes whoever renders them: this thread, one worker, or three. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEMO } from './run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const MAIN = join(import.meta.dirname, '../../dist/cli/bin.js');

function publishedWith(workers: number): Map<string, string> {
  const output = temporaryFolder();
  const options = ['--input', DEMO, '--output', output, '--workers', String(workers), '--quiet'];
  const env = { ...process.env, KEFU_BILLING_NOW: '2026-11-20T09:00' };
  execFileSync(process.execPath, [MAIN, 'run', '2026-10', ...options], { env });
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter((file) => statSync(join(output, file)).isFile())
      .map((file) => [file, readFileSync(join(output, file), 'base64')]),
  );
}

it('gives the same files with no worker, one and three', () => {
  const alone = publishedWith(0);
  // 19 documents as PDF and as CSV, and their tables and statements besides
  expect([...alone.keys()].filter((file) => file.endsWith('.pdf'))).toHaveLength(19);
  expect(publishedWith(1)).toEqual(alone);
  expect(publishedWith(3)).toEqual(alone);
});
