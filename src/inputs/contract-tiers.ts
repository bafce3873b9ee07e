/** Tiers of a contract, by scale: rising as they stand in the file, and open-ended where they must be. */
import type { Scale, Tiers } from '../pricing/contract.js';
import { problem, type Problem, type ProblemCode } from '../problem.js';
import type { RowOf } from './strict-csv.js';
import type { CONTRACT_TIERS } from './tables.js';

export type TierRow = RowOf<(typeof CONTRACT_TIERS)['shape']>;

export interface ScaleTiers {
  readonly tiers: Tiers;
  readonly isGraduated: boolean;
  readonly record: number;
}

/** The tiers of one contract by scale; a problem belongs to the contract's merchant. */
export function tiersByScale(
  rows: readonly TierRow[],
  merchantId: string,
): { byScale: Map<Scale, ScaleTiers>; problems: Problem[] } {
  const grouped = new Map<Scale, [TierRow, ...TierRow[]]>();
  for (const row of rows) {
    const known = grouped.get(row.scale);
    if (known === undefined) grouped.set(row.scale, [row]);
    else known.push(row);
  }
  const byScale = new Map<Scale, ScaleTiers>();
  const problems: Problem[] = [];
  for (const [scale, of] of grouped) {
    problems.push(...tierProblems(scale, of, merchantId));
    const [first, ...rest] = of.map(({ up_to, price }) => ({ upTo: up_to, price }));
    if (first === undefined) continue;
    const isGraduated = of[0].mode === 'graduated';
    byScale.set(scale, { tiers: [first, ...rest], isGraduated, record: of[0].record });
  }
  return { byScale, problems };
}

function tierProblems(
  scale: Scale,
  rows: readonly [TierRow, ...TierRow[]],
  merchantId: string,
): Problem[] {
  const problems: Problem[] = [];
  const add = (
    code: ProblemCode,
    row: TierRow,
    column: string,
    message: string,
    hint: string,
  ): void => {
    problems.push(
      problem(
        code,
        { file: 'contract-tiers.csv', record: row.record, column, merchantId },
        message,
        hint,
      ),
    );
  };
  for (const [at, row] of rows.entries()) {
    const before = rows[at - 1];
    if (
      before !== undefined &&
      (before.up_to === null || (row.up_to?.isAtMost(before.up_to) ?? false))
    ) {
      add(
        'tiers-not-rising',
        row,
        'up_to',
        `up_to is not above that of the tier before it, in record ${before.record}`,
        'put the tiers in rising order; only the last may be blank',
      );
    }
    if (row.mode !== rows[0].mode) {
      add(
        'value-unknown',
        row,
        'mode',
        'mode is not that of the first tier',
        'give all tiers of a scale one mode',
      );
    }
  }
  const last = rows.at(-1) ?? rows[0];
  if (scale !== 'daily_consultations' && last.up_to !== null) {
    add(
      'tiers-open-end',
      last,
      'up_to',
      `the last tier of ${scale} ends at ${last.up_to.toDecimal()}`,
      'leave up_to of the last tier blank',
    );
  }
  const modeIsUsed =
    scale === 'net_sales' || (scale === 'average_order_value' && rows[0].mode === 'volume');
  if (rows[0].mode !== null && !modeIsUsed) {
    add(
      'cell-unused',
      rows[0],
      'mode',
      `mode is filled, and scale ${scale} does not use it so`,
      'leave it blank',
    );
  }
  return problems;
}
