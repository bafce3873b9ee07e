/**
 * A score from weighted indicators: k = Σ weight × points / (100 × Σ weight), the points being those of
 * the band with the largest `from` not above the value, 0 below all bands.
 *
 * > Weights 30, 20, 20, 20, 5, 5; points 85, 80, 100, 80, 80, 100:
 * > 25.5 + 16 + 20 + 16 + 4 + 5 = 86.5, k = 0.865.
 */
import { Rational } from '../money/rational.js';
import type { Indicator, IndicatorBand } from './contract.js';
import { constant, figure } from './figures.js';
import { figuresOf, product, quotient, result, sum, type Term } from './terms.js';

/** A measured value of the billed period, of an agent or of everybody. */
export interface IndicatorValue {
  /** null: it holds for each agent who has none of their own. */
  readonly agentId: string | null;
  readonly indicator: string;
  readonly value: Rational;
}

/** The score of an agent, or the indicators of which there is no value. */
export function scoreByIndicators(
  indicators: readonly Indicator[],
  values: readonly IndicatorValue[],
  agentId: string,
): Term | readonly string[] {
  const measured = indicators.map((indicator) => ({
    indicator,
    value: valueFor(indicator.name, values, agentId),
  }));
  const missing = measured.filter(({ value }) => value === undefined);
  if (missing.length > 0) return missing.map(({ indicator }) => indicator.name);
  const weighted = measured.flatMap(({ indicator, value }) =>
    value === undefined ? [] : [product(weightOf(indicator), pointsOf(indicator, value))],
  );
  const weights = sum(indicators.map(weightOf));
  return result('appraisal_score', quotient(sum(weighted), product(constant(100n), weights)));
}

/** An indicator as it went into a score. */
export interface MeasuredIndicator {
  readonly name: string;
  readonly weight: Rational;
  readonly value: Rational;
  /** Where its band begins; null: the value is below all bands. */
  readonly from: Rational | null;
  readonly points: Rational;
}

/** What a score was computed from, as its term says; nothing where the score was given. */
export function measuredIndicators(score: Term): MeasuredIndicator[] {
  const figures = figuresOf(score);
  return figures.flatMap(({ source, value: points }) => {
    if (source.table !== 'kpi-bands') return [];
    const { indicator: name, from, value } = source;
    const weight = figures.find(
      (one) => one.source.table === 'kpi-indicators' && one.source.indicator === name,
    );
    return weight === undefined ? [] : [{ name, weight: weight.value, value, from, points }];
  });
}

/** The agent's own value goes before the one that holds for everybody. */
function valueFor(
  indicator: string,
  values: readonly IndicatorValue[],
  agentId: string,
): IndicatorValue | undefined {
  const ofIndicator = values.filter((one) => one.indicator === indicator);
  return (
    ofIndicator.find((one) => one.agentId === agentId) ??
    ofIndicator.find((one) => one.agentId === null)
  );
}

function weightOf({ name, weight }: Indicator): Term {
  return figure(
    'indicator_weight',
    weight,
    { table: 'kpi-indicators', indicator: name },
    { of: name },
  );
}

function pointsOf({ name, bands }: Indicator, { value, agentId }: IndicatorValue): Term {
  const band = bandOf(bands, value);
  const from = band?.from ?? null;
  const source = { table: 'kpi-bands', indicator: name, from, value, valueOf: agentId } as const;
  return figure('indicator_points', band?.points ?? Rational.ZERO, source, { of: name });
}

function bandOf(bands: readonly IndicatorBand[], value: Rational): IndicatorBand | undefined {
  return bands.findLast(({ from }) => from.isAtMost(value));
}
