/** Tiers of a contract, by scale: rising as they stand in the file, and open-ended where they must be. */
import { append } from '../append.js';
import { groupBy } from '../group-by.js';
import { Rational } from '../money/rational.js';
import type { ScaleTiers } from '../pricing/contract-reader.js';
import type { Scale } from '../pricing/contract.js';
import { problem, type Problem, type ProblemPlace } from '../problem.js';
import type { RowOf } from './read-table.js';
import type { CONTRACT_TIERS } from './table-specs.js';

export type TierRow = RowOf<(typeof CONTRACT_TIERS)['shape']>;

/** The tiers of one contract by scale; a problem belongs to the contract's merchant. */
export function tiersByScale(
  rows: readonly TierRow[],
  merchantId: string,
): { byScale: Map<Scale, ScaleTiers>; problems: Problem[] } {
  const byScale = new Map<Scale, ScaleTiers>();
  const problems: Problem[] = [];
  for (const [scale, of] of groupBy(rows, (row) => row.scale)) {
    append(problems, tierProblems(scale, of, merchantId));
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
  const problems = rows.flatMap((row, at) =>
    rowProblems(scale, row, rows[at - 1], rows[0], merchantId),
  );
  if (scale !== 'daily_consultations' && last.up_to !== null) {
    const place = placeOf(last, 'up_to', merchantId);
    problems.push(problem('tiers-open-end', place, { scale, upTo: last.up_to.toDecimal() }));
  }
  return problems;
}

function placeOf({ record }: TierRow, column: string, merchantId: string): ProblemPlace {
  return { file: 'contract-tiers.csv', record, column, merchantId };
}

function rowProblems(
  scale: Scale,
  row: TierRow,
  before: TierRow | undefined,
  first: TierRow,
  merchantId: string,
): Problem[] {
  const problems: Problem[] = [];
  const at = (column: string): ProblemPlace => placeOf(row, column, merchantId);
  if (before !== undefined && !rises(before, row)) {
    problems.push(problem('tiers-not-rising', at('up_to'), { recordBefore: before.record }));
  }
  if (!modeIsUsed(scale, row)) {
    problems.push(problem('cell-unused', at('mode'), { case: 'tier-mode', scale }));
  } else if (modeOf(row) !== modeOf(first)) {
    const told = { case: 'tier-mode', mode: modeOf(row), firstMode: modeOf(first) } as const;
    problems.push(problem('value-unknown', at('mode'), told));
  }
  if (isCommission(scale) && !row.price.isAtMost(Rational.ONE)) {
    const told = { case: 'commission-price', price: row.price.toDecimal() } as const;
    problems.push(problem('number-out-of-range', at('price'), told));
  }
  return problems;
}

function rises(before: TierRow, row: TierRow): boolean {
  if (before.up_to === null) return false;
  return row.up_to === null || !row.up_to.isAtMost(before.up_to);
}

function isCommission(scale: Scale): boolean {
  return scale === 'net_sales' || scale === 'average_order_value';
}

function modeIsUsed(scale: Scale, { mode }: TierRow): boolean {
  if (mode === null || scale === 'net_sales' || scale === 'monthly_consultations') return true;
  return scale === 'average_order_value' && mode === 'volume';
}
