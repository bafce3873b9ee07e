/** The facts of several buckets as those of one run: nothing of it holds the rows of more than one. */
import { join } from 'node:path';
import { append } from '../../append.js';
import { groupBy } from '../../group-by.js';
import type { LocalDate } from '../../period/local-date.js';
import { NO_USAGE, type Usage } from '../../pricing/usage.js';
import { eachOnce } from '../../every-problem.js';
import type { Problem } from '../../problem.js';
import { BILLED_ORDERS } from '../billed-before.js';
import type { Database } from '../database.js';
import { FACT_TABLE_NAMES, type FactTableName } from '../fact-tables.js';
import type { Facts } from '../facts.js';
import type { RollUpJob } from '../roll-up.js';
import type { AccountedRows } from '../usage/account-for-rows.js';
import type { FactExtent, FactExtents } from '../usage/fact-extents.js';
import type { RolledBucket } from './roll-up-bucket.js';
import { joinBilledOrders } from '../usage/write-billed-orders.js';

/** A bucket that is rolled up. */
export interface OpenBucket extends RolledBucket {
  readonly database: Database;
  readonly facts: Facts;
  /** The file of the orders that something in it names and that it lacks. */
  readonly strays: string;
}

type Buckets = readonly [OpenBucket, ...OpenBucket[]];

/** `engine`: behind the buckets' own; `found`: what is wrong with the buckets. */
export function joinFacts(
  engine: Database,
  job: RollUpJob,
  buckets: Buckets,
  found: readonly Problem[],
): Facts {
  const all = buckets.map(({ facts }) => facts);
  const homes = new Homes(buckets, job);
  return {
    usageOf: async (contractIds) => {
      const usages = new Map<string, Usage>();
      for (const [{ facts }, ids] of groupBy(contractIds, (id) => homes.ofContract(id))) {
        const usageOf = await facts.usageOf(ids);
        for (const id of ids) usages.set(id, usageOf(id));
      }
      return (contractId) => usages.get(contractId) ?? NO_USAGE;
    },
    problems: [...found, ...problemsOf(buckets)],
    contractsGone: all.flatMap(({ contractsGone }) => contractsGone),
    files: all.flatMap(({ files }) => files),
    filesOfTables: new Map(
      FACT_TABLE_NAMES.map((name) => [
        name,
        all.flatMap((facts) => facts.filesOfTables.get(name) ?? []),
      ]),
    ),
    accountFor: async (blocked) => {
      const accounted: AccountedRows[] = [];
      for (const facts of all) append(accounted, await facts.accountFor(blocked));
      return accounted.sort((left, right) => placeOf(left) - placeOf(right));
    },
    stores: new Map(all.flatMap(({ stores }) => [...stores])),
    printedNames: all.flatMap((facts) => facts.printedNames),
    extents: joinExtents(all.map(({ extents }) => extents)),
    orderStatements: async function* (merchantIds, ids) {
      for (const [{ facts }, of] of groupBy(merchantIds, (id) => homes.ofMerchant(id)))
        yield* facts.orderStatements(of, ids);
    },
    headerRows: new Map(all.flatMap(({ headerRows }) => [...headerRows])),
    places: new Map(all.flatMap(({ places }) => [...places])),
    billedOrders: async (documents) => {
      const byHome = groupBy(documents, ({ merchantId }) => homes.ofMerchant(merchantId));
      const parts: string[] = [];
      let rows = 0;
      for (const [{ facts }, of] of byHome) {
        const part = await facts.billedOrders(of);
        parts.push(part.path);
        rows += part.rows;
      }
      const path = join(job.workFolder, BILLED_ORDERS);
      await joinBilledOrders(engine, parts, path);
      return { path, rows };
    },
    [Symbol.asyncDispose]: async () => {
      for (const facts of all) await facts[Symbol.asyncDispose]();
      engine.close();
    },
  };
}

/** Which bucket has whose facts; who has none is asked for in the first, which knows what is no fact. */
class Homes {
  private readonly byMerchant: ReadonlyMap<string, OpenBucket>;
  private readonly merchants: ReadonlyMap<string, string>;

  constructor(
    private readonly buckets: Buckets,
    { tables }: RollUpJob,
  ) {
    this.byMerchant = new Map(
      buckets.flatMap((bucket) => [...bucket.merchants].map((id) => [id, bucket] as const)),
    );
    const contracts = [...tables.contracts, ...buckets.flatMap(({ facts }) => facts.contractsGone)];
    this.merchants = new Map(
      contracts.map(({ contractId, merchantId }) => [contractId, merchantId]),
    );
  }

  ofMerchant(merchantId: string): OpenBucket {
    return this.byMerchant.get(merchantId) ?? this.buckets[0];
  }

  ofContract(contractId: string): OpenBucket {
    return this.ofMerchant(this.merchants.get(contractId) ?? '');
  }
}

/**
 * Bucket by bucket; what each of them says alike, such as that a table is missing, once. Orders without an
 * agent are a problem where no order of any bucket names one.
 */
function problemsOf(buckets: Buckets): Problem[] {
  const namesAgents = buckets.some((bucket) => bucket.namesAgents);
  const problems = buckets
    .flatMap(({ facts }) => facts.problems)
    .filter(({ code }) => code !== 'orders-unattributed' || !namesAgents);
  return eachOnce(problems);
}

function placeOf({ table }: AccountedRows): number {
  return FACT_TABLE_NAMES.indexOf(table as FactTableName);
}

function joinExtents(all: readonly FactExtents[]): FactExtents {
  const byTable = groupBy(
    all.flatMap(({ tables }) => tables),
    ({ table }) => table,
  );
  return {
    tables: [...byTable].map(([table, extents]) => ({
      table,
      rows: extents.reduce((total, { rows }) => total + rows, 0),
      ...reachOf(extents),
    })),
    merchants: all.flatMap(({ merchants }) => merchants),
  };
}

function reachOf(extents: readonly FactExtent[]): {
  first: LocalDate | null;
  last: LocalDate | null;
} {
  const dates = extents.flatMap(({ first, last }) => [first ?? [], last ?? []].flat()).sort();
  return { first: dates[0] ?? null, last: dates.at(-1) ?? null };
}
