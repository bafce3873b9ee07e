/** What becomes of problems in a run: whose they are, and which of them may pass. */
import type { ReferenceTables } from '../reference/reference-tables.js';
import { asWarning, isRejectedRow, type Problem, type ProblemCode } from '../problem.js';
import type { RunRequest } from './run-request.js';

/** A bad fact of a merchant that merchants.csv does not know blocks nobody. */
export function ofKnownMerchants(problems: readonly Problem[], tables: ReferenceTables): Problem[] {
  const known = new Set(tables.merchants.map(({ merchantId }) => merchantId));
  return problems.map((found) =>
    found.merchantId !== null && !known.has(found.merchantId) ? asWarning(found) : found,
  );
}

/** In a preview, a score, rate or code that is not there yet is a warning. */
const NOT_YET: ReadonlySet<ProblemCode> = new Set([
  'score-missing',
  'exchange-rate-missing',
  'finance-code-missing',
]);

/** What a problem of a document counts as. */
export function policyOf(mode: RunRequest['mode']): (found: Problem) => Problem {
  if (mode !== 'preview') return (found) => found;
  return (found) => (NOT_YET.has(found.code) ? asWarning(found) : found);
}

/** An error in any of them leaves its merchant without contracts. */
const REFERENCE = [
  ...['merchants', 'contracts', 'contract-tiers', 'event-days'],
  ...['kpi-scores', 'adjustments', 'exchange-rates'],
];

/** What may follow from an error in one of some tables. */
const CONSEQUENCES: Partial<Readonly<Record<ProblemCode, readonly string[]>>> = {
  'merchant-unknown': ['merchants'],
  'contract-unknown': ['contracts'],
  'order-unknown': ['orders'],
  'fact-without-contract': REFERENCE,
};

/**
 * Without what merely follows from an error that is told anyway: a table that cannot be read makes
 * every row unknown that refers to it, and a contract in error leaves its facts without one.
 */
export function withoutConsequences(problems: readonly Problem[]): Problem[] {
  const blockedByTable = new Map<string, Set<string | null>>();
  for (const { severity, file, merchantId } of problems) {
    if (severity !== 'error') continue;
    const table = file.split(/[./]/)[0] ?? '';
    const blocked = blockedByTable.get(table) ?? new Set();
    blockedByTable.set(table, blocked.add(merchantId));
  }
  const isTold = (table: string, merchantId: string | null): boolean => {
    const blocked = blockedByTable.get(table);
    return blocked !== undefined && (blocked.has(null) || blocked.has(merchantId));
  };
  return problems.filter(
    ({ code, merchantId }) =>
      !(CONSEQUENCES[code] ?? []).some((table) => isTold(table, merchantId)),
  );
}

/** Rows that nobody can read, and of which nobody can tell whose they are, pass up to a number. */
export function acceptRejected(problems: readonly Problem[], rowsMax: number): Problem[] {
  const rejected = new Set(
    problems.filter(isRejectedRow).map(({ file, record }) => JSON.stringify([file, record])),
  );
  if (rejected.size > rowsMax) return [...problems];
  return problems.map((found) => (isRejectedRow(found) ? asWarning(found) : found));
}
