/** A small input folder: one merchant with a commission contract, a shift, an order and a refund. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunResult } from '../../src/run/run-result.js';
import { bill } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');

/** Bills the folder with some of its files replaced, and lets `look` see the output. */
export async function billSmall<T>(
  files: Readonly<Record<string, string>>,
  look: (result: RunResult, output: string) => T,
): Promise<T> {
  const [input, output] = [temporaryCopy(BASE), temporaryFolder()];
  for (const [name, content] of Object.entries(files)) writeFileSync(join(input, name), content);
  return look(await bill(input, output), output);
}
