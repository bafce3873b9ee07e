/** With `--quiet` warnings are not told, but counted. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

it('says of warnings how many there are, by code', async () => {
  const input = temporaryCopy(join(import.meta.dirname, '../../fixtures/problems/base'));
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  const words = ['run', '2026-10', '--quiet', '--language', 'en'];
  expect(await main([...words, '--input', input, '--output', temporaryFolder()], io)).toBe(0);
  // A month of one shift and one order: both tables lack days.
  expect(io.printed('stderr').split('\n').slice(1)).toEqual(['warning facts-incomplete: 2', '']);
});
