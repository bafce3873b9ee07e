/** Names that JavaScript's own objects have are names like any other. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { writeInput } from '../crash/input.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

/** All ids of M1 become this one: merchant, contract, store, agent and order. */
function inputNamed(name: string): string {
  const input = writeInput(join(temporaryFolder(), 'input'), true);
  for (const file of ['merchants', 'contracts', 'shifts', 'orders', 'refunds']) {
    const path = join(input, `${file}.csv`);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll(/\b(M1|C1|S1|O1|A|AM1)(?=,|$)/gm, name));
  }
  return input;
}

async function said(words: readonly string[]): Promise<{ status: number; text: string }> {
  const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
  const status = await main([...words, '--language', 'en'], io);
  return { status, text: io.printed('stdout') + io.printed('stderr') };
}

it.each(['constructor', '__proto__', 'toString'])(
  'a merchant called %s is billed',
  async (name) => {
    const input = inputNamed(name);
    const output = join(input, '../output');
    mkdirSync(output);
    const folders = ['--input', input, '--output', output];
    const run = await said(['run', '2026-10', '--issue-date', '2026-11-20', ...folders]);
    expect(run.text).toContain(`${name}  Lotus Home`);
    expect(run.status).toBe(0);
    expect(await said(['verify', '--output', output])).toMatchObject({ status: 0 });
    const account = await said(['account', name, ...folders]);
    expect(account.text).toContain(`${name}  Lotus Home`);
    expect(account.status).toBe(0);
  },
);

it.each(['constructor', '__proto__', 'toString'])('a setting called %s is none', async (name) => {
  const input = writeInput(join(temporaryFolder(), 'input'), true);
  const path = join(input, 'provider.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('{', `{ "${name}": {},`));
  const { status, text } = await said(['check', '2026-10', '--input', input]);
  expect(text).toContain(`provider.json, ${name}`);
  expect(status).toBe(1);
});

it.each(['constructor', '__proto__', 'toString'])(
  'a column or a plan called %s is none',
  async (name) => {
    const input = writeInput(join(temporaryFolder(), 'input'), true);
    const path = join(input, 'contracts.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, text.replaceAll('temporary_custody', name));
    expect((await said(['check', '2026-10', '--input', input])).text).toContain('plan-unknown');
    writeFileSync(path, text.replace('seats', name));
    const { text: told, status } = await said(['check', '2026-10', '--input', input]);
    expect(told).toContain(name);
    expect(status).toBe(1);
  },
);
