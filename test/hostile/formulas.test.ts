/** Every CSV that the commands write over an input whose every text begins a formula in some way. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { beforeAll, expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { captured } from '../cli/captured.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { MERCHANT_IDS, MONTH } from './input.js';

/** An id has no control character. */
const BEFORE_IDS = ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\u200b=', '\u2060\ufe0f@', '﹦'];
const BEFORE_TEXTS = [...BEFORE_IDS, '\t=', '\n=', '\ufeff=', '\u200b\n=', '\u200b\t\ufeff＝'];
/** An address is one line. */
const BEFORE_ADDRESSES = [...BEFORE_IDS, '\t=', '\u200b\t＝'];

const ID = /(^|_)id$/;
const ADDRESSES = ['address', 'email'];
const TEXTS = ['name', 'legal_name', 'shift', 'event', 'reason', 'approved_by', 'description'];

/** The same cell is always the same in every table, so that they go on fitting together. */
function hostile(column: string, cell: string): string {
  if (cell === '') return cell;
  const sum = Array.from(cell).reduce((total, letter) => total + letter.charCodeAt(0), 0);
  const before = (starts: readonly string[]): string => `${starts[sum % starts.length]}${cell}`;
  if (ID.test(column)) return before(BEFORE_IDS);
  if (ADDRESSES.includes(column)) return before(BEFORE_ADDRESSES);
  return TEXTS.includes(column) ? before(BEFORE_TEXTS) : cell;
}

function hostileTable(bytes: Buffer): string {
  const [header = [], ...rows] = parse(bytes);
  return stringify([
    header,
    ...rows.map((row) => row.map((cell, at) => hostile(header[at] ?? '', cell))),
  ]);
}

const PLANS = [
  ...['base_commission', 'fixed_salary', 'temporary_custody', 'event_hosting'],
  ...['consultation_ladder', 'adjustment', 'minimum', 'discount', 'charge'],
];

/** Codes for every system that is written for in text; the least that each of them needs. */
function hostileCodes(): object {
  const byPlan = (): object =>
    Object.fromEntries(
      PLANS.map((plan, at) => [plan, `${BEFORE_IDS[at % BEFORE_IDS.length]}6001`]),
    );
  const rates = { '0.06': '@VAT' };
  const customers = Object.fromEntries(
    MERCHANT_IDS.map((id) => [hostile('merchant_id', id), hostile('name', id)]),
  );
  return {
    customers,
    xero: { accounts: byPlan(), tax_codes: rates },
    quickbooks: { items: byPlan(), tax_codes: rates },
    odoo: { accounts: byPlan(), tax_codes: rates, tax_codes_included: rates },
    erpnext: { items: byPlan(), accounts: byPlan(), output_tax: rates, naming_series: '=N' },
    zoho: { items: byPlan(), accounts: byPlan(), tax_codes: rates },
    yonyou: {
      receivable: '=1122',
      accounts: byPlan(),
      output_tax: rates,
      prepared_by: '\u200b=P',
      voucher_word: '－',
    },
  };
}

const MORE_TABLES: Readonly<Record<string, string>> = {
  'charges.csv':
    'charge_id,contract_id,frequency,starts_on,quantity,unit_price,description\nG1,C4,once,2026-10-05,1,20,set-up\n',
  'offers.csv': 'offer_id,name,plan,currency,rate\nT1,cheap,fixed_salary,CNY,5000\n',
};

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const ground = temporaryFolder();
  const [input, output] = [join(ground, 'input'), join(ground, 'output')];
  mkdirSync(input);
  mkdirSync(output);
  const tables = [
    ...MONTH,
    ...Object.entries(MORE_TABLES).map(([file, text]) => [file, Buffer.from(text)] as const),
  ];
  for (const [file, bytes] of tables)
    writeFileSync(join(input, file), file.endsWith('.csv') ? hostileTable(bytes) : bytes);
  writeFileSync(join(input, 'finance.json'), JSON.stringify(hostileCodes()));
  const orders = join(input, 'orders.csv');
  // an order of nobody, which a warning names with its id
  writeFileSync(
    orders,
    `${readFileSync(orders, 'utf8')}=O9,=M9,＝S9,2026-10-12T12:00,1.00,CNY,－A9\n`,
  );
  const told: string[] = [];
  const kefu = async (...words: readonly string[]): Promise<void> => {
    const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
    const status = await main([...words, '--input', input, '--output', output], io);
    told.push(`${words[0]} ${status}`);
    if (status !== 0) told.push(io.printed('stderr'));
  };
  const systems = 'xero,quickbooks,odoo,erpnext,zoho,yonyou';
  await kefu(
    'run',
    '2026-10',
    '--finance',
    systems,
    '--problems',
    join(ground, 'problems-of-run.csv'),
  );
  await kefu('preview', '2026-10', '--finance', systems);
  await kefu('finance', '2026-10', '1', '--finance', systems, '--into', join(ground, 'books'));
  await kefu('account');
  await kefu('compare', '2026-10');
  expect(told).toEqual(['run 0', 'preview 0', 'finance 0', 'account 0', 'compare 0']);
  files = new Map(
    readdirSync(ground, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(csv|txt)$/.test(path) && !path.startsWith('input'))
      .map((path) => [
        path.replaceAll(/\.preview-[^/]+/g, 'preview'),
        readFileSync(join(ground, path), 'utf8'),
      ]),
  );
});

/** What a spreadsheet takes for a formula, told by properties of characters and not by a list of them. */
function isFormula(cell: string): boolean {
  const seen = cell.replace(/^[\s\p{Z}\p{C}\p{Default_Ignorable_Code_Point}\u2800]+/u, '');
  return (
    /^[=+\-@]/.test(Array.from(seen)[0]?.normalize('NFKC') ?? '') && !/^-?\d+(\.\d+)?$/.test(cell)
  );
}

function cellsOf(text: string): string[] {
  return parse(text, { bom: true, relax_column_count: true }).flat();
}

it('writes every kind of CSV there is', () => {
  const kinds = [...files.keys()].map((path) => path.replace(/^.*\//, ''));
  for (const kind of [
    ...['invoices.csv', 'invoice-lines.csv', 'invoice-taxes.csv', 'index.csv', 'problems.csv'],
    ...[
      'row-accounting.csv',
      'problems-of-run.csv',
      'account.csv',
      'comparison.csv',
      'break-even.csv',
    ],
    ...['xero.csv', 'quickbooks.csv', 'odoo.csv', 'erpnext.csv', 'zoho.csv', 'yonyou.txt'],
    ...['INV-202610-000001.csv', 'PREVIEW-202610-000001.csv'],
  ])
    expect(kinds).toContain(kind);
  expect([...files.keys()].filter((path) => path.includes('/statements/'))).toHaveLength(2);
});

it('leaves no cell in any of them that a spreadsheet takes for a formula', () => {
  const formulas = [...files].flatMap(([path, text]) =>
    cellsOf(text)
      .filter(isFormula)
      .map((cell) => `${path}: ${JSON.stringify(cell)}`),
  );
  expect(formulas).toEqual([]);
});

it('guards each kind of start that the input has, and no amount', () => {
  const guarded = [...files.values()]
    .flatMap(cellsOf)
    .filter((cell) => isFormula(cell.slice(1)) && cell.startsWith("'"));
  for (const start of BEFORE_IDS)
    expect(guarded.filter((cell) => cell.startsWith(`'${start}`)).length).toBeGreaterThan(0);
  const [, ...rows] = parse(files.get('output/2026-10/batch-001/invoice-lines.csv') ?? '', {
    bom: true,
  });
  const amounts = rows.map((row) => row[11] ?? '');
  // M4 was given 12.34, by an adjustment
  expect(amounts).toContain('-12.34');
  expect(amounts.filter((amount) => amount.startsWith("'"))).toEqual([]);
});
