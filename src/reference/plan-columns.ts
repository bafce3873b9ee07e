/** What each plan uses: the columns of its contract, and the scales of its tiers. */
import type { LadderScale, Plan, Scale } from '../pricing/contract.js';
import type { RowOf } from './strict-csv.js';
import type { CONTRACTS } from './tables.js';

export type ContractRow = RowOf<(typeof CONTRACTS)['shape']>;

type Column = keyof ContractRow;

/** The columns that plans use besides those of every contract. */
export const PLAN_COLUMNS: Readonly<Record<Plan, readonly Column[]>> = {
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
export const ALL_PLAN_COLUMNS: readonly Column[] = [...new Set(Object.values(PLAN_COLUMNS).flat())];

/** A ladder has tiers of exactly one of these. */
export const LADDER_SCALES: readonly LadderScale[] = [
  'daily_consultations',
  'average_daily_consultations',
  'previous_average_daily_consultations',
];
/** Tiers of one of these stand in place of a commission_rate. */
export const COMMISSION_SCALES: readonly Scale[] = ['net_sales', 'average_order_value'];

/** The scales of tiers that plans use. */
export const PLAN_SCALES: Readonly<Record<Plan, readonly Scale[]>> = {
  fixed_salary: ['consultations_per_agent_day'],
  base_commission: ['consultations_per_agent_day', ...COMMISSION_SCALES],
  consultation_ladder: LADDER_SCALES,
  event_hosting: [],
  temporary_custody: [],
};
