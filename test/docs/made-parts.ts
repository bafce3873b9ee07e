/** Parts of a page that are made of the program: `npm run transcripts` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { IS_UPDATE } from '../transcripts/replay.js';

/** Holds each part between `<!-- made: NAME -->` and `<!-- end -->` against what it should be. */
export function expectMade(path: string, parts: Readonly<Record<string, string>>): void {
  const page = readFileSync(path, 'utf8');
  const made = Object.entries(parts).reduce((text, [name, part]) => {
    const marks = new RegExp(`(<!-- made: ${name} -->\n)[^]*?(<!-- end -->)`);
    expect(text).toMatch(marks);
    return text.replace(marks, (_, open: string, close: string) => `${open}\n${part}\n${close}`);
  }, page);
  if (IS_UPDATE) writeFileSync(path, made);
  else expect(page).toBe(made);
}
