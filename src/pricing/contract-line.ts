/** One line as a contract's rules make it: a quantity at a unit price, each with the term it came from. */
import { toMinorUnits, type MinorUnits } from '../money/amount.js';
import type { Rational } from '../money/rational.js';
import type { LocalDate } from '../period/local-date.js';
import { activeDates, type BillingSpan } from '../period/period.js';
import type { ContractTerms } from './contract.js';
import { product, valueOf, type Term } from './terms.js';

export const LINE_KINDS = [
  'salary',
  'appraisal',
  'cap',
  'base',
  'commission',
  'commission_cap',
  'hours',
  'ladder',
  'overflow',
  'fee',
  'consultations',
  'event',
  'custody',
  'surcharge',
  'discount',
  'minimum',
  'maximum',
  'charge',
  'adjustment',
] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** What a line is about, in the words of the input. */
interface LineSubject {
  readonly agent?: string;
  readonly shift?: string;
  readonly event?: string;
  readonly reason?: string;
  readonly surcharge?: string;
  readonly charge?: string;
}

/** How a line came about: the exact terms of what is multiplied. */
export interface LineTerms {
  readonly quantity: Term;
  readonly unitPrice: Term;
}

export interface ContractLine {
  readonly contractId: string;
  readonly kind: LineKind;
  readonly subject: LineSubject;
  readonly quantity: Rational;
  /** `month`, `day`, … or the code of a currency, where the quantity is an amount of money. */
  readonly unit: string;
  /** In major units of the contract's currency per unit; a share where the quantity is money. */
  readonly unitPrice: Rational;
  /** Quantity × unit price, rounded once, half away from zero, to the minor unit. */
  readonly amount: MinorUnits;
  readonly terms: LineTerms;
  readonly taxRate: Rational;
  readonly taxIncluded: boolean;
  /** The dates of the service, both included. */
  readonly serviceFrom: LocalDate;
  readonly serviceTo: LocalDate;
}

/** What a rule says of its line; the contract and the arithmetic say the rest. */
export interface LineParts {
  readonly kind: LineKind;
  readonly subject?: LineSubject;
  readonly quantity: Term;
  readonly unit: string;
  readonly unitPrice: Term;
  /** The dates of the service where they are not all active days of the contract. */
  readonly service?: { readonly from: LocalDate; readonly to: LocalDate };
}

/** The line that a contract bills in a span: its amount is the value of its terms, by construction. */
export function lineOf(
  contract: ContractTerms,
  span: BillingSpan,
  { kind, subject = {}, quantity, unit, unitPrice, service }: LineParts,
): ContractLine {
  const dates = service ?? servicePeriod(contract, span);
  return {
    contractId: contract.contractId,
    kind,
    subject,
    quantity: valueOf(quantity),
    unit,
    unitPrice: valueOf(unitPrice),
    amount: toMinorUnits(valueOf(amountTerm({ quantity, unitPrice })), contract.currency),
    terms: { quantity, unitPrice },
    taxRate: contract.taxRate,
    taxIncluded: contract.taxIncluded,
    serviceFrom: dates.from,
    serviceTo: dates.to,
  };
}

/** Quantity × unit price; the price alone where the quantity is a 1 of the rule. */
export function amountTerm({ quantity, unitPrice }: LineTerms): Term {
  const isOne = quantity.kind === 'figure' && quantity.name === 'constant';
  return isOne ? unitPrice : product(quantity, unitPrice);
}

/** The line alone, or none where it comes to 0. */
export function unlessZero(line: ContractLine): ContractLine[] {
  return line.amount === 0n ? [] : [line];
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
