/** docs/presets.md is made of the presets: `npm run transcripts` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IS_UPDATE } from '../transcripts/replay.js';
import { presetsPage } from './presets-page.js';

const PAGE = join(import.meta.dirname, '../../docs/presets.md');
const MADE = /(<!-- made of presets\/ -->\n)[^]*(<!-- end -->)/;

it('lists every preset as it is', () => {
  const page = readFileSync(PAGE, 'utf8');
  const made = page.replace(
    MADE,
    (_, before: string, after: string) => `${before}\n${presetsPage()}\n${after}`,
  );
  if (IS_UPDATE) writeFileSync(PAGE, made);
  expect(made).toBe(IS_UPDATE ? made : page);
});
