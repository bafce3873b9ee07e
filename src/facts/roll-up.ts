/** Fact files → usage per contract, problems, and what became of every row. */
import { groupBy } from '../group-by.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { lateRefundTerms } from '../pricing/late-refund-terms.js';
import { factsOf } from '../pricing/plans/registry.js';
import { problem, type Problem } from '../problem.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { InputFile } from '../reference/file-identity.js';
import type { TablePlaces } from '../reference/table-places.js';
import { NOTHING_BILLED_BEFORE, type BilledBefore } from './billed-before.js';
import type { Bucket } from './buckets/find-buckets.js';
import type { Database } from './database.js';
import { FACT_TABLE_NAMES, TABLES_OF_USE, type FactTableName } from './fact-tables.js';
import { listFiles } from './files/list-files.js';
import { createExportMacros, createMacros } from './macros.js';
import { readSources, type SourcesRead } from './sources/read-sources.js';
import { unreadFiles } from './sources/unread-files.js';
import { loadTable, type LoadedTable } from './tables/load-table.js';
import type { TableFile } from './tables/table-file.js';
import { viewRowSums, type ReadTables } from './usage/account-for-rows.js';
import { agentsWithoutShifts } from './usage/agents-without-shifts.js';
import { factExtents, type FactExtents } from './usage/fact-extents.js';
import { implausibleDates } from './usage/implausible-dates.js';
import { loadContracts } from './usage/load-contracts.js';
import { loadCurrencies } from './usage/load-currencies.js';
import { prepareOrderStatements } from './usage/order-statements.js';
import { printedNames, type PrintedName } from './usage/printed-names.js';
import { rollUpConsultations } from './usage/roll-up-consultations.js';
import { rollUpOrders } from './usage/roll-up-orders.js';
import { forgetNamedContracts, rollUpShifts } from './usage/roll-up-shifts.js';
import { storesInFacts } from './usage/stores-in-facts.js';
import { unownedWork } from './usage/unowned-work.js';

/** What there is to say of facts once they are rolled up, beside what the engine holds: plain data. */
export interface RolledUp {
  readonly problems: readonly Problem[];
  /** Of contracts that the input has no more: see `late-refund-terms.ts`. */
  readonly termsOfContractsGone: readonly string[];
  /** The files that were read; one that feeds two tables is there once. */
  readonly files: readonly InputFile[];
  /** By table, the files that hold rows of it. */
  readonly filesOfTables: ReadonlyMap<FactTableName, readonly string[]>;
  /** What is to be accounted for. */
  readonly readTables: ReadTables;
  /** By merchant, the stores that its facts name. */
  readonly stores: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names that documents print. */
  readonly printedNames: readonly PrintedName[];
  /** How far they reach. */
  readonly extents: FactExtents;
  /** By file, the row in which its header stands. */
  readonly headerRows: ReadonlyMap<string, number>;
  /** What files with our own columns call them, where they are called in Chinese. */
  readonly places: TablePlaces;
}

export interface RollUpJob {
  readonly inputFolder: string;
  /** For text that is rewritten, and for what does not fit into memory. */
  readonly workFolder: string;
  readonly tables: ReferenceTables;
  readonly span: BillingSpan;
  /** What stands published of earlier periods. */
  readonly billedBefore?: BilledBefore | undefined;
  /** Whether shifts that name a contract are owned as those that name none: for prices that nobody signed. */
  readonly ignoresNamedContracts?: boolean;
  /** The files to read, where they are not all. */
  readonly bucket?: Bucket;
  /** What the engine may keep in memory, such as `2GB`; the rest goes to the work folder. */
  readonly memory?: string | undefined;
}

/** Rolls the facts up: what is asked of them later is in the tables of the database. */
export async function rollUp(database: Database, job: RollUpJob): Promise<RolledUp> {
  const { tables, span } = job;
  const { merchants, contracts } = tables;
  await createMacros(database, tables.provider.timeZone, span.period);
  await loadCurrencies(database);
  await loadContracts(
    database,
    merchants.map(({ merchantId }) => merchantId),
    contracts,
  );
  const sources = await readSources(job.inputFolder);
  const loaded = await loadTables(database, job, sources);
  if (job.ignoresNamedContracts) await forgetNamedContracts(database);
  const shifts = await rollUpShifts(database, span, contracts);
  const consultations = await rollUpConsultations(database, span, contracts);
  const { settlementDays } = tables.provider;
  const { billedBefore = NOTHING_BILLED_BEFORE } = job;
  const orders = await rollUpOrders(
    database,
    span,
    settlementDays,
    contracts,
    loaded.tables.get('attributions')?.isMissing === true,
    billedBefore,
  );
  const problems = [
    ...sources.problems,
    ...loaded.problems,
    ...shifts,
    ...consultations,
    ...orders.problems,
    ...(await unownedWork(database, span)),
    ...(await agentsWithoutShifts(database, span)),
    ...(await implausibleDates(database, span)),
  ];
  await prepareOrderStatements(database, ratesOf(job));
  await viewRowSums(database);
  const all = [...loaded.tables];
  return {
    problems,
    termsOfContractsGone: orders.contractsGone.flatMap((gone) => lateRefundTerms(gone) ?? []),
    files: filesOf(sources, loaded.tables),
    filesOfTables: new Map(all.map(([name, { rowsRead }]) => [name, [...rowsRead.keys()]])),
    readTables: new Map(all.map(([name, { rowsRead, leftOut }]) => [name, { rowsRead, leftOut }])),
    headerRows: new Map(all.flatMap(([, { headerRows }]) => [...headerRows])),
    places: placesOfFiles(loaded.tables),
    stores: await storesInFacts(database),
    printedNames: await printedNames(database),
    extents: await factExtents(database, span),
  };
}

function ratesOf({ tables, span }: RollUpJob): { from: string; to: string; rate: string }[] {
  return tables.exchangeRates
    .filter(({ period }) => period === span.period.id)
    .map(({ from, to, rate }) => ({ from: from.code, to: to.code, rate: rate.toDecimal() }));
}

interface LoadedTables {
  readonly tables: ReadonlyMap<FactTableName, LoadedTable>;
  readonly problems: readonly Problem[];
}

/**
 * Loads every fact table. Where nobody knows what the sources read, nothing is said to be missing or
 * unread; what the folder has beside its buckets is no bucket's to say.
 */
async function loadTables(
  database: Database,
  job: RollUpJob,
  { sources }: SourcesRead,
): Promise<LoadedTables> {
  const { inputFolder, workFolder, bucket } = job;
  const present = await listFiles(inputFolder);
  const input = { inputFolder, workFolder, present, sources: sources ?? [], bucket };
  if (input.sources.length > 0) await createExportMacros(database);
  const tables = new Map<FactTableName, LoadedTable>();
  const problems: Problem[][] = [];
  for (const name of FACT_TABLE_NAMES) {
    const loaded = await loadTable(database, name, input);
    tables.set(name, loaded);
    problems.push([...loaded.problems]);
    if (loaded.isMissing && sources !== null) problems.push(missingTable(name, job));
  }
  if (sources !== null && bucket === undefined) {
    const read = [...tables.values()].flatMap(({ readBySources }) => [...readBySources]);
    problems.push(unreadFiles(present, job.tables, read));
  }
  return { tables, problems: problems.flat() };
}

/** A missing fact table is an empty one only if no contract in force needs it. */
function missingTable(name: FactTableName, { tables, span }: RollUpJob): Problem[] {
  const needing = tables.contracts.find(
    (contract) =>
      isInForce(contract, span.period.firstDay, span.through) &&
      factsOf(contract).some((use) => TABLES_OF_USE[use].includes(name)),
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

function placesOfFiles(tables: ReadonlyMap<FactTableName, LoadedTable>): TablePlaces {
  const files = [...tables.values()].flatMap((table) => table.files);
  return new Map(
    [...groupBy(files, ({ file }) => file)].map(([file, feeding]) => [
      file,
      { place: file, headers: agreedHeaders(feeding) },
    ]),
  );
}

/** An export that feeds two tables may call a column of each in its own way: it keeps our name then. */
function agreedHeaders(feeding: readonly Pick<TableFile, 'headers'>[]): Map<string, string> {
  const all = feeding.flatMap(({ headers }) => [...headers]);
  return new Map(
    all.filter(([column, header]) =>
      all.every(([other, name]) => other !== column || name === header),
    ),
  );
}

/** A file that feeds two tables has its rows in each. */
function filesOf(
  { read }: SourcesRead,
  tables: ReadonlyMap<FactTableName, LoadedTable>,
): InputFile[] {
  const files = new Map<string, InputFile>();
  for (const table of tables.values()) {
    for (const { file, sha256, size, identity } of table.files) {
      const rows = Number(table.rowsRead.get(file) ?? 0n);
      files.set(file, { file, sha256, size, identity, rows });
    }
    for (const query of table.queries) files.set(query.file, query);
  }
  return [...(read === null ? [] : [read]), ...files.values()];
}
