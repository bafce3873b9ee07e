/** One line of a document: a quantity at a unit price, and the figures it came from. */
import { toMinorUnits, type MinorUnits } from '../money/amount.js';
import { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import { activeDates, type BillingSpan } from '../period/period.js';
import type { ContractTerms, Plan } from './contract.js';

type LineKind =
  | 'salary'
  | 'appraisal'
  | 'cap'
  | 'base'
  | 'commission'
  | 'ladder'
  | 'overflow'
  | 'event'
  | 'custody'
  | 'discount'
  | 'minimum'
  | 'adjustment';

/** The names under which a basis gives its figures. */
export type FigureName =
  | 'agent'
  | 'shift'
  | 'event'
  | 'agent_days'
  | 'standard_days'
  | 'consultations'
  | 'consultations_per_agent_day'
  | 'salary'
  | 'appraisal_share'
  | 'score'
  | 'agents_months'
  | 'seats'
  | 'rate'
  | 'lines_sum'
  | 'attributed_orders'
  | 'attributed_sales'
  | 'refunds'
  | 'late_refunds'
  | 'exchange_rate'
  | 'net_sales'
  | 'average_order_value'
  | 'tier_above'
  | 'tier_up_to'
  | 'days'
  | 'dates'
  | 'average_daily_consultations'
  | 'active_days'
  | 'period_days'
  | 'agents'
  | 'discount_rate'
  | 'minimum_fee'
  | 'reason'
  | 'approved_by';

/** One figure that an amount was computed from, as a plain decimal, date or word. */
export interface Figure {
  readonly name: FigureName;
  readonly value: string;
  /** What the figure is about where a line has several of a name: a currency, a month. */
  readonly of?: string;
}

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** `month`, `day`, … or the code of a currency, where the quantity is an amount of money. */
type Unit = string;

export interface Line {
  readonly contractId: string;
  readonly plan: Plan;
  readonly kind: LineKind;
  readonly description: Bilingual;
  readonly quantity: Rational;
  readonly unit: Unit;
  /** In major units of the contract's currency per unit. */
  readonly unitPrice: Rational;
  /** Quantity × unit price, rounded once, half away from zero, to the minor unit. */
  readonly amount: MinorUnits;
  readonly taxRate: Rational;
  readonly taxIncluded: boolean;
  /** The dates of the service, both included. */
  readonly serviceFrom: LocalDate;
  readonly serviceTo: LocalDate;
  readonly basis: readonly Figure[];
}

/** What a pricing rule says of its line; the contract and the arithmetic say the rest. */
export interface LineParts {
  readonly kind: LineKind;
  readonly description: Bilingual;
  readonly quantity: Rational;
  readonly unit: Unit;
  readonly unitPrice: Rational;
  readonly basis: readonly Figure[];
  /** The dates of the service where they are not all active days of the contract. */
  readonly service?: { readonly from: LocalDate; readonly to: LocalDate };
}

/** The line that a contract bills in a span. */
export function lineOf(
  contract: ContractTerms & { readonly plan: Plan },
  span: BillingSpan,
  { service, ...parts }: LineParts,
): Line {
  const dates = service ?? servicePeriod(contract, span);
  return {
    contractId: contract.contractId,
    plan: contract.plan,
    ...parts,
    amount: toMinorUnits(parts.quantity.times(parts.unitPrice), contract.currency),
    taxRate: contract.taxRate,
    taxIncluded: contract.taxIncluded,
    serviceFrom: dates.from,
    serviceTo: dates.to,
  };
}

/** A figure of a basis: a number, or a date or word as it is. */
export function figure(name: FigureName, value: Rational | string | number, of?: string): Figure {
  const text = value instanceof Rational ? value.toDecimal() : String(value);
  return of === undefined ? { name, value: text } : { name, value: text, of };
}

/** A contract without an active day, billed for late refunds alone, is shown with the whole span. */
function servicePeriod(
  contract: ContractTerms,
  span: BillingSpan,
): { from: LocalDate; to: LocalDate } {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  return active.days > 0
    ? { from: active.first, to: active.last }
    : { from: span.period.firstDay, to: span.through };
}
