/**
 * Bad input is a value: a problem says where, what was found, what was expected and what to do.
 * A broken promise of this program itself is a bug, and throws: see {@link assert}.
 */

import type { ProblemValues } from './problem-values.js';

export type Severity = 'error' | 'warning';

/** One thing wrong with the input: what words make a sentence of. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly severity: Severity;
  readonly code: Code;
  /** Relative to the input folder, or the option that was at fault. */
  readonly file: string;
  /** 1 is the first row below the header; null where the problem is not in one row. */
  readonly record: number | null;
  readonly column: string | null;
  /** Whom an error blocks; an error without a merchant stops the whole run. */
  readonly merchantId: string | null;
  /** What was found and what was expected. */
  readonly values: ProblemValues[Code];
  /** The problems that it stands for beside its own: see `row-problems.ts`. */
  readonly alike?: ProblemsAlike;
}

/** Problems that differ from one of them in their row and in what was found there alone. */
interface ProblemsAlike {
  /** How many there are. */
  readonly count: number;
  /** How many of them are counted, and not kept. */
  readonly unlisted: number;
  /** Those that are kept, among others; `kind` says which they are. */
  readonly packed: PackedProblems;
  readonly kind: number;
}

/** What is kept of very many problems, in little memory: plain data, of which `row-problems.ts` makes problems again. */
export interface PackedProblems {
  /** Each some thousands of them, as JSON, deflated. */
  readonly blocks: readonly Uint8Array[];
  /** The last of them. */
  readonly pending: readonly PackedProblem[];
}

export interface PackedProblem {
  readonly kind: number;
  readonly record: number | null;
  readonly merchantId: string | null;
  readonly values: unknown;
}

export type ProblemCode = keyof ProblemValues;

/** Every code there is, with its usual severity. `docs/problems.md` explains each. */
const SEVERITIES = {
  // files
  'file-missing': 'error',
  'file-unreadable': 'error',
  'file-unknown': 'warning',
  'file-changed': 'error',
  'table-doubled': 'error',
  'buckets-unfit': 'error',
  'encoding-unknown': 'error',
  'nul-byte': 'error',
  'sheet-missing': 'error',
  'sheet-unknown': 'warning',
  'sheet-doubtful': 'warning',
  'cell-too-long': 'error',
  'quoting-broken': 'error',
  'provider-malformed': 'error',
  'provider-incomplete': 'warning',
  'email-doubtful': 'warning',
  'source-malformed': 'error',
  'source-unmatched': 'error',
  'source-doubled': 'error',
  'query-malformed': 'error',
  'zone-unstated': 'error',
  'status-unfiltered': 'warning',
  'finance-malformed': 'error',
  'finance-code-missing': 'error',
  'finance-unsupported': 'error',
  'finance-not-booked': 'warning',
  // headers and rows
  'column-missing': 'error',
  'column-unknown': 'error',
  'column-doubled': 'error',
  'row-broken': 'error',
  'row-total': 'error',
  'row-repeated': 'warning',
  'lines-undecided': 'error',
  'key-conflict': 'error',
  // cells
  'cell-blank': 'error',
  'cell-error': 'error',
  'cell-unused': 'error',
  'date-malformed': 'error',
  'time-malformed': 'error',
  'time-nonexistent': 'error',
  'time-ambiguous': 'error',
  'number-malformed': 'error',
  'number-out-of-range': 'error',
  'money-malformed': 'error',
  'money-too-precise': 'error',
  'value-unknown': 'error',
  'plan-unknown': 'error',
  'currency-unknown': 'error',
  'id-malformed': 'error',
  'cell-line-break': 'error',
  'agent-placeholder': 'error',
  'id-rounded': 'error',
  // what rows say of one another
  'merchant-unknown': 'error',
  'store-unknown': 'warning',
  'contract-unknown': 'error',
  'contract-dates': 'error',
  'contract-overlap': 'warning',
  'contract-ambiguous': 'error',
  'fact-without-contract': 'warning',
  'shifts-unowned': 'error',
  'tiers-missing': 'error',
  'tiers-not-rising': 'error',
  'tiers-open-end': 'error',
  'tiers-unused': 'error',
  'attachment-unused': 'error',
  'charge-dates': 'error',
  'bands-missing': 'error',
  'bands-not-rising': 'warning',
  'indicator-unknown': 'error',
  'tag-unknown': 'error',
  'shift-length': 'error',
  'shifts-overlap': 'error',
  'shift-contract': 'error',
  'order-unknown': 'warning',
  'orders-unattributed': 'error',
  'late-refund-differs': 'warning',
  'late-refund-unpriced': 'error',
  'refund-before-order': 'error',
  'refund-exceeds-order': 'error',
  'facts-incomplete': 'error',
  'facts-stop-early': 'warning',
  'date-implausible': 'warning',
  'agent-without-shift': 'warning',
  'text-undrawable': 'warning',
  // what a price needs
  'score-missing': 'error',
  'indicator-value-missing': 'error',
  'score-computed': 'error',
  'score-unused': 'warning',
  'exchange-rate-missing': 'error',
  'consultation-day-missing': 'error',
  'workload-unknown': 'error',
  'ladder-exceeded': 'error',
  'custody-outside-window': 'warning',
  'adjustment-without-contract': 'error',
  'adjustment-currency': 'error',
  'tax-mixed': 'error',
  // what is offered
  'offer-id-taken': 'error',
  'offer-without-shifts': 'warning',
  'offer-without-orders': 'warning',
  // what was received
  'receipt-number-unknown': 'error',
  'receipt-currency': 'error',
  'receipt-exceeds-owed': 'error',
  // the run
  'period-not-ended': 'error',
  'settlement-open': 'warning',
  'issue-date-backwards': 'warning',
  'published-month-differs': 'warning',
  'settings-changed': 'error',
  'output-missing': 'error',
  'output-unwritable': 'error',
  'temporary-unusable': 'error',
  'resources-short': 'error',
  'queue-unusable': 'error',
  'ledger-broken': 'error',
  'batch-taken': 'error',
  'cancellations-unconfirmed': 'error',
  'revisions-unconfirmed': 'error',
  'total-unusual': 'warning',
} as const satisfies Record<ProblemCode, Severity>;

/** What makes a row unreadable by itself: a run may be told to leave out some such rows. */
const ROW_CODES: ReadonlySet<ProblemCode> = new Set([
  'row-broken',
  'key-conflict',
  'cell-blank',
  'cell-error',
  'cell-too-long',
  'date-malformed',
  'time-malformed',
  'time-nonexistent',
  'time-ambiguous',
  'number-malformed',
  'number-out-of-range',
  'money-malformed',
  'money-too-precise',
  'value-unknown',
  'currency-unknown',
  'id-malformed',
  'cell-line-break',
  'agent-placeholder',
]);

export const PROBLEM_CODES = Object.keys(SEVERITIES) as readonly ProblemCode[];

/** Where a problem lies; what is left out is not known or does not apply. */
export interface ProblemPlace {
  readonly file: string;
  readonly record?: number | null;
  readonly column?: string | null;
  readonly merchantId?: string | null;
}

/** A problem with the severity that its code usually has. */
export function problem<Code extends ProblemCode>(
  code: Code,
  place: ProblemPlace,
  values: ProblemValues[Code],
): Problem<Code> {
  return {
    severity: SEVERITIES[code],
    code,
    file: place.file,
    record: place.record ?? null,
    column: place.column ?? null,
    merchantId: place.merchantId ?? null,
    values,
  };
}

export function isOfCode<Code extends ProblemCode>(
  found: Problem,
  code: Code,
): found is Problem<Code> {
  return found.code === code;
}

export function asWarning(found: Problem): Problem {
  return { ...found, severity: 'warning' };
}

/** How many there are, with those that some stand for. */
export function countProblems(problems: Iterable<Problem>): number {
  let count = 0;
  for (const { alike } of problems) count += 1 + (alike?.count ?? 0);
  return count;
}

/** The merchants whom errors block. */
export function blockedMerchants(problems: Iterable<Problem>): Set<string> {
  const blocked = new Set<string>();
  for (const { severity, merchantId } of problems) {
    if (severity === 'error' && merchantId !== null) blocked.add(merchantId);
  }
  return blocked;
}

/** The errors that cannot be laid at one merchant's door: they stop the run. */
export function runErrors(problems: Iterable<Problem>): Problem[] {
  return [...problems].filter(
    ({ severity, merchantId }) => severity === 'error' && merchantId === null,
  );
}

/** A row that cannot be read, and whose merchant is unknown. */
export function isRejectedRow({ severity, code, record, merchantId }: Problem): boolean {
  return severity === 'error' && merchantId === null && record !== null && ROW_CODES.has(code);
}

/** Thrown where the program itself is at fault: never for bad input. */
class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';
}

export function assert(condition: boolean, promise: string): asserts condition {
  if (!condition) throw new BrokenPromise(`broken promise: ${promise}`);
}
