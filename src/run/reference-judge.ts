/** Says of a row of a reference table what became of it. */
import type { ReferenceReads, RowIn } from '../reference/read-tables.js';
import type { RowOutcome } from '../row-outcome.js';
import type { BillingSpan } from '../period/period.js';
import { isInForce } from '../pricing/contract.js';
import { assert, blockedMerchants, type Problem } from '../problem.js';
import type { BilledRows } from './billed-rows.js';

/** What a run has come to. */
export interface BilledRun {
  readonly span: BillingSpan;
  readonly problems: readonly Problem[];
  readonly billed: BilledRows;
}

/** Asked of rows that can be read, and that no error rejects. */
export class ReferenceJudge {
  private readonly blocked: ReadonlySet<string>;
  private readonly merchants: ReadonlySet<string>;
  /** The merchant of every contract, readable or not. */
  private readonly ownerOf: ReadonlyMap<string, string>;
  private readonly contracts: ReadonlyMap<string, RowIn<'contracts'>>;
  private readonly withLines: ReadonlySet<string>;
  private readonly withContract: ReadonlySet<string>;
  private readonly surchargedTags: ReadonlySet<string>;
  private readonly unusedScores: ReadonlySet<number>;
  private readonly unownedDays: ReadonlySet<number>;

  constructor(
    { merchants, contracts, surcharges }: ReferenceReads,
    private readonly run: BilledRun,
  ) {
    const { problems, billed } = run;
    const { rows, cells } = contracts;
    this.blocked = blockedMerchants(problems);
    this.merchants = new Set(merchants.cells.map((row) => row['merchant_id'] ?? ''));
    this.ownerOf = new Map(
      cells.map((row) => [row['contract_id'] ?? '', row['merchant_id'] ?? '']),
    );
    this.contracts = new Map(rows.map((row) => [row.contract_id, row]));
    const ownersOf = (some: typeof rows): Set<string> =>
      new Set(some.map(({ merchant_id: merchantId }) => merchantId));
    this.withLines = ownersOf(rows.filter((row) => billed.contracts.has(row.contract_id)));
    this.withContract = ownersOf(rows.filter((row) => this.isInForce(row)));
    this.surchargedTags = new Set(
      surcharges.rows
        .filter((row) => billed.contracts.has(row.contract_id))
        .flatMap(({ day_tag: tag }) => tag ?? []),
    );
    this.unusedScores = recordsOf(problems, 'kpi-scores.csv', 'score-unused');
    this.unownedDays = recordsOf(problems, 'event-days.csv', 'fact-without-contract');
  }

  merchant({ merchant_id: merchantId }: RowIn<'merchants'>): RowOutcome {
    if (this.blocked.has(merchantId)) return 'blocked_merchant';
    if (this.withLines.has(merchantId)) return 'billed';
    return this.withContract.has(merchantId) ? 'nothing_billed' : 'without_contract';
  }

  /** A contract, or a row that is about one. */
  contract({ contract_id: contractId }: { readonly contract_id: string }): RowOutcome {
    const owner = this.ownerOf.get(contractId);
    if (owner !== undefined && this.blocked.has(owner)) return 'blocked_merchant';
    if (this.run.billed.contracts.has(contractId)) return 'billed';
    const contract = this.contracts.get(contractId);
    if (contract === undefined) return 'unknown_contract';
    return this.isInForce(contract) ? 'nothing_billed' : 'not_in_force';
  }

  /** A row that is about a contract, or about an offer, by which nobody is billed. */
  attached(row: { readonly contract_id: string }): RowOutcome {
    return this.ownerOf.has(row.contract_id) ? this.contract(row) : 'not_used';
  }

  /** Of a store of a merchant with an event contract, each day of the period is in a line. */
  eventDay({ record, date, merchant_id: merchantId }: RowIn<'eventDays'>): RowOutcome {
    const { period, through } = this.run.span;
    if (date < period.firstDay || date > through) return 'other_period';
    if (!this.merchants.has(merchantId)) return 'unknown_merchant';
    if (this.blocked.has(merchantId)) return 'blocked_merchant';
    return this.unownedDays.has(record) ? 'without_contract' : 'billed';
  }

  score(row: RowIn<'scores'>): RowOutcome {
    if (this.isOfOtherPeriod(row)) return 'other_period';
    const outcome = this.contract(row);
    if (outcome !== 'billed' && outcome !== 'nothing_billed') return outcome;
    return this.unusedScores.has(row.record) ? 'not_used_by_plan' : 'billed';
  }

  adjustment(row: RowIn<'adjustments'>): RowOutcome {
    if (this.isOfOtherPeriod(row)) return 'other_period';
    if (this.blocked.has(row.merchant_id)) return 'blocked_merchant';
    const isBilled = this.run.billed.adjustments.has(row.adjustment_id);
    assert(isBilled, `the adjustment ${row.adjustment_id} of the period is a line`);
    return 'billed';
  }

  /** Billed in the periods that it has a day in common with. */
  charge(row: RowIn<'charges'>): RowOutcome {
    const outcome = this.attached(row);
    if (outcome !== 'billed' && outcome !== 'nothing_billed') return outcome;
    return this.run.billed.charges.has(row.charge_id) ? 'billed' : 'other_period';
  }

  indicatorValue(row: RowIn<'indicatorValues'>): RowOutcome {
    if (this.isOfOtherPeriod(row)) return 'other_period';
    const outcome = this.contract(row);
    if (outcome !== 'billed' && outcome !== 'nothing_billed') return outcome;
    const { contract_id: contractId, agent_id: agentId, indicator } = row;
    const isBilled = this.run.billed.hasIndicatorValue(contractId, agentId, indicator);
    return isBilled ? 'billed' : 'not_used';
  }

  /** A date counts where a billed contract has a surcharge for its tag. */
  calendarDay({ date, tag }: RowIn<'calendar'>): RowOutcome {
    const { period, through } = this.run.span;
    if (date < period.firstDay || date > through) return 'other_period';
    return this.surchargedTags.has(tag) ? 'billed' : 'not_used';
  }

  rate(row: RowIn<'rates'>): RowOutcome {
    if (this.isOfOtherPeriod(row)) return 'other_period';
    return this.run.billed.hasRate(row.from_currency, row.to_currency) ? 'billed' : 'not_used';
  }

  private isOfOtherPeriod({ period }: { readonly period: string }): boolean {
    return period !== this.run.span.period.id;
  }

  private isInForce({ starts_on: startsOn, ends_on: endsOn }: RowIn<'contracts'>): boolean {
    const { period, through } = this.run.span;
    return isInForce({ startsOn, endsOn }, period.firstDay, through);
  }
}

function recordsOf(
  problems: readonly Problem[],
  file: string,
  code: Problem['code'],
): ReadonlySet<number> {
  const found = problems.filter((one) => one.file === file && one.code === code);
  return new Set(found.flatMap(({ record }) => record ?? []));
}
