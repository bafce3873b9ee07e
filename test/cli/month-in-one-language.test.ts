/** A month from a starting folder to its books: in Chinese without a sentence of English, and the other way round. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { layScenario } from '../../fixtures/scenario.js';
import { main } from '../../src/cli/main.js';
import type { Spoken } from '../../src/words/language.js';
import { chineseIn, englishIn } from '../support/sentences-of.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

const EXPORT_HEADERS: Readonly<Record<Spoken, string>> = {
  zh: '订单编号,订单付款时间,总金额\n',
  en: 'Order ID,Paid at,Total\n',
};

const REISSUE = 'run 2026-10 --reissue M97 M98 --input INPUT --output OUTPUT';

/** What each command of a month prints, and what it writes for people to read. */
async function told(scenario: string, language: Spoken): Promise<ReadonlyMap<string, string>> {
  const folder = temporaryFolder({ 'orders.csv': EXPORT_HEADERS[language] });
  const [input, output] = [join(folder, 'input'), join(folder, 'output')];
  layScenario(scenario, input);
  mkdirSync(output);
  const texts = new Map<string, string>();
  const tell = async (command: string): Promise<void> => {
    const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
    const words = command.replace('INPUT', input).replace('OUTPUT', output).split(' ');
    await main([...words, '--language', language], io);
    const printed = io.printed('stdout') + io.printed('stderr');
    texts.set(command, printed.replaceAll(folder, ''));
  };
  await tell('check 2026-10 --input INPUT --output OUTPUT');
  await tell('preview 2026-10 --input INPUT --output OUTPUT');
  await tell('run 2026-10 --dry-run --input INPUT --output OUTPUT');
  await tell('explain PREVIEW-202610-000001 --output OUTPUT');
  await tell('run 2026-10 --issue-date 2026-11-20 --input INPUT --output OUTPUT');
  await tell('run 2026-10 --issue-date 2026-11-20 --quiet --input INPUT --output OUTPUT');
  for (const document of readdirSync(join(output, '2026-10/batch-001/pdf')))
    await tell(`explain ${document.replace('.pdf', '')} --output OUTPUT`);
  await tell('explain INV-202610-000001 --output OUTPUT --input INPUT --rows 0');
  await tell(REISSUE);
  await tell('explain INV-202610-000999 --output OUTPUT');
  await tell('explain INV-202610-000001 --line 99 --output OUTPUT');
  await tell('explain --merchant M1 --period 2026-10 --input INPUT');
  await tell('account --input INPUT --output OUTPUT');
  await tell('verify --output OUTPUT');
  writeFileSync(join(input, 'merchants.csv'), 'merchant_id,nmae\nM1,Lotus\n');
  await tell('run 2026-10 --json --input INPUT --output OUTPUT');
  await tell('finance 2026-10 1 --finance xero --input INPUT --output OUTPUT');
  await tell(`init --input ${join(folder, 'started')}`);
  await tell(`init --input ${join(folder, 'started')} --from-export ${join(folder, 'orders.csv')}`);
  await tell('schedule --input INPUT --output OUTPUT --health nowhere/health.json');
  for (const file of ['batch-001/report.html', 'preview/report.html', 'batch-001/problems.csv'])
    texts.set(file, readText(join(output, '2026-10', file)));
  return texts;
}

it.each(['zh', 'en'] as const)('takes several words of an option in %s', async (language) => {
  const texts = await told('plans/base-commission-worked-example', language);
  expect(texts.get(REISSUE)).toMatch(/"M97"[^]*"M98"/);
});

/** Of a page: what is read on it, also aloud. */
function readText(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!path.endsWith('.html')) return text;
  const spoken = text.matchAll(/(?:aria-label|title|placeholder|alt)="([^"]*)"/g);
  const shown = text.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]*>/g, '\n');
  return [shown, ...Array.from(spoken, ([, words]) => words)].join('\n');
}

/** Why an adjustment of the demo was made: data, which is not translated. */
const REASON = 'Credit for 40 minutes of unanswered chat on 14 October';

it('in Chinese', async () => {
  for (const [what, text] of await told('demo', 'zh'))
    expect([what, englishIn(text.replaceAll(REASON, ''))]).toEqual([what, []]);
});

it('in English', async () => {
  for (const [what, text] of await told('plans/base-commission-worked-example', 'en'))
    expect([what, chineseIn(text)]).toEqual([what, []]);
});
