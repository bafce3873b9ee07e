/** Rows of kpi-indicators.csv and kpi-bands.csv → what the score of a contract is computed from. */
import { groupBy } from '../group-by.js';
import { sum } from '../money/rational.js';
import type { Indicator } from '../pricing/contract.js';
import { problem, type Problem } from '../problem.js';
import { nearestWord } from '../words/nearest-word.js';
import type { RowOf } from './read-table.js';
import { KPI_BANDS, KPI_INDICATORS } from './table-specs.js';

export type IndicatorCells = RowOf<(typeof KPI_INDICATORS)['shape']>;
export type BandCells = RowOf<(typeof KPI_BANDS)['shape']>;

/** Indicators in the order of the file, their bands in rising order. */
export function indicatorsOf(
  rows: readonly IndicatorCells[],
  bandRows: readonly BandCells[],
  merchantId: string,
): { indicators: Indicator[]; problems: Problem[] } {
  const bands = groupBy(bandRows, ({ indicator }) => indicator);
  return {
    indicators: rows.map(({ indicator, weight }) => ({
      name: indicator,
      weight,
      bands: (bands.get(indicator) ?? [])
        .map(({ from, points }) => ({ from, points }))
        .sort((left, right) => (left.from.isAtMost(right.from) ? -1 : 1)),
    })),
    problems: [
      ...weightProblems(rows, merchantId),
      ...rows
        .filter(({ indicator }) => !bands.has(indicator))
        .map((row) => bandsMissing(row, merchantId)),
      ...bandsOfNothing(rows, bandRows, merchantId),
      ...[...bands.values()].flatMap((of) => [
        ...repeatedBands(of, merchantId),
        ...fallingBands(of, merchantId),
      ]),
    ],
  };
}

function weightProblems(rows: readonly IndicatorCells[], merchantId: string): Problem[] {
  const [first] = rows;
  if (first === undefined || !sum(rows.map(({ weight }) => weight)).isZero()) return [];
  const { record, contract_id: contractId } = first;
  const place = { file: KPI_INDICATORS.file, record, column: 'weight', merchantId };
  return [problem('number-out-of-range', place, { case: 'weights', contractId })];
}

function bandsMissing(
  { record, contract_id: contractId, indicator }: IndicatorCells,
  merchantId: string,
): Problem {
  const place = { file: KPI_INDICATORS.file, record, column: 'indicator', merchantId };
  return problem('bands-missing', place, { contractId, indicator });
}

function bandsOfNothing(
  rows: readonly IndicatorCells[],
  bandRows: readonly BandCells[],
  merchantId: string,
): Problem[] {
  const known = rows.map(({ indicator }) => indicator);
  return bandRows
    .filter(({ indicator }) => !known.includes(indicator))
    .map(({ record, contract_id: contractId, indicator }) =>
      problem(
        'indicator-unknown',
        { file: KPI_BANDS.file, record, column: 'indicator', merchantId },
        { contractId, indicator, nearest: nearestWord(indicator, known) },
      ),
    );
}

/** Two bands of an indicator that begin at one value say two things of it. */
function repeatedBands(rows: readonly BandCells[], merchantId: string): Problem[] {
  return rows.flatMap(({ record, from }, at) => {
    const earlier = rows.slice(0, at).find((one) => one.from.compare(from) === 0);
    if (earlier === undefined) return [];
    const columns = ['contract_id', 'indicator', 'from'];
    const place = { file: KPI_BANDS.file, record, column: 'from', merchantId };
    return [
      problem('key-conflict', place, { case: 'table', columns, otherRecord: earlier.record }),
    ];
  });
}

/** Bands are looked up by their value, whatever their order; one out of order is most likely a wrong digit. */
function fallingBands(rows: readonly BandCells[], merchantId: string): Problem[] {
  return rows.flatMap(({ record, from }, at) => {
    const before = rows[at - 1];
    if (before === undefined || before.from.isAtMost(from)) return [];
    const place = { file: KPI_BANDS.file, record, column: 'from', merchantId };
    return [problem('bands-not-rising', place, { recordBefore: before.record })];
  });
}
