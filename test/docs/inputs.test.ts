/** The mapping that the input reference shows, on the exports that it shows. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { formatAmount } from '../../src/money/amount.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '../..');

it('docs/inputs.md shows a mapping that bills its own example', async () => {
  const text = readFileSync(join(ROOT, 'docs/inputs.md'), 'utf8');
  const section = text.slice(text.indexOf('## Exports as they are'));
  const [report = '', agents = '', mapping = ''] = [...section.matchAll(/```\w*\n([^`]*)```/g)].map(
    ([, block]) => block ?? '',
  );
  const [input, output] = [temporaryFolder(), temporaryFolder()];
  const scenario = join(ROOT, 'fixtures/exports/taobao-order-report/input');
  for (const file of ['provider.json', 'merchants.csv', 'contracts.csv', 'shifts.csv']) {
    cpSync(join(scenario, file), join(input, file));
  }
  mkdirSync(join(input, 'exports'));
  const file = join(input, 'exports/ExportOrderList202611051030.csv');
  writeFileSync(file, iconv.encode(report, 'gb18030'));
  writeFileSync(join(input, 'exports/客服绩效明细202610.csv'), agents);
  writeFileSync(join(input, 'sources.json'), mapping);

  const { documents, problems } = await bill(input, output);

  expect(problems).toEqual([]);
  // One order of 1,280.00 has an agent: × 0.02 = 25.60.
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(['25.60']);
});
