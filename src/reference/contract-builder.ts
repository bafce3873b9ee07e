/** One row of contracts.csv and its tiers → a contract, or what is wrong with them. */
import { Rational } from '../money/rational.js';
import type {
  AgentRate,
  CommissionRate,
  Contract,
  ContractTerms,
  Scale,
} from '../pricing/contract.js';
import { told, type Problem } from '../problem.js';
import { tiersByScale, type ScaleTiers, type TierRow } from './contract-tiers.js';
import {
  ALL_PLAN_COLUMNS,
  COMMISSION_SCALES,
  LADDER_SCALES,
  PLAN_COLUMNS,
  PLAN_SCALES,
  type ContractRow,
} from './plan-columns.js';
import { CONTRACTS } from './tables.js';

const FILE = CONTRACTS.file;
const STANDARD_DAYS = Rational.of(26n);
const HOURS_PER_DAY = Rational.of(8n);
const WINDOW_START = 8 * 60;
const WINDOW_END = 24 * 60;

/** Builds one contract, and collects what is wrong with its row. */
export class ContractBuilder {
  private readonly problems: Problem[] = [];
  private readonly byScale: ReadonlyMap<Scale, ScaleTiers>;

  constructor(
    private readonly row: ContractRow,
    tierRows: readonly TierRow[],
  ) {
    const { byScale, problems } = tiersByScale(tierRows, row.merchant_id);
    this.byScale = byScale;
    this.problems.push(...problems);
  }

  build(): { contract: Contract | null; problems: readonly Problem[] } {
    this.checkRow();
    const contract = this.ofPlan();
    return { contract: this.problems.length === 0 ? contract : null, problems: this.problems };
  }

  private checkRow(): void {
    const { row } = this;
    const used = PLAN_COLUMNS[row.plan];
    for (const column of ALL_PLAN_COLUMNS) {
      if (used.includes(column) || row[column] === null) continue;
      this.add(
        'cell-unused',
        column,
        `${column} is filled, and plan ${row.plan} does not use it`,
        'leave it blank, or choose the plan that was meant',
      );
    }
    if (row.ends_on !== null && row.ends_on < row.starts_on) {
      this.add(
        'contract-dates',
        'ends_on',
        `the contract ends on ${row.ends_on}, before it starts on ${row.starts_on}`,
        'correct one of the dates',
      );
    }
    if (row.appraisal_from !== null && row.appraisal_share === null) {
      this.add(
        'cell-unused',
        'appraisal_from',
        'appraisal_from is filled without an appraisal_share',
        'fill in appraisal_share, or leave both blank',
      );
    }
    for (const [scale, { record }] of this.byScale) {
      if (PLAN_SCALES[row.plan].includes(scale)) continue;
      this.problems.push(
        told(
          'tiers-unused',
          { file: 'contract-tiers.csv', record, column: 'scale', merchantId: row.merchant_id },
          `plan ${row.plan} of ${row.contract_id} does not use tiers of ${scale}`,
          'take the tiers out, or choose the plan that was meant',
        ),
      );
    }
  }

  private ofPlan(): Contract | null {
    const { row } = this;
    switch (row.plan) {
      case 'fixed_salary':
        return {
          ...this.terms(),
          ...this.agentRate(),
          plan: row.plan,
          appraisal: row.appraisal_share && {
            share: row.appraisal_share,
            from: row.appraisal_from,
          },
        };
      case 'base_commission': {
        const commission = this.commission();
        const base = { ...this.terms(), ...this.agentRate(), plan: row.plan };
        return (
          commission && { ...base, commission, partialRefunds: row.partial_refunds ?? 'deduct' }
        );
      }
      case 'consultation_ladder':
        return this.ladder();
      case 'event_hosting':
        return { ...this.terms(), plan: row.plan, rate: this.rate() };
      case 'temporary_custody':
        return {
          ...this.terms(),
          plan: row.plan,
          rate: this.rate(),
          seats: this.wholeSeats(),
          windowStartMinute: row.window_start ?? WINDOW_START,
          windowEndMinute: this.windowEnd(),
        };
    }
  }

  private terms(): ContractTerms {
    const { row } = this;
    return {
      contractId: row.contract_id,
      merchantId: row.merchant_id,
      storeId: row.store_id,
      role: row.role ?? 'pre_sales',
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      currency: row.currency,
      discountRate: row.discount_rate,
      minimumFee: row.minimum_fee,
      taxRate: row.tax_rate,
      taxIncluded: row.tax_included,
      paymentTerms: row.payment_terms,
    };
  }

  private agentRate(): AgentRate {
    const workload = this.byScale.get('consultations_per_agent_day')?.tiers ?? null;
    return {
      rate: workload === null ? this.rate() : this.row.rate,
      workload,
      seats: this.row.seats,
      standardDays: this.row.standard_days ?? STANDARD_DAYS,
      hoursPerDay: this.row.hours_per_day ?? HOURS_PER_DAY,
    };
  }

  private rate(): Rational {
    if (this.row.rate === null) {
      this.add(
        'cell-blank',
        'rate',
        `rate is blank, and plan ${this.row.plan} needs it`,
        'fill it in',
      );
    }
    return this.row.rate ?? Rational.ZERO;
  }

  private commission(): CommissionRate | null {
    const rate = this.row.commission_rate;
    const scales = COMMISSION_SCALES.filter((scale) => this.byScale.has(scale));
    if ((rate === null ? 0 : 1) + scales.length !== 1) {
      const [code, message] =
        rate === null && scales.length === 0
          ? (['tiers-missing', 'there is neither a commission_rate nor commission tiers'] as const)
          : ([
              'cell-unused',
              'there is more than one of commission_rate and scales of commission tiers',
            ] as const);
      this.add(code, 'commission_rate', message, 'give exactly one of them');
      return null;
    }
    if (rate !== null) return { scale: 'flat', rate };
    const sales = this.byScale.get('net_sales');
    if (sales)
      return {
        scale: 'net_sales',
        mode: sales.isGraduated ? 'graduated' : 'volume',
        tiers: sales.tiers,
      };
    const value = this.byScale.get('average_order_value');
    return value ? { scale: 'average_order_value', tiers: value.tiers } : null;
  }

  private ladder(): Contract | null {
    const scales = LADDER_SCALES.filter((scale) => this.byScale.has(scale));
    const [scale] = scales;
    const tiers = scale && this.byScale.get(scale)?.tiers;
    if (scale === undefined || tiers === undefined || scales.length > 1) {
      this.add(
        'tiers-missing',
        'plan',
        `a ladder needs tiers of exactly one of ${LADDER_SCALES.join(', ')}`,
        'add them to contract-tiers.csv',
      );
      return null;
    }
    if (scale !== 'daily_consultations' && this.row.overflow_rate !== null) {
      this.add(
        'cell-unused',
        'overflow_rate',
        `overflow_rate is filled, and scale ${scale} does not use it`,
        'leave it blank',
      );
    }
    return {
      ...this.terms(),
      plan: 'consultation_ladder',
      scale,
      tiers,
      overflowRate: this.row.overflow_rate,
    };
  }

  private wholeSeats(): number | null {
    const { seats } = this.row;
    if (seats !== null && !seats.isWhole()) {
      this.add(
        'number-out-of-range',
        'seats',
        `seats is ${seats.toDecimal()}, and custody counts whole agents`,
        'write a whole number',
      );
    }
    return seats === null ? null : Number(seats.numerator);
  }

  private windowEnd(): number {
    const start = this.row.window_start ?? WINDOW_START;
    const end = this.row.window_end ?? WINDOW_END;
    if (end <= start)
      this.add(
        'number-out-of-range',
        'window_end',
        'the window ends before it starts',
        'correct window_start or window_end; a window over midnight is not supported',
      );
    return end;
  }

  private add(code: Problem['code'], column: string, message: string, hint: string): void {
    const { record, merchant_id: merchantId, contract_id: contractId } = this.row;
    this.problems.push(
      told(
        code,
        { file: FILE, record, column, merchantId },
        `contract ${contractId}: ${message}`,
        hint,
      ),
    );
  }
}
