/** Tiers of a contract, by scale: rising as they stand in the file, and open-ended where they must be. */
import { groupBy } from '../group-by.js';
import { Rational } from '../money/rational.js';
import type { ScaleTiers } from '../pricing/contract-reader.js';
import type { Scale } from '../pricing/contract.js';
import { told, type Problem, type ProblemCode } from '../problem.js';
import type { RowOf } from './strict-csv.js';
import type { CONTRACT_TIERS } from './tables.js';

export type TierRow = RowOf<(typeof CONTRACT_TIERS)['shape']>;

/** The tiers of one contract by scale; a problem belongs to the contract's merchant. */
export function tiersByScale(
  rows: readonly TierRow[],
  merchantId: string,
): { byScale: Map<Scale, ScaleTiers>; problems: Problem[] } {
  const byScale = new Map<Scale, ScaleTiers>();
  const problems: Problem[] = [];
  for (const [scale, of] of groupBy(rows, (row) => row.scale)) {
    problems.push(...tierProblems(scale, of, merchantId));
    const [first, ...rest] = of.map(({ up_to, price }) => ({ upTo: up_to, price }));
    if (first === undefined) continue;
    const isGraduated = modeOf(of[0]) === 'graduated';
    byScale.set(scale, { tiers: [first, ...rest], isGraduated, record: of[0].record });
  }
  return { byScale, problems };
}

/** A blank mode is volume. */
function modeOf({ mode }: TierRow): 'volume' | 'graduated' {
  return mode ?? 'volume';
}

function tierProblems(
  scale: Scale,
  rows: readonly [TierRow, ...TierRow[]],
  merchantId: string,
): Problem[] {
  const last = rows.at(-1) ?? rows[0];
  const faults = rows.flatMap((row, at) => rowFaults(scale, row, rows[at - 1], rows[0]));
  if (scale !== 'daily_consultations' && last.up_to !== null) {
    faults.push({
      code: 'tiers-open-end',
      row: last,
      column: 'up_to',
      message: `the last tier of ${scale} ends at ${last.up_to.toDecimal()}`,
      hint: 'leave up_to of the last tier blank',
    });
  }
  return faults.map(({ code, row, column, message, hint }) =>
    told(
      code,
      { file: 'contract-tiers.csv', record: row.record, column, merchantId },
      message,
      hint,
    ),
  );
}

interface TierFault {
  readonly code: ProblemCode;
  readonly row: TierRow;
  readonly column: string;
  readonly message: string;
  readonly hint: string;
}

function rowFaults(
  scale: Scale,
  row: TierRow,
  before: TierRow | undefined,
  first: TierRow,
): TierFault[] {
  const faults: TierFault[] = [];
  if (before !== undefined && !rises(before, row)) {
    faults.push({
      code: 'tiers-not-rising',
      row,
      column: 'up_to',
      message: `up_to is not above that of the tier before it, in record ${before.record}`,
      hint: 'put the tiers in rising order; only the last may be blank',
    });
  }
  if (!modeIsUsed(scale, row)) {
    faults.push({
      code: 'cell-unused',
      row,
      column: 'mode',
      message: `mode is filled, and scale ${scale} does not use it so`,
      hint: 'leave it blank',
    });
  } else if (modeOf(row) !== modeOf(first)) {
    faults.push({
      code: 'value-unknown',
      row,
      column: 'mode',
      message: `mode is ${modeOf(row)}, and that of the first tier ${modeOf(first)}`,
      hint: 'give all tiers of a scale one mode; a blank one is volume',
    });
  }
  if (isCommission(scale) && !row.price.isAtMost(Rational.ONE)) {
    faults.push({
      code: 'number-out-of-range',
      row,
      column: 'price',
      message: `price is ${row.price.toDecimal()}, and a commission is from 0 to 1`,
      hint: 'write a decimal fraction, 0.02 for 2 %',
    });
  }
  return faults;
}

function rises(before: TierRow, row: TierRow): boolean {
  if (before.up_to === null) return false;
  return row.up_to === null || !row.up_to.isAtMost(before.up_to);
}

function isCommission(scale: Scale): boolean {
  return scale === 'net_sales' || scale === 'average_order_value';
}

function modeIsUsed(scale: Scale, { mode }: TierRow): boolean {
  if (mode === null || scale === 'net_sales') return true;
  return scale === 'average_order_value' && mode === 'volume';
}
