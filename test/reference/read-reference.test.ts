/** Reference tables, from tiny folders: what is read, and whom each problem blocks. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readReference, type ReferenceRead } from '../../src/reference/read-reference.js';
import { problemSentence } from '../../src/words/problem-sentence.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PROVIDER = {
  name: 'Qinghe',
  tax_id: '9133',
  address: '18 Wensan Road',
  bank_name: 'Demo Bank',
  bank_account: '6222',
};
const MERCHANTS = 'merchant_id,name\nM1,Lotus Home\nM2,Maple Kids\n';
const SALARY: Readonly<Record<string, string>> = {
  contract_id: 'C1',
  merchant_id: 'M1',
  plan: 'fixed_salary',
  starts_on: '2026-10-01',
  currency: 'CNY',
  rate: '5200',
  tax_rate: '0.06',
  tax_included: 'false',
  payment_terms: 'net 30',
};
const COMMISSION = { ...SALARY, plan: 'base_commission' };
const LADDER = { ...SALARY, plan: 'consultation_ladder', rate: '' };
const TIERS = 'contract_id,scale,mode,up_to,price\n';
const ADJUSTMENTS =
  'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by\n';
const SCORES = 'period,contract_id,agent_id,score\n';

function hintsOf({ problems }: Pick<ReferenceRead, 'problems'>): string[] {
  return problems.map((found) => problemSentence(found, 'en').hint);
}

type Files = Readonly<Record<string, string | Uint8Array | null>>;

/** Reads a sound folder in which some files are others; null leaves a file out. */
function read(files: Files = {}): Promise<ReferenceRead> {
  const folder = temporaryFolder();
  const all: Files = {
    'provider.json': JSON.stringify(PROVIDER),
    'merchants.csv': MERCHANTS,
    'contracts.csv': contracts(SALARY),
    ...files,
  };
  for (const [name, content] of Object.entries(all)) {
    if (content !== null) writeFileSync(join(folder, name), content);
  }
  return readReference(folder);
}

function contracts(...rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => row[column] ?? '').join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

/** Each problem as `code severity file:record merchant`. */
async function problemsOf(files: Files): Promise<string[]> {
  const { problems } = await read(files);
  return problems.map(
    ({ code, severity, file, record, merchantId }) =>
      `${code} ${severity} ${file}:${record ?? '-'} ${merchantId ?? '-'}`,
  );
}

it('reads a sound folder, with the defaults of all that is left out', async () => {
  const { tables, problems, files } = await read();
  expect(problems).toEqual([]);
  expect(tables?.provider).toMatchObject({
    timeZone: 'Asia/Shanghai',
    invoicePrefix: 'INV',
    settlementDays: 0,
    language: 'zh',
  });
  expect(tables?.merchants.map(({ language }) => language)).toEqual(['zh', 'zh']);
  expect(tables?.contracts[0]).toMatchObject({
    role: 'pre_sales',
    seats: null,
    standardDays: { numerator: 26n },
    hoursPerDay: { numerator: 8n },
  });
  expect(files.map(({ file, rows }) => [file, rows])).toEqual([
    ['provider.json', 1],
    ['merchants.csv', 2],
    ['contracts.csv', 1],
  ]);
});

it('tells the size in bytes of each file', async () => {
  const { files } = await read();
  expect(files[1]).toMatchObject({
    file: 'merchants.csv',
    size: MERCHANTS.length,
  });
});

it.each([
  ['UTF-16, the low byte first', Buffer.from('\ufeffmerchant_id,name\r\nM1,中国\r\n', 'utf16le')],
  [
    'UTF-16, the high byte first',
    Buffer.from('\ufeffmerchant_id,name\nM1,中国\n', 'utf16le').swap16(),
  ],
])('reads %s', async (_, bytes) => {
  const { tables, problems } = await read({ 'merchants.csv': bytes });
  expect(problems).toEqual([]);
  expect(tables?.merchants[0]?.name).toBe('中国');
});

it.each([
  // 台灣茶葉有限公司
  ['Big5', 'A578C657AFF9B8ADA6B3ADADA4BDA571'],
  // 株式会社
  ['Shift_JIS', '8A948EAE89EF8ED0'],
  ['Latin-1', Buffer.from('Müller', 'latin1').toString('hex')],
])('makes no other name of one in %s', async (_, name) => {
  const header = Buffer.from('merchant_id,name\nM1,');
  const bytes = Buffer.concat([header, Buffer.from(`${name}0A`, 'hex')]);
  expect(await problemsOf({ 'merchants.csv': bytes })).toContain(
    'encoding-unknown error merchants.csv:- -',
  );
});

it('reads UTF-8 with a mark, and GB18030', async () => {
  const marked = await read({ 'merchants.csv': `\uFEFF${MERCHANTS}` });
  expect(marked.problems).toEqual([]);
  const header = Buffer.from('merchant_id,name\r\nM1,');
  const spreadsheet = Buffer.concat([header, Buffer.from([0xd6, 0xd0, 0xb9, 0xfa, 0x0a])]);
  const { tables, problems } = await read({ 'merchants.csv': spreadsheet });
  expect(problems).toEqual([]);
  expect(tables?.merchants[0]?.name).toBe('中国');
});

it('refuses a NUL byte and bytes of no known encoding', async () => {
  expect(await problemsOf({ 'merchants.csv': `${MERCHANTS}\0` })).toContain(
    'nul-byte error merchants.csv:- -',
  );
  const bytes = Buffer.concat([Buffer.from(MERCHANTS), Buffer.from([0xff, 0xff])]);
  expect(await problemsOf({ 'merchants.csv': bytes })).toContain(
    'encoding-unknown error merchants.csv:- -',
  );
});

it('needs provider.json, merchants.csv and contracts.csv', async () => {
  expect((await read({ 'provider.json': null })).tables).toBeNull();
  expect(await problemsOf({ 'merchants.csv': null, 'contracts.csv': null })).toEqual([
    'file-missing error merchants.csv:- -',
    'file-missing error contracts.csv:- -',
  ]);
});

it('names an unknown setting of the provider and what was perhaps meant', async () => {
  const json = JSON.stringify({ ...PROVIDER, time_zne: 'Asia/Shanghai' });
  const { problems } = await read({ 'provider.json': json });
  expect(problems[0]).toMatchObject({
    code: 'provider-malformed',
    column: 'time_zne',
  });
  expect(hintsOf({ problems })[0]).toContain('time_zone');
});

it('reads the tables too where only a setting of the provider is malformed', async () => {
  const json = JSON.stringify({ ...PROVIDER, time_zone: 'Asia/Shangri-La' });
  const { tables, problems } = await read({ 'provider.json': json });
  expect(problems.map(({ code }) => code)).toEqual(['provider-malformed']);
  expect(tables?.contracts).toHaveLength(1);
});

it('warns once of a provider without bank details', async () => {
  const json = JSON.stringify({ name: 'Qinghe' });
  expect(await problemsOf({ 'provider.json': json })).toEqual([
    'provider-incomplete warning provider.json:- -',
  ]);
});

it('checks the header: missing, unknown and doubled columns', async () => {
  const { problems } = await read({
    'merchants.csv': 'merchant_id,nmae,email,email\nM1,A,,\n',
  });
  expect(problems.slice(0, 3).map(({ code, column }) => [code, column])).toEqual([
    ['column-missing', 'name'],
    ['column-unknown', 'nmae'],
    ['column-doubled', 'email'],
  ]);
  expect(hintsOf({ problems })[1]).toContain('name');
});

it('stops the run at a row with too many cells, and at a quote that stays open', async () => {
  expect(await problemsOf({ 'merchants.csv': `${MERCHANTS}M3,Tea,,,,,,x,\n` })).toEqual([
    'row-broken error merchants.csv:3 -',
  ]);
  const { problems } = await read({ 'merchants.csv': `${MERCHANTS}M3,"Tea\n` });
  expect(problems[0]).toMatchObject({
    code: 'quoting-broken',
    merchantId: null,
  });
});

it('stops the run at a cell of more than 1 MiB', async () => {
  const long = `merchant_id,name\nM1,${'x'.repeat((1 << 20) + 1)}\nM2,Maple\n`;
  expect(await problemsOf({ 'merchants.csv': long })).toContain(
    'cell-too-long error merchants.csv:1 -',
  );
});

it.each([
  ['starts_on', '2026-02-30', 'date-malformed'],
  ['rate', '-1', 'number-out-of-range'],
  ['tax_rate', '6', 'number-out-of-range'],
  ['tax_included', 'yes', 'value-unknown'],
  ['payment_terms', 'day 32', 'value-unknown'],
  ['currency', 'RMB', 'currency-unknown'],
  ['plan', 'fixed_salery', 'plan-unknown'],
  ['window_start', '08:00', 'cell-unused'],
  ['appraisal_from', '2026-11-01', 'cell-unused'],
  ['ends_on', '2026-09-30', 'contract-dates'],
  ['rate', '', 'cell-blank'],
])('blocks the merchant alone for a contract with %s %j', async (column, value, code) => {
  const rows = [
    { ...SALARY, [column]: value },
    { ...SALARY, contract_id: 'C2', merchant_id: 'M2' },
  ];
  const { tables, problems } = await read({
    'contracts.csv': contracts(...rows),
  });
  expect(problems.map((found) => [found.code, found.column, found.merchantId])).toEqual([
    [code, column, 'M1'],
  ]);
  expect(tables?.contracts.map(({ contractId }) => contractId)).toEqual(['C2']);
});

it('says what to do about a thousands separator', async () => {
  const { problems } = await read({
    'contracts.csv': contracts({ ...SALARY, rate: '"5,200"' }),
  });
  expect(problems[0]).toMatchObject({
    code: 'number-malformed',
    merchantId: 'M1',
  });
  expect(hintsOf({ problems })[0]).toContain('thousands separator');
});

it('stops the run at a contract of an unknown merchant, even if its row is bad besides', async () => {
  expect(
    await problemsOf({
      'contracts.csv': contracts({ ...SALARY, merchant_id: 'M9' }),
    }),
  ).toEqual(['merchant-unknown error contracts.csv:1 -']);
  const bad = contracts({ ...SALARY, merchant_id: 'M9', tax_rate: '6' });
  expect(await problemsOf({ 'contracts.csv': bad })).toContain(
    'number-out-of-range error contracts.csv:1 -',
  );
});

it('blocks both merchants whose contracts share an id', async () => {
  const { problems, tables } = await read({
    'contracts.csv': contracts(SALARY, { ...SALARY, merchant_id: 'M2' }),
  });
  expect(problems.map(({ code, merchantId }) => [code, merchantId])).toEqual([
    ['key-conflict', 'M1'],
    ['key-conflict', 'M2'],
  ]);
  expect(tables?.contracts).toEqual([]);
});

it('takes an exact repeat of a score for a conflict of the merchant', async () => {
  const row = '2026-10,C1,A,0.9\n';
  expect(await problemsOf({ 'kpi-scores.csv': SCORES + row + row })).toEqual([
    'key-conflict error kpi-scores.csv:2 M1',
  ]);
});

it.each([
  ['none', '', 'tiers-missing'],
  [
    'not rising',
    'C1,daily_consultations,,100,60\nC1,daily_consultations,,50,90\n',
    'tiers-not-rising',
  ],
  ['without an open end', 'C1,average_daily_consultations,,50,60\n', 'tiers-open-end'],
  ['with a mode', 'C1,daily_consultations,volume,,60\n', 'cell-unused'],
])('blocks the merchant of a ladder whose tiers are %s', async (_, rows, code) => {
  const { problems, tables } = await read({
    'contracts.csv': contracts(LADDER),
    'contract-tiers.csv': TIERS + rows,
  });
  expect(problems.map((found) => [found.code, found.merchantId])).toEqual([[code, 'M1']]);
  expect(tables?.contracts).toEqual([]);
});

it.each([
  [
    'twice the same',
    'C1,daily_consultations,,50,60\nC1,daily_consultations,,50,60\n',
    'tiers-not-rising',
  ],
  ['with a bad price', 'C1,daily_consultations,,,6O\n', 'number-malformed'],
])('blocks only the merchant of a ladder whose tiers are %s', async (_, rows, code) => {
  const { problems, tables } = await read({
    'contracts.csv': contracts(LADDER),
    'contract-tiers.csv': TIERS + rows,
  });
  expect(problems.map((found) => [found.code, found.merchantId])).toEqual([[code, 'M1']]);
  expect(tables?.contracts).toEqual([]);
});

it('needs exactly one of commission_rate and commission tiers', async () => {
  const tiers = `${TIERS}C1,net_sales,graduated,50000,0.01\nC1,net_sales,graduated,,0.02\n`;
  const flat = contracts({ ...COMMISSION, commission_rate: '0.02' });
  expect(await problemsOf({ 'contracts.csv': contracts(COMMISSION) })).toEqual([
    'tiers-missing error contracts.csv:1 M1',
  ]);
  expect(await problemsOf({ 'contracts.csv': flat, 'contract-tiers.csv': tiers })).toEqual([
    'cell-unused error contracts.csv:1 M1',
  ]);
  const { tables } = await read({
    'contracts.csv': contracts(COMMISSION),
    'contract-tiers.csv': tiers,
  });
  expect(tables?.contracts[0]).toMatchObject({
    commission: { mode: 'graduated' },
  });
});

it('takes a blank mode for volume, beside a filled one', async () => {
  const tiers = `${TIERS}C1,net_sales,volume,50000,0.01\nC1,net_sales,,,0.02\n`;
  expect(
    await problemsOf({
      'contracts.csv': contracts(COMMISSION),
      'contract-tiers.csv': tiers,
    }),
  ).toEqual([]);
});

it('refuses a commission of more than the whole sales', async () => {
  const tiers = `${TIERS}C1,net_sales,,50000,0.01\nC1,net_sales,,,2\n`;
  expect(
    await problemsOf({
      'contracts.csv': contracts(COMMISSION),
      'contract-tiers.csv': tiers,
    }),
  ).toEqual(['number-out-of-range error contract-tiers.csv:2 M1']);
});

it('refuses tiers that the plan does not use, and tiers of no contract', async () => {
  const { problems } = await read({
    'contract-tiers.csv': `${TIERS}C1,net_sales,,,0.02\nC9,net_sales,,,0.02\n`,
  });
  const seen = problems.map(({ code, merchantId }) => `${code} ${merchantId ?? '-'}`).sort();
  expect(seen).toEqual(['contract-unknown -', 'tiers-unused M1']);
});

it('does not stop the run for the tiers of a contract whose row cannot be read', async () => {
  const files = {
    'contracts.csv': contracts({ ...LADDER, tax_rate: '6' }),
    'contract-tiers.csv': `${TIERS}C1,daily_consultations,,,60\n`,
  };
  expect(await problemsOf(files)).toEqual(['number-out-of-range error contracts.csv:1 M1']);
});

it('only warns of scores of unknown contracts and event days of unknown merchants', async () => {
  const files = {
    'kpi-scores.csv': `${SCORES}2026-10,C9,A,0.9\n`,
    'event-days.csv': 'merchant_id,date,event\nM9,2026-11-11,Double 11\n',
  };
  const found = await problemsOf(files);
  expect(found.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()).toEqual([
    'contract-unknown warning',
    'merchant-unknown warning',
  ]);
});

it.each([
  ['M1,C1,CNY,-300.00', []],
  ['M9,,CNY,1.00', ['merchant-unknown -']],
  ['M2,C1,CNY,1.00', ['contract-unknown M2']],
  ['M1,C9,CNY,1.00', ['contract-unknown M1']],
  ['M1,C1,USD,1.00', ['adjustment-currency M1']],
  ['M1,C1,CNY,1.005', ['money-too-precise M1']],
])('reads the adjustment %s', async (cells, expected) => {
  const { problems, tables } = await read({
    'adjustments.csv': `${ADJUSTMENTS}A1,2026-10,${cells},training,Wang\n`,
  });
  expect(problems.map(({ code, merchantId }) => `${code} ${merchantId ?? '-'}`)).toEqual(expected);
  expect(tables?.adjustments).toHaveLength(expected.length === 0 ? 1 : 0);
});

it.each([
  ['100.0000000000001', 'money-too-precise M1'],
  ['1,000', 'money-malformed M1'],
])('never rounds the amount %s of an adjustment', async (amount, expected) => {
  const { problems } = await read({
    'adjustments.csv': `${ADJUSTMENTS}A1,2026-10,M1,C1,CNY,"${amount}",training,Wang\n`,
  });
  expect(problems.map(({ code, merchantId }) => `${code} ${merchantId ?? '-'}`)).toEqual([
    expected,
  ]);
});

it('refuses an id with a control character, and blocks nobody by it', async () => {
  expect(await problemsOf({ 'merchants.csv': `${MERCHANTS}"M\t3",Tea\n` })).toEqual([
    'id-malformed error merchants.csv:3 -',
  ]);
});
