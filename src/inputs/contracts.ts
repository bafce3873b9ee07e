/** Rows of contracts.csv and contract-tiers.csv → contracts. */
import { Rational } from '../money/rational.js';
import type {
  AgentRate,
  CommissionRate,
  Contract,
  ContractTerms,
  LadderScale,
  Plan,
  Scale,
} from '../pricing/contract.js';
import { blockedMerchants, problem, type Problem } from '../problem.js';
import { tiersByScale, type ScaleTiers, type TierRow } from './contract-tiers.js';
import { didYouMean } from './did-you-mean.js';
import type { RowOf } from './strict-csv.js';
import type { CONTRACTS } from './tables.js';

export type ContractRow = RowOf<(typeof CONTRACTS)['shape']>;
type Column = keyof ContractRow;

const FILE = 'contracts.csv';
const STANDARD_DAYS = Rational.of(26n);
const HOURS_PER_DAY = Rational.of(8n);
const WINDOW_START = 8 * 60;
const WINDOW_END = 24 * 60;

/** The columns that plans use besides those of every contract. */
const PLAN_COLUMNS: Readonly<Record<Plan, readonly Column[]>> = {
  fixed_salary: [
    'seats',
    'rate',
    'standard_days',
    'hours_per_day',
    'appraisal_share',
    'appraisal_from',
  ],
  base_commission: [
    'seats',
    'rate',
    'standard_days',
    'hours_per_day',
    'commission_rate',
    'partial_refunds',
  ],
  consultation_ladder: ['overflow_rate'],
  event_hosting: ['rate'],
  temporary_custody: ['rate', 'seats', 'window_start', 'window_end'],
};
const ALL_PLAN_COLUMNS: readonly Column[] = [...new Set(Object.values(PLAN_COLUMNS).flat())];

const LADDER_SCALES: readonly LadderScale[] = [
  'daily_consultations',
  'average_daily_consultations',
  'previous_average_daily_consultations',
];
const COMMISSION_SCALES: readonly Scale[] = ['net_sales', 'average_order_value'];

const PLAN_SCALES: Readonly<Record<Plan, readonly Scale[]>> = {
  fixed_salary: ['consultations_per_agent_day'],
  base_commission: ['consultations_per_agent_day', ...COMMISSION_SCALES],
  consultation_ladder: LADDER_SCALES,
  event_hosting: [],
  temporary_custody: [],
};

/** Contracts in order of id; one with a problem is left out, and blocks its merchant. */
export function buildContracts(
  rows: readonly ContractRow[],
  tierRows: readonly TierRow[],
  merchantIds: ReadonlySet<string>,
): { contracts: Contract[]; problems: Problem[] } {
  const problems = [...unknownMerchants(rows, merchantIds), ...unknownContracts(rows, tierRows)];
  const contracts: Contract[] = [];
  for (const row of rows) {
    const own = tierRows.filter(({ contract_id }) => contract_id === row.contract_id);
    const built = new ContractBuilder(row, own).build();
    problems.push(...built.problems);
    if (built.contract !== null) contracts.push(built.contract);
  }
  const blocked = blockedMerchants(problems);
  return {
    contracts: contracts
      .filter(({ merchantId }) => merchantIds.has(merchantId) && !blocked.has(merchantId))
      .sort((left, right) => (left.contractId < right.contractId ? -1 : 1)),
    problems,
  };
}

/** Builds one contract, and collects what is wrong with its row. */
class ContractBuilder {
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
        problem(
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
        'correct window_start or window_end',
      );
    return end;
  }

  private add(code: Problem['code'], column: string, message: string, hint: string): void {
    const { record, merchant_id: merchantId, contract_id: contractId } = this.row;
    this.problems.push(
      problem(
        code,
        { file: FILE, record, column, merchantId },
        `contract ${contractId}: ${message}`,
        hint,
      ),
    );
  }
}

function unknownMerchants(rows: readonly ContractRow[], known: ReadonlySet<string>): Problem[] {
  return rows
    .filter(({ merchant_id }) => !known.has(merchant_id))
    .map(({ record, merchant_id, contract_id }) =>
      problem(
        'merchant-unknown',
        { file: FILE, record, column: 'merchant_id' },
        `contract ${contract_id} is of merchant ${JSON.stringify(merchant_id)}, who is not in merchants.csv`,
        `${didYouMean(merchant_id, [...known])} Otherwise add the merchant`,
      ),
    );
}

function unknownContracts(rows: readonly ContractRow[], tierRows: readonly TierRow[]): Problem[] {
  const known = new Set(rows.map(({ contract_id }) => contract_id));
  return tierRows
    .filter(({ contract_id }) => !known.has(contract_id))
    .map(({ record, contract_id }) =>
      problem(
        'contract-unknown',
        { file: 'contract-tiers.csv', record, column: 'contract_id' },
        `the contract ${JSON.stringify(contract_id)} is not in contracts.csv, or its row cannot be read`,
        `${didYouMean(contract_id, [...known])} Otherwise add the contract`,
      ),
    );
}
