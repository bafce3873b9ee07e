/** A merchant with a new name or address is told with the command that reissues; nothing is reissued by itself. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { reportText } from '../../src/cli/report.js';
import { wordsIn } from '../../src/words/in-language.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { bill } from './run-demo.js';

const BASE = join(import.meta.dirname, '../../fixtures/problems/base');
const HEADER = 'merchant_id,name,address,email\n';

it.each([
  ['a name', 'M1,Lotus House,,\n'],
  ['an address', 'M1,Lotus Home,18 West Street,\n'],
])('%s', async (_, row) => {
  const [input, output] = [temporaryCopy(BASE), temporaryFolder()];
  expect((await bill(input, output)).renamed).toEqual([]);
  writeFileSync(join(input, 'merchants.csv'), HEADER + row);
  for (const mode of ['dry-run', 'publish'] as const) {
    const result = await bill(input, output, { mode });
    expect(result).toMatchObject({ documents: [], renamed: ['M1'] });
    expect(reportText(result, output, false, wordsIn('zh').results)).toContain(
      '商家：M1；如需按新资料冲红重开，请运行：kefu-billing run 2026-10 --reissue M1\n',
    );
  }
  const reissued = await bill(input, output, { reissued: new Set(['M1']) });
  expect(reissued.documents.map(({ type }) => type)).toEqual(['credit_note', 'invoice']);
  expect(reissued.renamed).toEqual([]);
  expect((await bill(input, output)).renamed).toEqual([]);
});

it('an e-mail address, which no document prints, is nothing to tell', async () => {
  const [input, output] = [temporaryCopy(BASE), temporaryFolder()];
  await bill(input, output);
  writeFileSync(join(input, 'merchants.csv'), `${HEADER}M1,Lotus Home,,ann@lotus.example\n`);
  expect((await bill(input, output)).renamed).toEqual([]);
});
