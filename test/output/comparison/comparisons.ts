/** Comparisons for tests of what is written of them. */
import { Rational } from '../../../src/money/rational.js';
import type { Merchant } from '../../../src/documents/document.js';
import type {
  BreakEven,
  ComparedOffer,
  ComparisonCell,
  ComparisonData,
} from '../../../src/output/comparison/comparison-data.js';
import { problem } from '../../../src/problem.js';
import { CNY } from '../../documents/accounts/books.js';
import { PROVIDER } from '../pdf/documents.js';

export const OFFERS: readonly ComparedOffer[] = [
  { offerId: 'salary', name: '5,200 a month', currency: CNY, saysTax: false },
  { offerId: 'base', name: '1,500 and 2 %', currency: CNY, saysTax: false },
  { offerId: 'event', name: '200 an event day', currency: CNY, saysTax: false },
];

const NO_SHIFTS = problem(
  'offer-without-shifts',
  { file: 'offers.csv' },
  { offerId: 'salary', role: 'pre_sales', period: '2026-10' },
);

export function merchant(merchantId: string, name = `Shop ${merchantId}`): Merchant {
  const blank = { legalName: name, taxId: '', address: '', email: '' };
  return { merchantId, name, ...blank, language: 'en' };
}

export function cell(
  offerId: string,
  total: bigint | null,
  changes: Partial<ComparisonCell> = {},
): ComparisonCell {
  return {
    merchantId: 'M1',
    period: '2026-10',
    offerId,
    total,
    hasLines: total !== null && total !== 0n,
    billed: 500_000n,
    reason: total === null ? NO_SHIFTS : null,
    ...changes,
  };
}

export const MEETING: BreakEven = {
  merchantId: 'M1',
  period: '2026-10',
  currency: CNY,
  measure: 'net_sales',
  cheaperId: 'salary',
  otherId: 'base',
  at: 18_500_000n,
  had: 12_000_000n,
  commissionRate: Rational.of(2n, 100n),
};

/** M1: 5,200.00, 3,900.00 and nothing, where 5,000.00 were billed. */
export const CELLS = [cell('salary', 520_000n), cell('base', 390_000n), cell('event', 0n)];

export function comparisonOf(
  cells: readonly ComparisonCell[] = CELLS,
  changes: Partial<ComparisonData> = {},
): ComparisonData {
  return {
    provider: PROVIDER,
    logo: null,
    periods: ['2026-10'],
    offers: OFFERS,
    merchants: [merchant('M1', 'Lotus Home')],
    cells,
    breakEvens: [MEETING],
    ...changes,
  };
}
