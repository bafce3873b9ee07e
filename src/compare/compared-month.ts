/** The facts of one month, owned by each offer in turn: the same roll-up as that of a run. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TABLES_OF_USE } from '../facts/fact-tables.js';
import { openFacts, type Facts } from '../facts/facts.js';
import { groupBy } from '../group-by.js';
import type { BillingSpan } from '../period/period.js';
import { factsOf } from '../pricing/plans/registry.js';
import type { Usage } from '../pricing/usage.js';
import { assert, problem, runErrors, type Problem } from '../problem.js';
import type { Offer } from '../reference/offers.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { ofKnownMerchants } from '../run/problem-policy.js';
import { carrierKey, offerRounds, type Round } from './offer-rounds.js';

export interface MonthJob {
  readonly inputFolder: string;
  readonly workFolder: string;
  readonly tables: ReferenceTables;
  readonly offers: readonly Offer[];
  /** Those that are compared. */
  readonly merchantIds: readonly string[];
  readonly span: BillingSpan;
  readonly memory?: string | undefined;
}

interface OpenRound {
  readonly keys: ReadonlySet<string>;
  readonly facts: Facts;
  /** The errors of each merchant's facts. */
  readonly errors: ReadonlyMap<string | null, readonly Problem[]>;
}

export class ComparedMonth implements AsyncDisposable {
  private constructor(
    readonly span: BillingSpan,
    private readonly rounds: readonly OpenRound[],
  ) {}

  static async open(job: MonthJob): Promise<ComparedMonth> {
    const rounds: OpenRound[] = [];
    try {
      for (const [at, round] of offerRounds(job.offers).entries())
        rounds.push(await openRound(job, round, String(at)));
      return new ComparedMonth(job.span, rounds);
    } catch (error) {
      await close(rounds);
      throw error;
    }
  }

  /** What keeps the whole month from being priced; a table that is missing keeps only who needs it. */
  get runErrors(): readonly Problem[] {
    const all = this.rounds.flatMap(({ facts }) => runErrors(facts.problems));
    return [
      ...groupBy(
        all.filter((one) => missingTable(one) === null),
        placeAndCode,
      ).values(),
    ].map(([first]) => first);
  }

  /** Why an offer cannot be priced for a merchant; null where its facts are sound. */
  errorOf(merchantId: string, offer: Offer): Problem | null {
    const { facts, errors } = this.roundOf(offer);
    const needed = factsOf(offer.contract).flatMap((use) => TABLES_OF_USE[use]);
    const table = needed.find((name) => facts.problems.some((one) => missingTable(one) === name));
    if (table !== undefined)
      return problem(
        'file-missing',
        { file: `${table}.csv` },
        { case: 'facts', table, contractId: offer.offerId },
      );
    const carrier = carrierId(merchantId, carrierKey(offer));
    for (const one of errors.get(merchantId) ?? []) {
      if (one.code !== 'shifts-unowned') return one;
      // It is about one contract: that of the offer, or of another that shares the round.
      const { values } = one;
      if ('contractId' in values && values.contractId === carrier && 'rows' in values)
        return problem('shifts-unowned', one, { contractId: offer.offerId, rows: values.rows });
    }
    return null;
  }

  /** What some merchants' offers are priced from. */
  async usageOf(
    merchantIds: readonly string[],
  ): Promise<(merchantId: string, offer: Offer) => Usage> {
    const usages = new Map<OpenRound, (contractId: string) => Usage>();
    for (const round of this.rounds) {
      const ids = merchantIds.flatMap((merchantId) =>
        [...round.keys].map((key) => carrierId(merchantId, key)),
      );
      usages.set(round, await round.facts.usageOf(ids));
    }
    return (merchantId, offer) => {
      const usage = usages.get(this.roundOf(offer));
      assert(usage !== undefined, 'each round has its usage');
      return usage(carrierId(merchantId, carrierKey(offer)));
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await close(this.rounds);
  }

  private roundOf(offer: Offer): OpenRound {
    const round = this.rounds.find(({ keys }) => keys.has(carrierKey(offer)));
    assert(round !== undefined, 'each offer is in a round');
    return round;
  }
}

async function openRound(job: MonthJob, round: Round, name: string): Promise<OpenRound> {
  const { inputFolder, tables, span, memory, merchantIds } = job;
  const workFolder = join(job.workFolder, `${span.period.id}-${name}`);
  await mkdir(workFolder);
  const contracts = merchantIds.flatMap((merchantId) =>
    round.map(({ key, contract }) => {
      return { ...contract, merchantId, contractId: carrierId(merchantId, key) };
    }),
  );
  const facts = await openFacts({
    inputFolder,
    workFolder,
    tables: { ...tables, contracts },
    span,
    ignoresNamedContracts: true,
    memory,
  });
  const errors = ofKnownMerchants(facts.problems, tables).filter(
    ({ severity }) => severity === 'error',
  );
  const keys = new Set(round.map(({ key }) => key));
  return { keys, facts, errors: groupBy(errors, ({ merchantId }) => merchantId) };
}

async function close(rounds: readonly OpenRound[]): Promise<void> {
  for (const { facts } of rounds) await facts[Symbol.asyncDispose]();
}

/** A contract of the engine has an id of its own, whatever merchants and offers are called. */
function carrierId(merchantId: string, key: string): string {
  return JSON.stringify([merchantId, key]);
}

/** The fact table that there is no file of, where a problem says that. */
function missingTable({ code, values }: Problem): string | null {
  return code === 'file-missing' && 'table' in values ? values.table : null;
}

function placeAndCode({ code, file, record, column }: Problem): string {
  return JSON.stringify([code, file, record, column]);
}
