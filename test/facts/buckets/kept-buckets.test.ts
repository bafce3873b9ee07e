/** A bucket that was rolled up elsewhere answers what it answers where it was rolled up. */
import { mkdirSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { expect, it } from 'vitest';
import { everyProblem } from '../../../src/every-problem.js';
import { openBuckets, type RollUpElsewhere } from '../../../src/facts/buckets/open-buckets.js';
import { rollUpBucket, STRAY_ORDERS } from '../../../src/facts/buckets/roll-up-bucket.js';
import { Database } from '../../../src/facts/database.js';
import type { Facts } from '../../../src/facts/facts.js';
import type { RollUpJob } from '../../../src/facts/roll-up.js';
import { keepTables } from '../../../src/facts/usage/kept-tables.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { readReference } from '../../../src/reference/read-reference.js';
import { DEMO } from '../../run/run-demo.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { inBuckets } from './in-buckets.js';
import { fileOf } from './write-buckets.js';

/** More than are told by themselves. */
const BROKEN_ROWS = 1_500;

/** All that a run may ask. */
async function answersOf(facts: Facts, { tables }: RollUpJob): Promise<unknown> {
  const merchants = tables.merchants.map(({ merchantId }) => merchantId);
  const contracts = tables.contracts.map(({ contractId }) => contractId);
  const usageOf = await facts.usageOf(contracts);
  const statements: unknown[] = [];
  for await (const one of facts.orderStatements(merchants)) statements.push(one);
  for await (const one of facts.orderStatements(merchants, 'as they are')) statements.push(one);
  const documents = merchants.map((merchantId) => {
    return { number: `N-${merchantId}`, merchantId, currency: { code: 'CNY' }, cancels: null };
  });
  const billed = await facts.billedOrders(documents);
  return {
    problems: [...everyProblem(facts.problems)],
    usage: contracts.map(usageOf),
    statements,
    accounted: await facts.accountFor(new Set()),
    accountedWhereBlocked: await facts.accountFor(new Set(['M01', 'M05'])),
    billedOrders: [billed.rows, readFileSync(billed.path).toString('base64')],
    contractsGone: facts.contractsGone,
    files: facts.files,
    filesOfTables: facts.filesOfTables,
    stores: facts.stores,
    printedNames: facts.printedNames,
    extents: facts.extents,
    headerRows: facts.headerRows,
    places: facts.places,
  };
}

/** As another machine would: what comes of it is written and read again. */
function writtenAndRead(job: RollUpJob): RollUpElsewhere {
  return async (buckets) => {
    const kept = [];
    for (const bucket of buckets) {
      const workFolder = temporaryFolder();
      const tables = join(workFolder, 'tables.duckdb');
      const database = await Database.open(workFolder);
      const rolled = await rollUpBucket(database, { ...job, workFolder }, bucket);
      await keepTables(database, tables);
      database.close();
      const read = deserialize(serialize(rolled)) as typeof rolled;
      kept.push({ ...read, tables, strays: join(workFolder, STRAY_ORDERS) });
    }
    return kept;
  };
}

it('with problems by the thousand, an order that is nowhere, and a file that no table has', async () => {
  const thirds = (merchant: string): number => Number(merchant.replace(/\D/g, '')) % 3;
  const inputFolder = inBuckets(DEMO, 'buckets', thirds, (table, rows) =>
    table === 'refunds'
      ? rows.map((row, at) => (at === 0 ? { ...row, order_id: 'nowhere' } : row))
      : rows,
  );
  const shifts = join(inputFolder, fileOf('shifts', 1, 'buckets'));
  const [header = ''] = readFileSync(shifts, 'utf8').split('\n');
  const broken = header
    .split(',')
    .map((name) => (name === 'merchant_id' ? 'M01' : name === 'shift_id' ? 'S#' : 'x'));
  const rows = Array.from({ length: BROKEN_ROWS }, (_, at) =>
    broken.join(',').replace('#', `${at}`),
  );
  writeFileSync(join(shifts, '../broken.csv'), [header, ...rows].join('\n'));
  writeFileSync(join(inputFolder, 'notes.txt'), 'to be read by people');
  const { tables } = await readReference(inputFolder);
  const period = parsePeriod('2026-10');
  assert(tables !== null && period !== undefined, 'the demo can be read');
  const answers: unknown[] = [];
  for (const isElsewhere of [false, true]) {
    const workFolder = temporaryFolder();
    mkdirSync(workFolder, { recursive: true });
    const job = { inputFolder, workFolder, tables, span: wholePeriod(period) };
    await using facts = await openBuckets(job, isElsewhere ? writtenAndRead(job) : undefined);
    answers.push(await answersOf(facts, job));
  }
  const [here, elsewhere] = answers;
  expect(elsewhere).toEqual(here);
  expect(here).toHaveProperty('problems.length');
  const { problems } = here as { problems: readonly { code: string; file: string }[] };
  expect(problems.length).toBeGreaterThan(BROKEN_ROWS);
  expect(problems.filter(({ code }) => code === 'file-unknown')).toHaveLength(1);
});
