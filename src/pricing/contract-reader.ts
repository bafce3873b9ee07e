/** Reads the cells of one contract for its plan, and collects what is wrong with them. */
import { Rational } from '../money/rational.js';
import { problem, type Problem, type ProblemCode } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import type { ContractCells } from './contract-cells.js';
import type {
  AgentRate,
  Appraisal,
  Charge,
  ContractTerms,
  Indicator,
  Scale,
  Surcharge,
  Tiers,
  WorkedTimeTerms,
} from './contract.js';

const CONTRACTS_FILE = 'contracts.csv';

const STANDARD_DAYS = Rational.of(26n);
const HOURS_PER_DAY = Rational.of(8n);

/** The tiers of one scale of a contract. */
export interface ScaleTiers {
  readonly tiers: Tiers;
  readonly isGraduated: boolean;
  /** The record of the first of them in `contract-tiers.csv`. */
  readonly record: number;
}

/** What other tables say of a contract. */
export interface ContractAttachments {
  readonly tiersByScale: ReadonlyMap<Scale, ScaleTiers>;
  readonly surcharges: readonly Surcharge[];
  readonly charges: readonly Charge[];
  readonly indicators: readonly Indicator[];
}

export const NO_ATTACHMENTS: ContractAttachments = {
  tiersByScale: new Map(),
  surcharges: [],
  charges: [],
  indicators: [],
};

export class ContractReader {
  readonly problems: Problem[] = [];
  private hasWorkedTime = false;
  private hasAppraisal = false;

  constructor(
    readonly cells: ContractCells,
    private readonly attachments: ContractAttachments,
  ) {}

  get tiersByScale(): ReadonlyMap<Scale, ScaleTiers> {
    return this.attachments.tiersByScale;
  }

  /** What every contract says. */
  terms(): ContractTerms {
    const { cells } = this;
    if (cells.minimum_fee !== null && cells.maximum_fee !== null)
      this.checkFees(cells.minimum_fee, cells.maximum_fee);
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
      maximumFee: cells.maximum_fee,
      taxRate: cells.tax_rate,
      taxIncluded: cells.tax_included,
      paymentTerms: cells.payment_terms,
      charges: this.attachments.charges,
    };
  }

  /** Of a plan that is priced by worked time. */
  workedTime(): WorkedTimeTerms {
    this.hasWorkedTime = true;
    return { surcharges: this.attachments.surcharges };
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
    const { rate, plan, contract_id: contractId } = this.cells;
    if (rate === null) this.add('cell-blank', 'rate', { case: 'plan', contractId, plan });
    return rate ?? Rational.ZERO;
  }

  /** Of a plan that may appraise its agents. */
  appraisal(): Appraisal | null {
    this.hasAppraisal = true;
    const { appraisal_share: share, appraisal_from: from, contract_id: contractId } = this.cells;
    if (from !== null && share === null)
      this.add('cell-unused', 'appraisal_from', { case: 'appraisal-from', contractId });
    const { indicators } = this.attachments;
    return share && { share, from, indicators };
  }

  /** Tiers that a plan cannot do without. */
  tiersMissing(scales: readonly Scale[]): void {
    const { contract_id: contractId } = this.cells;
    this.add('tiers-missing', 'plan', { case: 'ladder', contractId, scales });
  }

  /** What is attached to the contract although its plan has no use for it. */
  checkAttachments(): void {
    const { surcharges, indicators } = this.attachments;
    const { contract_id: contractId, plan } = this.cells;
    if (surcharges.length > 0 && !this.hasWorkedTime)
      this.addTo('contract-surcharges.csv', 'attachment-unused', { contractId, plan });
    if (indicators.length > 0 && (!this.hasAppraisal || this.cells.appraisal_share === null))
      this.addTo('kpi-indicators.csv', 'attachment-unused', { contractId, plan });
  }

  add<Code extends ProblemCode>(code: Code, column: string, values: ProblemValues[Code]): void {
    const { record, merchant_id: merchantId } = this.cells;
    this.problems.push(problem(code, { file: CONTRACTS_FILE, record, column, merchantId }, values));
  }

  private addTo<Code extends ProblemCode>(
    file: string,
    code: Code,
    values: ProblemValues[Code],
  ): void {
    const { merchant_id: merchantId } = this.cells;
    this.problems.push(problem(code, { file, column: 'contract_id', merchantId }, values));
  }

  private checkFees(minimum: Rational, maximum: Rational): void {
    if (minimum.isAtMost(maximum)) return;
    const { contract_id: contractId } = this.cells;
    this.add('number-out-of-range', 'maximum_fee', {
      case: 'fees',
      contractId,
      minimumFee: minimum.toDecimal(),
      maximumFee: maximum.toDecimal(),
    });
  }
}
