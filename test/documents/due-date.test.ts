/** Due dates, by the calendar. */
import { expect, it } from 'vitest';
import { dueDate } from '../../src/documents/due-date.js';
import { localDate } from '../../src/period/local-date.js';
import type { PaymentTerms } from '../../src/pricing/contract.js';
import { span } from '../pricing/builders.js';

const net = (days: number): PaymentTerms => ({ kind: 'net', days });
const day = (dayOfMonth: number): PaymentTerms => ({ kind: 'day', dayOfMonth });

function due(terms: readonly PaymentTerms[], period: string, issueDate: string): string {
  return dueDate(terms, span(period).period, localDate(issueDate));
}

it.each([
  // November has 30 days: 5 + 30 = 35, which is the 5th of December.
  [net(30), '2026-10', '2026-11-05', '2026-12-05'],
  [net(0), '2026-10', '2026-11-05', '2026-11-05'],
  // 27 + 3 = 30 in a February of 28: the 2nd of March; in one of 29 the 1st.
  [net(3), '2026-01', '2026-02-27', '2026-03-02'],
  [net(3), '2028-01', '2028-02-27', '2028-03-01'],
])('%j of %s, issued on %s: so many days after the issue date, %s', (terms, period, issued, on) => {
  expect(due([terms], period, issued)).toBe(on);
});

it.each([
  [day(15), '2026-10', '2026-11-05', '2026-11-15'],
  [day(31), '2026-10', '2026-11-05', '2026-11-30'],
  [day(31), '2026-01', '2026-02-02', '2026-02-28'],
  [day(10), '2026-12', '2027-01-03', '2027-01-10'],
])(
  '%j of %s, issued on %s: that day of the month after the period, %s',
  (terms, period, issued, on) => {
    expect(due([terms], period, issued)).toBe(on);
  },
);

it('is the latest that the contracts of a document give, in any order', () => {
  // 2026-11-15, 2026-12-05 and 2026-11-12.
  const terms = [day(15), net(30), net(7)];
  expect(due(terms, '2026-10', '2026-11-05')).toBe('2026-12-05');
  expect(due(terms.toReversed(), '2026-10', '2026-11-05')).toBe('2026-12-05');
});

it('is never before the issue date', () => {
  expect(due([day(10)], '2026-10', '2026-11-20')).toBe('2026-11-20');
  // A revision of October, issued in March.
  expect(due([day(31)], '2026-10', '2027-03-01')).toBe('2027-03-01');
});
