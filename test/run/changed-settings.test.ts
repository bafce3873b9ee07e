import { expect, it } from 'vitest';
import { readBatch } from '../../src/ledger/batch.js';
import { changedSettings } from '../../src/run/changed-settings.js';
import { writeBatch } from '../ledger/written-ledger.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PROVIDER = { name: 'P', taxId: '1' };
const output = temporaryFolder();
writeBatch(output, '2026-10', 1, [], {
  provider: { name: 'P', tax_id: '1' },
  settlement_days: 7,
  time_zone: 'Asia/Shanghai',
});
const published = await readBatch(output, '2026-10', 1);

it.each([
  [7, 'Asia/Shanghai', false],
  [8, 'Asia/Shanghai', true],
  [0, 'Asia/Shanghai', true],
  // The same clock under another name is another setting.
  [7, 'Asia/Chongqing', true],
])('%i days in %s after 7 in Asia/Shanghai: refused %s', (settlementDays, timeZone, refused) => {
  const problems = changedSettings(published, { ...PROVIDER, settlementDays, timeZone });
  expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(
    refused ? ['settings-changed provider.json'] : [],
  );
});

it('takes any settings for a first batch', () => {
  expect(changedSettings(null, { ...PROVIDER, settlementDays: 9, timeZone: 'UTC' })).toEqual([]);
});

it.each([
  ['P', '1', false],
  // a company that has taken another name
  ['Q', '1', false],
  ['P', '2', true],
  ['P', '', true],
])('%s with tax id %s after P with 1: another provider %s', (name, taxId, refused) => {
  const settings = { settlementDays: 7, timeZone: 'Asia/Shanghai' };
  const problems = changedSettings(published, { ...settings, name, taxId });
  expect(problems.map(({ values }) => values)).toEqual(
    refused ? [{ case: 'provider', period: '2026-10', name: 'P', taxId: '1' }] : [],
  );
});
