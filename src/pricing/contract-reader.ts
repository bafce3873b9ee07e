/** Reads the cells of one contract for its plan, and collects what is wrong with them. */
import { Rational } from '../money/rational.js';
import { problem, type Problem, type ProblemCode } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import type { ContractCells } from './contract-cells.js';
import type { AgentRate, Appraisal, ContractTerms, Scale, Tiers } from './contract.js';

export const CONTRACTS_FILE = 'contracts.csv';

const STANDARD_DAYS = Rational.of(26n);
const HOURS_PER_DAY = Rational.of(8n);

/** The tiers of one scale of a contract. */
export interface ScaleTiers {
  readonly tiers: Tiers;
  readonly isGraduated: boolean;
  /** The record of the first of them in `contract-tiers.csv`. */
  readonly record: number;
}

export class ContractReader {
  readonly problems: Problem[] = [];

  constructor(
    readonly cells: ContractCells,
    readonly tiersByScale: ReadonlyMap<Scale, ScaleTiers>,
  ) {}

  /** What every contract says. */
  terms(): ContractTerms {
    const { cells } = this;
    return {
      contractId: cells.contract_id,
      merchantId: cells.merchant_id,
      storeId: cells.store_id,
      role: cells.role ?? 'pre_sales',
      startsOn: cells.starts_on,
      endsOn: cells.ends_on,
      currency: cells.currency,
      discountRate: cells.discount_rate,
      minimumFee: cells.minimum_fee,
      taxRate: cells.tax_rate,
      taxIncluded: cells.tax_included,
      paymentTerms: cells.payment_terms,
    };
  }

  /** A monthly price per agent; tiers by workload may stand in place of `rate`. */
  agentRate(): AgentRate {
    const { cells } = this;
    const workload = this.tiersByScale.get('consultations_per_agent_day')?.tiers ?? null;
    return {
      rate: workload === null ? this.rate() : cells.rate,
      workload,
      seats: cells.seats,
      standardDays: cells.standard_days ?? STANDARD_DAYS,
      hoursPerDay: cells.hours_per_day ?? HOURS_PER_DAY,
    };
  }

  /** `rate`, which the plan needs. */
  rate(): Rational {
    const { contract_id: contractId, plan, rate } = this.cells;
    if (rate === null) this.add('cell-blank', 'rate', { case: 'plan', contractId, plan });
    return rate ?? Rational.ZERO;
  }

  /** Of a plan that may appraise its agents. */
  appraisal(): Appraisal | null {
    const { appraisal_share: share, appraisal_from: from } = this.cells;
    if (from !== null && share === null) {
      const contractId = this.cells.contract_id;
      this.add('cell-unused', 'appraisal_from', { case: 'appraisal-from', contractId });
    }
    return share && { share, from };
  }

  add<Code extends ProblemCode>(code: Code, column: string, values: ProblemValues[Code]): void {
    const { record, merchant_id: merchantId } = this.cells;
    this.problems.push(problem(code, { file: CONTRACTS_FILE, record, column, merchantId }, values));
  }
}
