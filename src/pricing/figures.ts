/** Figures: named numbers, exact, each with its source. The names and the sources are closed lists. */
import type { Currency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import type { Scale } from './contract.js';

/** What a number is. `words/figure-words.ts` has a word for each. */
export type FigureName =
  | 'constant'
  // of people's work
  | 'agent_days'
  | 'agents'
  | 'days'
  | 'hours'
  | 'surcharged_days'
  | 'surcharged_hours'
  // of contracts
  | 'rate'
  | 'seats'
  | 'standard_days'
  | 'appraisal_share'
  | 'commission_rate'
  | 'discount_rate'
  | 'overflow_rate'
  | 'minimum_fee'
  | 'maximum_fee'
  | 'commission_cap'
  | 'included_consultations'
  | 'multiplier'
  | 'charge_quantity'
  | 'charge_price'
  | 'charged_days'
  | 'tier_price'
  | 'tier_rate'
  | 'tier_above'
  | 'tier_up_to'
  | 'last_tier'
  // of a month
  | 'active_days'
  | 'period_days'
  // of what shoppers do
  | 'consultations'
  | 'attributed_sales'
  | 'attributed_orders'
  | 'refunds'
  | 'late_refunds'
  // of what people keep by hand
  | 'score'
  | 'indicator_weight'
  | 'indicator_points'
  | 'exchange_rate'
  | 'adjustment'
  // of the document itself
  | 'line'
  | 'net'
  | 'tax'
  | 'tax_rate';

/** What an expression comes to, where a reader wants to see it. */
export type ResultName =
  | 'months'
  | 'agents_months'
  | 'agent_day_rate'
  | 'appraisal_score'
  | 'consultations_per_agent_day'
  | 'daily_average'
  | 'average_order_value'
  | 'net_sales'
  | 'converted_sales'
  | 'sales_slice'
  | 'consultations_beyond'
  | 'part_of_month'
  | 'included'
  | 'beyond_included'
  | 'consultations_slice'
  | 'lines_sum'
  | 'minimum'
  | 'maximum'
  | 'missing_to_minimum'
  | 'taxed_lines'
  | 'net_of_tax'
  | 'tax';

/** Which table a figure comes from, and which of its rows. */
export type Source =
  | { readonly table: 'rule' }
  | { readonly table: 'period' }
  | { readonly table: 'contracts'; readonly column: string }
  /** `upTo` is null for a tier without end. */
  | {
      readonly table: 'contract-tiers';
      readonly scale: Scale;
      readonly upTo: Rational | null;
    }
  | {
      readonly table: 'shifts';
      /** null: of all agents. */
      readonly agentId: string | null;
      /** null: of all shift names. */
      readonly shift: string | null;
      /** null: of all dates. */
      readonly dates: readonly LocalDate[] | null;
    }
  /** Days `YYYY-MM-DD`, or the whole month `YYYY-MM` of a contract's days. */
  | { readonly table: 'consultations'; readonly dates: readonly string[] }
  | { readonly table: 'orders'; readonly currency: string }
  /** `orderPeriod`: the month of the refunded orders. */
  | { readonly table: 'refunds'; readonly currency: string; readonly orderPeriod: string }
  | { readonly table: 'event-days'; readonly event: string; readonly date: LocalDate }
  | { readonly table: 'kpi-scores'; readonly agentId: string }
  | { readonly table: 'kpi-indicators'; readonly indicator: string }
  /** `valueOf`: whose value picked the band; null: the one that holds for everybody. */
  | {
      readonly table: 'kpi-bands';
      readonly indicator: string;
      readonly from: Rational | null;
      readonly value: Rational;
      readonly valueOf: string | null;
    }
  | { readonly table: 'contract-surcharges'; readonly surcharge: string }
  | { readonly table: 'charges'; readonly chargeId: string }
  | { readonly table: 'exchange-rates'; readonly from: string; readonly to: string }
  | {
      readonly table: 'adjustments';
      readonly adjustmentId: string;
      readonly approvedBy: string;
    }
  /** A line of the same contract and document; 1 is the contract's first. */
  | { readonly table: 'lines'; readonly position: number };

/** A named number: what all terms are made of. */
export interface Figure {
  readonly kind: 'figure';
  readonly name: FigureName;
  readonly value: Rational;
  /** The currency of an amount of money in major units; null for any other number. */
  readonly currency: Currency | null;
  /** What the figure is about where a term has several of a name: a date, a month, a currency. */
  readonly of: string | null;
  readonly source: Source;
}

export function figure(
  name: FigureName,
  value: Rational | bigint,
  source: Source,
  about: { readonly of?: string; readonly currency?: Currency } = {},
): Figure {
  return {
    kind: 'figure',
    name,
    value: typeof value === 'bigint' ? Rational.of(value) : value,
    currency: about.currency ?? null,
    of: about.of ?? null,
    source,
  };
}

/** A number that the rule itself holds, such as the 1 of `min(1, …)`. */
export function constant(value: bigint): Figure {
  return figure('constant', value, { table: 'rule' });
}

/** A price or a number that the contract states. */
export function contractFigure(name: FigureName, value: Rational, currency?: Currency): Figure {
  const source = { table: 'contracts', column: name } as const;
  return figure(name, value, source, currency === undefined ? {} : { currency });
}
