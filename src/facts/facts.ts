/** The facts of a span, rolled up: what a run asks of them. */
import { join } from 'node:path';
import { contractOfLateRefunds } from '../pricing/late-refund-terms.js';
import type { Contract } from '../pricing/plans/registry.js';
import { NO_USAGE, type EventDay, type Usage } from '../pricing/usage.js';
import { BILLED_ORDERS, type BillingDocument } from './billed-before.js';
import { Database } from './database.js';
import { rollUp, type RolledUp, type RollUpJob } from './roll-up.js';
import { accountForRows, type AccountedRows } from './usage/account-for-rows.js';
import { assignEventDays } from './usage/assign-event-days.js';
import {
  orderStatements,
  type IdsOfStatements,
  type OrderStatement,
} from './usage/order-statements.js';
import { sourceRows, type RowsQuery, type SourceRows } from './usage/source-rows.js';
import { usageOfContracts } from './usage/usage-of-contracts.js';
import { writeBilledOrders } from './usage/write-billed-orders.js';

/** The facts of a span. The engine behind them is open until they are disposed of. */
export interface Facts
  extends Omit<RolledUp, 'readTables' | 'termsOfContractsGone'>, AsyncDisposable {
  /** The usage of some contracts. */
  readonly usageOf: (contractIds: readonly string[]) => Promise<(contractId: string) => Usage>;
  /** Contracts that the input has no more, as far as late refunds of what they billed need them. */
  readonly contractsGone: readonly Contract[];
  /** What became of every row, where errors block some merchants. */
  readonly accountFor: (blocked: ReadonlySet<string>) => Promise<readonly AccountedRows[]>;
  readonly orderStatements: (
    merchantIds: readonly string[],
    ids?: IdsOfStatements,
  ) => AsyncGenerator<OrderStatement>;
  /** Makes a file in the work folder that keeps which orders some documents bill. */
  readonly billedOrders: (documents: readonly BillingDocument[]) => Promise<BilledOrdersFile>;
}

/** Facts of which the engine holds every row. */
export interface FactsWithRows extends Facts {
  readonly sourceRows: (query: RowsQuery, rowsMax: number) => Promise<SourceRows>;
}

/** Of the contents that `BilledBefore` reads back. */
export interface BilledOrdersFile {
  readonly path: string;
  readonly rows: number;
}

/** Rolls the facts up. */
export async function openFacts(job: RollUpJob): Promise<FactsWithRows> {
  const database = await Database.open(job.workFolder, job.memory);
  try {
    const facts = factsOf(database, job, await rollUp(database, job));
    return { ...facts, sourceRows: (query, rowsMax) => sourceRows(database, query, rowsMax) };
  } catch (error) {
    database.close();
    throw error;
  }
}

/** What was rolled up and the engine that holds the rest, as one; the engine ends with it. */
export function factsOf(
  database: Database,
  { tables, span, workFolder }: Pick<RollUpJob, 'tables' | 'span' | 'workFolder'>,
  { readTables, termsOfContractsGone, ...rolled }: RolledUp,
): Facts {
  const events = assignEventDays(tables.eventDays, tables.contracts, span);
  return {
    ...rolled,
    problems: [...rolled.problems, ...events.problems],
    contractsGone: termsOfContractsGone.map(contractOfLateRefunds),
    usageOf: async (contractIds) => {
      const of = { span, timeZone: tables.provider.timeZone };
      const eventDaysOf = (id: string): readonly EventDay[] => events.byContract.get(id) ?? [];
      const usage = await usageOfContracts(database, of, contractIds, eventDaysOf);
      return (contractId) => usage.get(contractId) ?? NO_USAGE;
    },
    accountFor: (blocked) => accountForRows(database, readTables, blocked),
    orderStatements: (merchantIds, ids) => orderStatements(database, merchantIds, ids),
    billedOrders: async (documents) => {
      const path = join(workFolder, BILLED_ORDERS);
      const rows = await writeBilledOrders(database, span.period.id, documents, path);
      return { path, rows };
    },
    [Symbol.asyncDispose]: () => {
      database.close();
      return Promise.resolve();
    },
  };
}
