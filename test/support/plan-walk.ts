/**
 * What a plan needs besides its own file, asked of the whole program: words, a scenario, a page of
 * docs, and facts that reach it. What is forgotten is named.
 *
 *     npx tsx test/support/plan-walk.ts base_commission
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { layScenario, scenariosOf } from '../../fixtures/scenario.js';
import { batchPlace } from '../../src/ledger/batch-place.js';
import { datesBetween, localDate } from '../../src/period/local-date.js';
import type { PlanColumn } from '../../src/pricing/contract-cells.js';
import type { Scale } from '../../src/pricing/contract.js';
import { definitionOf, PLAN_COLUMNS, type Plan } from '../../src/pricing/plans/registry.js';
import type { FactUse } from '../../src/pricing/usage.js';
import { readReference } from '../../src/reference/read-reference.js';
import type { RunResult } from '../../src/run/run-result.js';
import type { Bilingual } from '../../src/words/bilingual.js';
import { PLAN_LABELS, PLAN_WORDS } from '../../src/words/labels.js';
import { bill, publishedDocuments } from '../run/run-demo.js';

const ROOT = join(import.meta.dirname, '../..');

/** What is forgotten of a plan, each in words; nothing of a plan that is whole. */
export async function forgottenOf(plan: Plan): Promise<string[]> {
  return [
    ...forgottenFile(plan),
    ...forgottenWords('PLAN_LABELS', PLAN_LABELS[plan]),
    ...forgottenWords('PLAN_WORDS', PLAN_WORDS[plan]),
    ...forgottenScenario(plan),
    ...forgottenPage(plan),
    ...(await factsThatReachNobody(plan)),
  ];
}

function forgottenFile(plan: Plan): string[] {
  const file = `src/pricing/plans/${plan.replaceAll('_', '-')}.ts`;
  return existsSync(join(ROOT, file)) ? [] : [`${file}: no file has the name of the plan`];
}

/** The compiler asks for both languages; a blank text in one of them it lets pass. */
function forgottenWords(list: string, words: Bilingual | undefined): string[] {
  const isWhole = words !== undefined && /\p{Script=Han}/u.test(words.zh) && /[a-z]/.test(words.en);
  return isWhole ? [] : [`src/words/labels.ts: ${list} has no words for it in both languages`];
}

/** A scenario is one that bills a line under a contract of the plan. */
function forgottenScenario(plan: Plan): string[] {
  const has = scenariosOf('plans').some((scenario) => {
    const folder = join(ROOT, 'fixtures', scenario);
    const contracts = rowsOf(join(folder, 'input/contracts.csv'));
    const own = contracts.filter((row) => row['plan'] === plan).map((row) => row['contract_id']);
    const lines = rowsOf(join(folder, 'expected/lines.csv'));
    return lines.some((line) => own.includes(line['contract_id']));
  });
  return has ? [] : ['fixtures/plans: no scenario bills a line of it'];
}

function forgottenPage(plan: Plan): string[] {
  const page = readFileSync(join(ROOT, 'docs/pricing.md'), 'utf8');
  const headings = page.match(/^#+ .*$/gm) ?? [];
  const has = headings.some((heading) => heading.split(/[^a-z_]+/).includes(plan));
  return has ? [] : ['docs/pricing.md: no heading names it'];
}

type Row = Readonly<Record<string, string>>;

function rowsOf(path: string): Row[] {
  if (!existsSync(path)) return [];
  return parse(readFileSync(path), { columns: true, bom: true });
}

/** A small month of one merchant, with a row of each fact that the plan names, through the whole program. */
async function factsThatReachNobody(plan: Plan): Promise<string[]> {
  const { facts } = definitionOf(plan);
  if (facts.length === 0) return ['it names no facts'];
  const folder = mkdtempSync(join(tmpdir(), 'kefu-billing-walk-'));
  try {
    const [input, output] = [join(folder, 'input'), join(folder, 'output')];
    mkdirSync(output);
    await layInput(plan, input);
    const result = await bill(input, output);
    return [
      ...errorsOf(result),
      ...notBilled(facts, output, result),
      ...(await noLine(output, result)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function errorsOf({ problems }: RunResult): string[] {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ code, file, column }) => `a month of it has a problem: ${code} ${file} ${column ?? ''}`,
    );
}

/** Of each fact that the plan names, every row of the month is billed. */
function notBilled(facts: readonly FactUse[], output: string, result: RunResult): string[] {
  const { period, batch } = result;
  const place = period === null || batch === null ? '' : batchPlace(period, batch);
  const accounted = rowsOf(join(output, place, 'row-accounting.csv'));
  return facts.flatMap((use) =>
    Object.keys(ROWS[use]).flatMap((file) => {
      const rows = accounted.filter((row) => row['file'] === file);
      const others = rows.filter((row) => row['outcome'] !== 'billed');
      if (rows.length > 0 && others.length === 0) return [];
      const became = others.map((row) => row['outcome']).join(', ');
      return [`${use}: the rows of ${file} are not billed${became && `, but ${became}`}`];
    }),
  );
}

async function noLine(output: string, result: RunResult): Promise<string[]> {
  const documents = await publishedDocuments(output, result);
  return documents.some(({ lines }) => lines.length > 0) ? [] : ['nothing is billed'];
}

/** A row of each fact; a plan is handed those that it names, and no others. */
const ROWS: Readonly<Record<FactUse, Readonly<Record<string, readonly string[]>>>> = {
  shifts: { 'shifts.csv': shiftRows() },
  shift_times: { 'shifts.csv': shiftRows() },
  consultations: { 'consultations.csv': consultationRows() },
  workload_consultations: { 'consultations.csv': consultationRows() },
  orders: {
    'orders.csv': [
      'order_id,merchant_id,store_id,paid_at,amount,currency,agent_id',
      'O1,M1,T1,2026-10-05T10:00,1000.00,CNY,A',
    ],
    'refunds.csv': ['refund_id,order_id,refunded_at,amount', 'R1,O1,2026-10-06T10:00,100.00'],
  },
  event_days: {
    'event-days.csv': ['merchant_id,store_id,date,event,agents', 'M1,,2026-10-05,Sale,1'],
  },
};

function shiftRows(): string[] {
  return [
    'shift_id,merchant_id,store_id,agent_id,role,shift,starts_at,ends_at,status',
    'S1,M1,T1,A,pre_sales,day,2026-10-05T09:00,2026-10-05T17:00,worked',
  ];
}

function consultationRows(): string[] {
  const dates = datesBetween(localDate('2026-10-01'), localDate('2026-10-31'));
  return [
    'date,merchant_id,store_id,role,agent_id,consultations',
    ...dates.map((date) => `${date},M1,T1,pre_sales,A,10`),
  ];
}

/** A cell that each column accepts. */
const CELLS: Readonly<Record<PlanColumn, string>> = {
  seats: '1',
  rate: '200',
  standard_days: '26',
  hours_per_day: '8',
  appraisal_share: '0.1',
  appraisal_from: '2026-01-01',
  commission_rate: '0.02',
  partial_refunds: 'deduct',
  overflow_rate: '1',
  window_start: '08:00',
  window_end: '24:00',
  commission_cap: '5000',
  included_consultations: '100',
  minimum_hours: '1',
  rounding_minutes: '15',
};

/** With no tiers, or those of the first scale with which the contract can be read. */
async function layInput(plan: Plan, input: string): Promise<void> {
  const { facts, scales } = definitionOf(plan);
  layScenario('plans/base', input);
  for (const [file, rows] of facts.flatMap((use) => Object.entries(ROWS[use])))
    write(input, file, rows);
  write(input, 'kpi-scores.csv', ['period,contract_id,agent_id,score', '2026-10,C1,A,0.9']);
  for (const scale of [null, ...scales]) {
    write(input, 'contracts.csv', contractRows(plan));
    write(input, 'contract-tiers.csv', tierRows(scale));
    const { problems } = await readReference(input);
    if (problems.every(({ severity }) => severity !== 'error')) return;
  }
}

function contractRows(plan: Plan): string[] {
  const { columns } = definitionOf(plan);
  const cells = PLAN_COLUMNS.map((column) => (columns.includes(column) ? CELLS[column] : ''));
  return [
    `contract_id,merchant_id,plan,starts_on,currency,${PLAN_COLUMNS.join(',')},tax_rate,tax_included,payment_terms`,
    `C1,M1,${plan},2026-01-01,CNY,${cells.join(',')},0.06,false,net 30`,
  ];
}

function tierRows(scale: Scale | null): string[] {
  const header = 'contract_id,scale,mode,up_to,price';
  return scale === null ? [header] : [header, `C1,${scale},,,0.02`];
}

function write(folder: string, file: string, rows: readonly string[]): void {
  writeFileSync(join(folder, file), `${rows.join('\n')}\n`);
}

if (process.argv[1] === import.meta.filename) {
  const [plan = ''] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(await forgottenOf(plan as Plan))}\n`);
}
