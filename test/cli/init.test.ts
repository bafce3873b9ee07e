/** `init` writes a month that bills as it stands, in either language, and overwrites nothing. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeStartingFolder, type InitOptions } from '../../src/cli/init.js';
import { conversationIn } from '../../src/cli/conversation.js';
import { formatAmount } from '../../src/money/amount.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../../src/reference/finance-profiles.js';
import type { Spoken } from '../../src/words/language.js';
import { bill } from '../run/run-demo.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured, type Captured } from './captured.js';

/** October 2026 is the last full month then. */
const ENV = { KEFU_BILLING_NOW: '2026-11-20T09:00' };

const TABLES = [
  'adjustments.csv',
  'attributions.csv',
  'calendar.csv',
  'charges.csv',
  'consultations.csv',
  'contract-surcharges.csv',
  'contract-tiers.csv',
  'contracts.csv',
  'event-days.csv',
  'exchange-rates.csv',
  'kpi-bands.csv',
  'kpi-indicators.csv',
  'kpi-scores.csv',
  'kpi-values.csv',
  'merchants.csv',
  'offers.csv',
  'orders.csv',
  'provider.json',
  'receipts.csv',
  'refunds.csv',
  'shifts.csv',
];

async function started(
  options: InitOptions = {},
  language: Spoken = 'en',
  input = join(temporaryFolder(), 'new/input'),
): Promise<{ input: string; io: Captured }> {
  const io = captured(ENV);
  const talk = { ...conversationIn(language, io), printed: io.printed };
  expect(await writeStartingFolder(input, options, talk)).toBe(0);
  return { input, io };
}

const rowsOf = (input: string, file: string): string[] =>
  readFileSync(join(input, file), 'utf8').replace('\uFEFF', '').trimEnd().split('\n');

/**
 * M01 5,200 and 5,200 × 0.15 × 0.05 = 39: 5,239.00. M02 1,500 for 27 days of 26, and 0.02 of
 * 1,280 + 398.50 + 899 + 1,560 − 98.50 = 4,039: 80.78. M03 the week 38, 45, 41, 62, 49, 88, 120: four
 * weeks of 4 × 60 + 2 × 110 + 150 = 610, and 38, 45, 41 again: 2,440 + 180 = 2,620.00. M04 3 days × 2 × 200. M05 2 × 150.
 * M06 the days 7, 14, 21, 28 and 31 of 5.5 hours: 27.5 × 25 = 687.50. M07 3,500 and 31 × 110 − 3,100 = 310 at 2: 4,120.00.
 */
const NET = ['5239.00', '1580.78', '2620.00', '1200.00', '300.00', '687.50', '4120.00'];

it.each<[Spoken, InitOptions]>([
  ['en', {}],
  ['zh', {}],
  ['en', { workbook: true }],
  ['zh', { workbook: true }],
])('a month that bills without a word: %s %o', async (language, options) => {
  const { input } = await started(options, language);
  const { documents, problems } = await bill(input, temporaryFolder());
  expect(problems).toEqual([]);
  expect(documents.map(({ net, currency }) => formatAmount(net, currency))).toEqual(NET);
});

it('writes every table as it is read; in Chinese under Chinese headers', async () => {
  const { input } = await started();
  expect(readdirSync(input)).toEqual(TABLES);
  expect(rowsOf(input, 'exchange-rates.csv')).toEqual(['period,from_currency,to_currency,rate']);
  expect(rowsOf(input, 'shifts.csv')[0]).toBe(
    'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status,contract_id',
  );
  expect(rowsOf(input, 'orders.csv')[0]).toBe(
    'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
  );
  const chinese = (await started({}, 'zh')).input;
  expect(rowsOf(chinese, 'shifts.csv').slice(0, 2)).toEqual([
    '班次编号,商家编号,店铺编号,客服编号,岗位,班次,上班时间,下班时间,出勤状态,合同编号',
    'SH001,M01,,小荷,售前,早班,2026-10-01 09:00,2026-10-01 17:00,出勤,',
  ]);
});

it('the reference tables in one workbook, where it is asked for', async () => {
  const { input } = await started({ workbook: true });
  expect(readdirSync(input)).toEqual([
    'attributions.csv',
    'consultations.csv',
    'orders.csv',
    'provider.json',
    'reference.xlsx',
    'refunds.csv',
    'shifts.csv',
  ]);
});

it('a calendar with the statutory days of two years, and a word on what they are not', async () => {
  const { input, io } = await started();
  const [header, ...rows] = rowsOf(input, 'calendar.csv');
  expect(header).toBe('date,tag');
  expect(rows.every((row) => row.endsWith(',statutory_holiday'))).toBe(true);
  const days = (year: string): string =>
    rows
      .filter((row) => row.startsWith(year))
      .map((row) => row.slice('2026-'.length, '2026-02-16'.length))
      .join(' ');
  // New Year 1, Spring Festival 4 from its eve, Qingming 1, Labour Day 2, Dragon Boat 1, Mid-Autumn 1, National Day 3
  expect(days('2026')).toBe(
    '01-01 02-16 02-17 02-18 02-19 04-05 05-01 05-02 06-19 09-25 10-01 10-02 10-03',
  );
  expect(days('2027')).toBe(
    '01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03',
  );
  expect(io.printed('stdout')).toContain('They are not all days off');
});

/** What e-invoices ask for of both sides: a British seller, whose VAT number needs no check of digits here. */
const OF_UBL: Readonly<Record<string, string>> = {
  country: 'GB',
  endpoint_scheme: '0060',
  endpoint_id: '123456785',
  vat_id: 'GB123456789',
};
/** Long enough for the portal of fapiao, and short enough for all others. */
const codeOf = (profile: string): string => (profile === 'fapiao' ? '3040204000000000000' : '6001');

/** finance.json with every blank code filled. */
function filled(path: string): void {
  const fill = (value: unknown, key: string, profile: string): unknown => {
    if (value === '') return OF_UBL[key] ?? codeOf(profile);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, inner]) => [
      name,
      fill(inner, name, profile === '' ? name : profile),
    ]);
    return Object.fromEntries(entries);
  };
  const settings: unknown = JSON.parse(readFileSync(path, 'utf8'));
  writeFileSync(path, JSON.stringify(fill(settings, '', '')));
}

const CHOICES = FINANCE_PROFILES.flatMap((profile): [Spoken, readonly FinanceProfileName[]][] => [
  ['en', [profile]],
  ['zh', [profile]],
]);

it.each<[Spoken, readonly FinanceProfileName[]]>([
  ...CHOICES,
  ['en', FINANCE_PROFILES],
  ['zh', FINANCE_PROFILES],
  ['zh', ['kingdee', 'fapiao']],
])(
  'finance.json in %s has every key of %s: blank ones keep no month back that asks for none, and filled ones are all',
  async (language, profiles) => {
    const { input } = await started({ finance: profiles }, language);
    const without = await bill(input, temporaryFolder(), { mode: 'dry-run' });
    expect(without.problems).toEqual([]);
    expect(without.documents).toHaveLength(NET.length);
    const options = { mode: 'dry-run', finance: profiles } as const;
    const blank = await bill(input, temporaryFolder(), options);
    expect(new Set(blank.problems.map(({ code }) => code))).toEqual(
      new Set(['finance-code-missing']),
    );
    filled(join(input, 'finance.json'));
    const { problems, documents } = await bill(input, temporaryFolder(), {
      ...options,
      mode: 'publish',
    });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(documents).toHaveLength(NET.length);
  },
);

it('beside tables of somebody, headers alone: the example would be billed with them', async () => {
  const input = temporaryFolder();
  writeFileSync(join(input, 'merchants.csv'), 'mine');
  mkdirSync(join(input, 'orders'));
  writeFileSync(join(input, 'contracts.xlsx'), '');
  const { io } = await started({}, 'en', input);
  expect(readFileSync(join(input, 'merchants.csv'), 'utf8')).toBe('mine');
  expect(io.printed('stdout')).toContain(`kept ${join(input, 'merchants.csv')}`);
  expect(rowsOf(input, 'shifts.csv')).toHaveLength(1);
  const files = readdirSync(input);
  expect(files).not.toContain('contracts.csv');
  expect(files).not.toContain('orders.csv');
});

it('a second time it keeps what the first time wrote, whichever place it writes to', async () => {
  const { input } = await started({ workbook: true }, 'zh');
  await started({}, 'zh', input);
  expect(readdirSync(input)).not.toContain('contracts.csv');
  const other = (await started({}, 'zh')).input;
  await started({ workbook: true }, 'zh', other);
  const { problems } = await bill(other, temporaryFolder());
  expect(problems).toEqual([]);
});
