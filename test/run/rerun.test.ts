/** The demo month, billed twice: the same bytes in two folders, and nothing issued the second time. */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { explain } from '../../src/cli/explain.js';
import { captured } from '../cli/captured.js';
import { bill, DEMO } from './run-demo.js';
import { billed } from '../support/billed.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

function bytesOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return new Map(
    files
      .filter((file) => statSync(join(folder, file)).isFile())
      .map((file) => [file, readFileSync(join(folder, file), 'base64')]),
  );
}

it('gives the same bytes in two empty folders, and nothing new in the same one', async () => {
  const [first, second] = [temporaryCopy((await billed('demo')).output), temporaryFolder()];
  await bill(DEMO, second);
  expect(bytesOf(second)).toEqual(bytesOf(first));

  const again = await bill(DEMO, first);
  expect(again.status).toBe('unchanged');
  expect(bytesOf(first)).toEqual(bytesOf(second));
});

it('cancels in full and issues anew where an adjustment is added, and only there', async () => {
  const [input, output] = [temporaryCopy(DEMO), temporaryFolder()];
  const first = await bill(input, output);
  const file = join(input, 'adjustments.csv');
  writeFileSync(
    file,
    `${readFileSync(file, 'utf8').trimEnd()}\nA-NEW,2026-10,M10,,CNY,-100.00,late answer,clerk\n`,
  );

  const second = await bill(input, output);

  const old = first.documents.find(({ merchantId }) => merchantId === 'M10');
  const [reversal, renewed] = second.documents;
  expect(second.batch).toBe(2);
  expect(second.documents).toHaveLength(2);
  expect(reversal?.cancels).toBe(old?.number);
  expect(reversal?.total).toBe(-(old?.total ?? 0n));
  expect(renewed?.replaces).toBe(old?.number);
  // the 20th and 21st documents after 19, gapless; −100.00 net, and 6 % tax: −106.00.
  expect(second.documents.map(({ number }) => number)).toEqual([
    'INV-202610-000020',
    'INV-202610-000021',
  ]);
  expect((renewed?.total ?? 0n) - (old?.total ?? 0n)).toBe(-10_600n);

  // The new document, and whoever asks for it, says what is another: one line more.
  const talk = captured();
  await explain('INV-202610-000021', { output, rows: 0, language: 'en' }, talk);
  const said = talk.printed('stdout');
  const shown = said.slice(said.indexOf('What changed since INV-202610-000010'));
  expect(shown.replace(/\s+/g, ' ')).toMatch(
    /^What changed since INV-202610-000010 Adjustment: late answer 0\.00 → −100\.00 \(new\) Total CNY 1,961\.00 → CNY 1,855\.00: where INV-202610-000010 is paid, CNY 106\.00 is to be paid back\./,
  );
});
