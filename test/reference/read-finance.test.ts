import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { demoWithCodes } from '../output/books/batches.js';
import { bill, DEMO } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

/** What a run with Xero's profile comes to, after the codes were changed. */
async function runWith(change: (text: string) => string) {
  const [input, output] = [demoWithCodes(), temporaryFolder()];
  const path = join(input, 'finance.json');
  writeFileSync(path, change(readFileSync(path, 'utf8')));
  const result = await bill(input, output, { finance: ['xero'] });
  const problems = result.problems
    .filter(({ severity }) => severity === 'error')
    .map((found) => [found.code, found.column, problemSentence(found, 'en').message]);
  return { status: result.status, problems, published: existsSync(join(output, '2026-10')) };
}

describe('a missing or mistaken code is found before anything is published', () => {
  it('a customer', async () => {
    const { status, problems, published } = await runWith((text) =>
      text.replace('"M07": "佛山市晨炊电器有限公司",', ''),
    );
    expect(problems).toEqual([
      ['finance-code-missing', 'customers.M07', 'there is no customer code for the merchant M07'],
    ]);
    expect([status, published]).toEqual(['refused', false]);
  });

  it('a tax rate', async () => {
    const { status, problems } = await runWith((text) =>
      text.replace('"0.06": "Output VAT 6% (6%)",', ''),
    );
    expect(problems).toEqual([
      ['finance-code-missing', 'xero.tax_codes.0.06', 'there is no tax code for the rate 0.06'],
    ]);
    expect(status).toBe('refused');
  });

  it.each([
    ['"xero": {', '"xeero": {', [['finance-malformed', 'xeero', '"xeero" is no setting']]],
    [
      '"date_format": "DD/MM/YYYY"',
      '"dates": "DD/MM/YYYY"',
      [['finance-malformed', 'xero.dates', '"dates" is no setting of xero']],
    ],
  ])('%s → %s', async (from, to, expected) => {
    const { status, problems, published } = await runWith((text) => text.replace(from, to));
    expect(problems).toEqual(expected);
    expect([status, published]).toEqual(['refused', false]);
  });

  it.each([
    ['a format that there is not', '"DD/MM/YYYY"', '"D.M.Y"', 'xero.date_format'],
    ['a rate that is none', '"0.06": "Output', '"6%": "Output', 'xero.tax_codes.6%'],
    ['a plan that is none', '"fixed_salary": "200"', '"wages": "200"', 'xero.accounts.wages'],
    [
      'a currency that is none',
      '"prepared_by"',
      '"currency": "RMB", "prepared_by"',
      'kingdee.currency',
    ],
  ])('%s', async (_, from, to, column) => {
    const { problems } = await runWith((text) => text.replace(from, to));
    expect(problems.map(([code, place]) => [code, place])).toEqual([['finance-malformed', column]]);
  });

  it('no JSON', async () => {
    const { problems } = await runWith(() => '{\n  "xero": {},\n}');
    const message = 'the file is no JSON: it breaks at line 3, column 1';
    expect(problems).toEqual([['finance-malformed', null, message]]);
  });
});

it('without finance.json a run that asks for a profile publishes nothing', async () => {
  const output = temporaryFolder();
  const result = await bill(DEMO, output, { finance: ['odoo'] });
  expect(result.status).toBe('refused');
  expect(result.problems.map(({ code, file }) => [code, file])).toContainEqual([
    'file-missing',
    'finance.json',
  ]);
});

describe('provider.json names the profiles of every run', () => {
  const withSetting = (setting: string): string => {
    const input = temporaryCopy(demoWithCodes());
    const path = join(input, 'provider.json');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace('"language": "zh"', `"language": "zh", "finance": ${setting}`),
    );
    return input;
  };

  it('and the option other ones', async () => {
    const [input, output, other] = [withSetting('["odoo"]'), temporaryFolder(), temporaryFolder()];
    await bill(input, output);
    await bill(input, other, { finance: ['zoho'] });
    const has = (folder: string, file: string): boolean =>
      existsSync(join(folder, '2026-10/batch-001/finance', file));
    expect([has(output, 'odoo.csv'), has(output, 'zoho.csv')]).toEqual([true, false]);
    expect([has(other, 'odoo.csv'), has(other, 'zoho.csv')]).toEqual([false, true]);
  });

  it('but none that there is not', async () => {
    const result = await bill(withSetting('["sage"]'), temporaryFolder());
    expect(result.problems.map(({ code, column }) => [code, column])).toContainEqual([
      'provider-malformed',
      'finance',
    ]);
  });
});

it('a preview warns of a missing code, and goes on', async () => {
  const [input, output] = [demoWithCodes(), temporaryFolder()];
  const path = join(input, 'finance.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('"fixed_salary": "200",', ''));
  const result = await bill(input, output, { finance: ['xero'], mode: 'preview' });
  expect(result.status).toBe('published');
  const found = result.problems.filter(({ code }) => code === 'finance-code-missing');
  expect(found.map(({ severity, column }) => [severity, column])).toEqual([
    ['warning', 'xero.accounts.fixed_salary'],
  ]);
});
