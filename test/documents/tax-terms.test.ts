/** How tax came about, as terms whose figures are the lines of the document. */
import { expect, it } from 'vitest';
import { taxTerms, totalTerm } from '../../src/documents/tax-terms.js';
import { figuresOf, valueOf } from '../../src/pricing/terms.js';
import type { Line } from '../../src/pricing/line.js';
import { currency, decimal } from '../pricing/builders.js';
import { salaryLine } from '../output/pdf/documents.js';

const CNY = currency('CNY');

const line = (amount: bigint, rate: string, taxIncluded: boolean): Line => ({
  ...salaryLine('A', amount),
  taxRate: decimal(rate),
  taxIncluded,
});

/** The figures of a term as `name value`, a line by its position. */
const shown = (term: Parameters<typeof figuresOf>[0]): string[] =>
  figuresOf(term).map(
    ({ name, of, value }) => `${name}${of === null ? '' : ` ${of}`} ${value.toDecimal()}`,
  );

it('excluded: the lines of that rate by their position, and their sum × the rate, rounded', () => {
  const lines = [line(10_000n, '0.06', false), line(777n, '0.13', false), line(25n, '0.06', false)];
  const { base, tax } = taxTerms({ currency: CNY, lines }, decimal('0.06'));
  expect(shown(base)).toEqual(['line 1 100', 'line 3 0.25']);
  expect(shown(tax)).toEqual(['line 1 100', 'line 3 0.25', 'tax_rate 0.06']);
  // 100.25; × 0.06 = 6.015, rounded 6.02
  expect(valueOf(base).toDecimal()).toBe('100.25');
  expect(valueOf(tax).toDecimal()).toBe('6.02');
});

it('included: the sum / (1 + rate), rounded, and what is left of the sum', () => {
  const { base, tax } = taxTerms(
    { currency: CNY, lines: [line(10_000n, '0.06', true)] },
    decimal('0.06'),
  );
  // 100.00 / 1.06 = 94.3396…, rounded 94.34; 100.00 − 94.34 = 5.66
  expect(valueOf(base).toDecimal()).toBe('94.34');
  expect(valueOf(tax).toDecimal()).toBe('5.66');
});

it('the total is net + tax: 5,137.60 + 308.26 = 5,445.86', () => {
  const total = totalTerm({ currency: CNY, net: 513_760n, tax: 30_826n });
  expect(shown(total)).toEqual(['net 5137.6', 'tax 308.26']);
  expect(valueOf(total).toDecimal()).toBe('5445.86');
});
