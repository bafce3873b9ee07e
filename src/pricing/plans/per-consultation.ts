/**
 * `per_consultation`: a price for each consultation, perhaps with a monthly fee that includes some.
 * `rate` is the fee and `included_consultations` what it includes, both × active days / period days.
 * A day without any row is a problem: no data is not zero.
 *
 * > 3,500 with 3,100 included, 2.00 beyond: 3,420 in the month: 3,500.00 + 320 × 2.00 = 4,140.00.
 * > Graduated 0.80 up to 2,000, 0.60 beyond, no fee: 3,500 consultations: 1,600.00 + 900.00 = 2,500.00.
 */
import { Rational } from '../../money/rational.js';
import { activeDates } from '../../period/period.js';
import { activeShare } from '../active-share.js';
import { consultationsFigure, missingDays } from '../consultation-days.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractTerms, Tiers } from '../contract.js';
import { constant, contractFigure } from '../figures.js';
import { consultationsLines } from '../lines/consultations.js';
import { feeLine } from '../lines/fee.js';
import { priced, type PricedLines } from '../priced.js';
import { atLeast, difference, product, result, valueOf, type Term } from '../terms.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

const SCALE = 'monthly_consultations';

export interface PerConsultationContract extends ContractTerms {
  readonly plan: 'per_consultation';
  /** The fee per month; null: none. */
  readonly rate: Rational | null;
  /** What a whole month includes. */
  readonly includedConsultations: Rational;
  readonly mode: 'volume' | 'graduated';
  /** Prices per consultation, counted from the first beyond the included ones. */
  readonly tiers: Tiers;
}

export const perConsultation = {
  plan: 'per_consultation',
  facts: ['consultations'],
  columns: ['rate', 'included_consultations'],
  scales: [SCALE],
  contractOf,
  price: pricePerConsultation,
} as const satisfies PlanDefinition<PerConsultationContract>;

function contractOf(reader: ContractReader): PerConsultationContract | null {
  const tiers = reader.tiersByScale.get(SCALE);
  if (tiers === undefined) {
    reader.tiersMissing([SCALE]);
    return null;
  }
  return {
    ...reader.terms(),
    plan: 'per_consultation',
    rate: reader.cells.rate,
    includedConsultations: reader.cells.included_consultations ?? Rational.ZERO,
    mode: tiers.isGraduated ? 'graduated' : 'volume',
    tiers: tiers.tiers,
  };
}

/** The fee, where there is one; then the consultations beyond, where there are any. */
function pricePerConsultation(
  contract: PerConsultationContract,
  usage: Usage,
  { span }: PricingContext,
): PricedLines {
  const active = activeDates(span, contract.startsOn, contract.endsOn);
  if (active.days === 0) return priced([]);
  const missing = missingDays(contract, active, usage.consultationDays);
  if (missing.length > 0) return priced([], missing);
  const fee = contract.rate === null ? [] : [feeLine(contract, span, contract.rate)];
  const all = consultationsFigure(usage.consultationDays, [span.period.id]);
  const beyond = beyondIncluded(all, contract, activeShare(contract, span));
  if (valueOf(beyond).isZero()) return priced(fee);
  const ladder = { scale: SCALE, tiers: contract.tiers, currency: contract.currency } as const;
  return priced([...fee, ...consultationsLines(contract, span, ladder, contract.mode, beyond)]);
}

/** max(0, consultations − included × active days / period days). */
function beyondIncluded(
  all: Term,
  { includedConsultations }: PerConsultationContract,
  share: Term,
): Term {
  if (includedConsultations.isZero()) return all;
  const full = contractFigure('included_consultations', includedConsultations);
  const included = result('included', product(full, share));
  return result('beyond_included', atLeast(difference(all, included), constant(0n)));
}
