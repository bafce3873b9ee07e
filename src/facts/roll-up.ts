/** Fact files → usage per contract, problems, and what became of every row. */
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { workloadTiers } from '../pricing/plans/registry.js';
import { type Contract } from '../pricing/plans/registry.js';
import { NO_USAGE, type EventDay, type Usage } from '../pricing/usage.js';
import { problem, type Problem } from '../problem.js';
import { rollUpConsultations } from './usage/consultations.js';
import { Database } from './database.js';
import { assignEventDays } from './usage/event-days.js';
import { FACT_TABLE_NAMES, FACT_TABLES, type FactTableName } from './tables/fact-schema.js';
import { findFactFiles, inspectFactFile, type FactFile } from './files/fact-files.js';
import { prepareConversions } from './tables/conversions.js';
import { loadFacts, type LoadedFacts } from './tables/load-facts.js';
import { rollUpOrders } from './usage/orders.js';
import {
  orderStatements,
  prepareOrderStatements,
  type OrderStatement,
} from './usage/order-statements.js';
import { loadContracts } from './usage/owners.js';
import { leaveOutUnknownMerchants, rejectRoundedIds, resolveKeys } from './tables/row-checks.js';
import { rowsBehind, type RowsBehind, type RowsQuery } from './usage/source-rows.js';
import { accountForRows, type AccountedRows, type ReadTables } from './usage/row-accounting.js';
import { rollUpShifts } from './usage/shifts.js';
import { SOURCE_MACROS } from './sources/source-cells.js';
import { findSourceFiles, listFiles } from './sources/source-files.js';
import { storesInFacts } from './usage/stores.js';
import { unreadFiles } from './files/unread-files.js';
import { orderUsage, usageOfContracts } from './usage/usage-of-contracts.js';

/** The facts of a span. The engine behind them is open until they are disposed of. */
export interface Facts extends AsyncDisposable {
  /** The usage of some contracts. */
  readonly usageOf: (contractIds: readonly string[]) => Promise<(contractId: string) => Usage>;
  readonly problems: readonly Problem[];
  readonly files: readonly FactFile[];
  /** What became of every row, where errors block some merchants. */
  readonly accountFor: (blocked: ReadonlySet<string>) => Promise<readonly AccountedRows[]>;
  readonly readTables: ReadTables;
  /** By merchant, the stores that its facts name. */
  readonly stores: ReadonlyMap<string, ReadonlySet<string>>;
  readonly orderStatements: (merchantIds: readonly string[]) => AsyncGenerator<OrderStatement>;
  readonly rowsBehind: (query: RowsQuery, rowsMax: number) => Promise<RowsBehind>;
}

export interface RollUpJob {
  readonly inputFolder: string;
  /** For text that is rewritten, and for what does not fit into memory. */
  readonly workFolder: string;
  readonly tables: ReferenceTables;
  readonly span: BillingSpan;
  /** What the engine may keep in memory, such as `2GB`; the rest goes to the work folder. */
  readonly memory?: string | undefined;
}

/** Rolls the facts up. */
export async function openFacts(job: RollUpJob): Promise<Facts> {
  const database = await Database.open(job.workFolder, job.memory);
  try {
    return await rollUp(database, job);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function rollUp(database: Database, job: RollUpJob): Promise<Facts> {
  const { tables, span } = job;
  const { provider, merchants, contracts } = tables;
  await prepareConversions(database, provider.timeZone, span.period);
  await database.run(SOURCE_MACROS);
  await loadContracts(
    database,
    merchants.map(({ merchantId }) => merchantId),
    contracts,
  );
  const problems: Problem[] = [];
  const present = await listFiles(job.inputFolder);
  const readFiles = new Set<string>(tables.logo === null ? [] : [tables.logo.file]);
  const files = new Map<string, FactFile>();
  const readTables = new Map<FactTableName, LoadedFacts>();
  for (const name of FACT_TABLE_NAMES) {
    const loaded = await loadTable(database, job, name, present);
    problems.push(...loaded.problems);
    for (const file of loaded.readBySources) readFiles.add(file);
    for (const file of loaded.files) files.set(file.file, file);
    readTables.set(name, loaded);
  }
  if (tables.sources !== null) problems.push(...unreadFiles(present, readFiles));
  problems.push(...(await rollUpShifts(database, span, contracts)));
  problems.push(...(await rollUpConsultations(database, span, contracts)));
  problems.push(...(await rollUpOrders(database, span, provider.settlementDays, contracts)));
  const events = assignEventDays(tables.eventDays, contracts, span);
  await orderUsage(database);
  await prepareOrderStatements(database, ratesOf(job));
  return {
    usageOf: async (contractIds) => {
      const eventDaysOf = (id: string): readonly EventDay[] => events.byContract.get(id) ?? [];
      const usage = await usageOfContracts(database, span, contractIds, eventDaysOf);
      return (contractId) => usage.get(contractId) ?? NO_USAGE;
    },
    problems: [...problems, ...events.problems],
    files: [...files.values()],
    accountFor: (blocked) => accountForRows(database, readTables, blocked),
    readTables,
    stores: await storesInFacts(database),
    orderStatements: (merchantIds) => orderStatements(database, merchantIds),
    rowsBehind: (query, rowsMax) => rowsBehind(database, query, rowsMax),
    [Symbol.asyncDispose]: () => {
      database.close();
      return Promise.resolve();
    },
  };
}

function ratesOf({ tables, span }: RollUpJob): { from: string; to: string; rate: string }[] {
  return tables.exchangeRates
    .filter(({ period }) => period === span.period.id)
    .map(({ from, to, rate }) => ({ from: from.code, to: to.code, rate: rate.toDecimal() }));
}

interface LoadedTable extends LoadedFacts {
  readonly files: readonly FactFile[];
  /** The files that sources read, readable or not. */
  readonly readBySources: Iterable<string>;
}

/** Reads what the sources feed, and what goes by the table's plain names beside it. */
async function loadTable(
  database: Database,
  job: RollUpJob,
  name: FactTableName,
  present: readonly string[],
): Promise<LoadedTable> {
  const table = FACT_TABLES[name];
  const fed = findSourceFiles(present, job.tables.sources ?? [], name);
  const fedFiles = new Set(fed.files.map(({ file }) => file));
  const plain = await findFactFiles(job.inputFolder, name, fedFiles);
  const readings = [...fed.files, ...plain.files.map((file) => ({ file, source: null }))];
  const problems = [...fed.problems, ...plain.problems];
  if (readings.length === 0 && problems.length === 0 && job.tables.sources !== null) {
    problems.push(...missingTable(name, job));
  }
  const files: FactFile[] = [];
  for (const { file, source } of readings) {
    const reading = { table, source };
    const inspected = await inspectFactFile(
      database,
      job.inputFolder,
      file,
      reading,
      job.workFolder,
    );
    problems.push(...inspected.problems);
    if (inspected.file !== null) files.push(inspected.file);
  }
  const loaded = await loadFacts(database, table, files);
  problems.push(...loaded.problems);
  problems.push(...(await rejectRoundedIds(database, table)));
  problems.push(...(await resolveKeys(database, table)));
  if ('merchant_id' in table.columns) {
    problems.push(...(await leaveOutUnknownMerchants(database, table)));
  }
  return { ...loaded, problems, files, readBySources: fedFiles };
}

/** A missing fact table is an empty one only if no contract in force needs it. */
function missingTable(name: FactTableName, { tables, span }: RollUpJob): Problem[] {
  const needing = tables.contracts.find(
    (contract) =>
      isInForce(contract, span.period.firstDay, span.through) && factsOf(contract).includes(name),
  );
  if (needing === undefined) return [];
  return [
    problem(
      'file-missing',
      { file: `${name}.csv` },
      { case: 'facts', table: name, contractId: needing.contractId },
    ),
  ];
}

function factsOf(contract: Contract): FactTableName[] {
  const scale: FactTableName[] = workloadTiers(contract) === null ? [] : ['consultations'];
  switch (contract.plan) {
    case 'fixed_salary':
      return ['shifts', ...scale];
    case 'base_commission':
      return ['shifts', 'orders', 'refunds', ...scale];
    case 'consultation_ladder':
      return ['consultations'];
    case 'temporary_custody':
      return ['shifts'];
    case 'event_hosting':
      return [];
  }
}
