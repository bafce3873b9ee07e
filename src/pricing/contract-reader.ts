/** Reads the cells of one contract for its plan, and collects what is wrong with them. */
import { Rational } from '../money/rational.js';
import { told, type Problem } from '../problem.js';
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
    const { rate, plan } = this.cells;
    if (rate === null) {
      this.add('cell-blank', 'rate', `rate is blank, and plan ${plan} needs it`, 'fill it in');
    }
    return rate ?? Rational.ZERO;
  }

  /** Of a plan that may appraise its agents. */
  appraisal(): Appraisal | null {
    const { appraisal_share: share, appraisal_from: from } = this.cells;
    if (from !== null && share === null) {
      this.add(
        'cell-unused',
        'appraisal_from',
        'appraisal_from is filled without an appraisal_share',
        'fill in appraisal_share, or leave both blank',
      );
    }
    return share && { share, from };
  }

  add(code: Problem['code'], column: string, message: string, hint: string): void {
    const { record, merchant_id: merchantId, contract_id: contractId } = this.cells;
    this.problems.push(
      told(
        code,
        { file: CONTRACTS_FILE, record, column, merchantId },
        `contract ${contractId}: ${message}`,
        hint,
      ),
    );
  }
}
