/** The same bytes whoever renders them: this thread, one worker, or three. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { SAMPLE } from '../output/books/documents.js';
import { DEMO } from './run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

/** The files that not every month has. */
const MORE = ['--finance', 'ubl,xero', '--workbooks'];
const MAIN = join(import.meta.dirname, '../../dist/cli/bin.js');

function publishedWith(workers: number, input: string): Map<string, string> {
  const output = temporaryFolder();
  const folders = ['--input', input, '--output', output];
  const options = [...folders, '--workers', String(workers), ...MORE, '--quiet'];
  const env = { ...process.env, KEFU_BILLING_NOW: '2026-11-20T09:00' };
  execFileSync(process.execPath, [MAIN, 'run', '2026-10', ...options], { env });
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter((file) => statSync(join(output, file)).isFile())
      .map((file) => [file, readFileSync(join(output, file), 'base64')]),
  );
}

it('gives the same files with no worker, one, two and three', () => {
  const input = temporaryFolder();
  cpSync(DEMO, input, { recursive: true });
  copyFileSync(SAMPLE, join(input, 'finance.json'));
  const alone = publishedWith(0, input);
  const countOf = (ending: string): number =>
    [...alone.keys()].filter((file) => file.endsWith(ending)).length;
  // 19 documents as PDF, as e-invoice and as workbook, which the batch has one of too
  expect(['.pdf', '.xml', '.xlsx'].map(countOf)).toEqual([19, 19, 20]);
  for (const workers of [1, 2, 3]) expect(publishedWith(workers, input)).toEqual(alone);
});
