/** Whole-program transcripts. `npm run transcripts` writes them anew. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'vitest';
import { expectReplayed } from './replay.js';

const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.transcript'));

it.each(files)('%s', async (file) => {
  await expectReplayed(join(import.meta.dirname, file));
});
