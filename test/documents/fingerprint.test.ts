/** Two documents have one fingerprint where they bill the same, and only there. */
import { expect, it } from 'vitest';
import { fingerprint } from '../../src/documents/fingerprint.js';
import { localDate } from '../../src/period/local-date.js';
import type { Line } from '../../src/pricing/line.js';
import { currency, decimal } from '../pricing/builders.js';
import { salaryLine } from '../output/pdf/documents.js';

const CNY = currency('CNY');
const LINES = [salaryLine('A1', 260_000n), salaryLine('A2', 130_000n)];

const of = (lines: readonly Line[]): string => fingerprint({ currency: CNY, lines });

/** The lines, of which the first is another. */
function changed(change: Partial<Line>): readonly Line[] {
  return LINES.map((line, at) => (at === 0 ? { ...line, ...change } : line));
}

it.each<[string, Partial<Line>]>([
  ['contract', { contractId: 'C2' }],
  ['plan', { plan: 'temporary_custody' }],
  ['kind', { kind: 'custody' }],
  ['quantity', { quantity: decimal('0.51') }],
  ['unit', { unit: 'day' }],
  ['unit price', { unitPrice: decimal('5201') }],
  ['amount', { amount: 260_001n }],
  ['tax rate', { taxRate: decimal('0.09') }],
  ['tax included', { taxIncluded: true }],
])('differs with the %s of a line', (_, change) => {
  expect(of(changed(change))).not.toBe(of(LINES));
});

it('differs with the currency, and with a line more or less', () => {
  expect(fingerprint({ currency: currency('USD'), lines: LINES })).not.toBe(of(LINES));
  expect(of([...LINES, ...LINES.slice(0, 1)])).not.toBe(of(LINES));
  expect(of(LINES.slice(1))).not.toBe(of(LINES));
});

it('is the same in any order of lines, and for a decimal of any length', () => {
  expect(of(LINES.toReversed())).toBe(of(LINES));
  // 5,200 and 0.5, with zeros behind.
  const longer = { unitPrice: decimal('5200.000'), quantity: decimal('0.50') };
  expect(of(changed(longer))).toBe(of(changed({ quantity: decimal('0.5') })));
});

it('is the same for other words and other dates of service', () => {
  const words = changed({
    serviceFrom: localDate('2026-10-02'),
    serviceTo: localDate('2026-10-30'),
  });
  expect(of(words)).toBe(of(LINES));
});
