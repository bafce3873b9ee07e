/** Problems without those that merely follow from others. */
import type { Problem, ProblemCode } from '../problem.js';

/** An error in any of them leaves its merchant without contracts. */
const REFERENCE = [
  ...['merchants', 'contracts', 'contract-tiers', 'contract-surcharges', 'charges', 'event-days'],
  ...['kpi-scores', 'kpi-indicators', 'kpi-bands', 'kpi-values', 'adjustments', 'exchange-rates'],
];

/** An error that is no merchant's, in any of them, leaves the table empty. */
const FACTS = ['shifts', 'consultations', 'orders', 'refunds'];

/** What may follow from an error in one of some tables. */
const CONSEQUENCES: Partial<Readonly<Record<ProblemCode, readonly string[]>>> = {
  'merchant-unknown': ['merchants'],
  'contract-unknown': ['contracts'],
  'order-unknown': ['orders'],
  'fact-without-contract': REFERENCE,
  'shifts-unowned': REFERENCE,
  'agent-without-shift': ['shifts'],
  'score-unused': ['shifts'],
  'consultation-day-missing': ['consultations'],
  'facts-stop-early': FACTS,
  'facts-incomplete': FACTS,
};

/**
 * Without what merely follows from an error that is told anyway: a table that cannot be read makes
 * every row unknown that refers to it, and a contract in error leaves its facts without one. `causes`: what is
 * told already, where the problems were found later.
 */
export function withoutConsequences(
  problems: readonly Problem[],
  causes: readonly Problem[] = problems,
): Problem[] {
  if (problems.every(({ code }) => CONSEQUENCES[code] === undefined)) return [...problems];
  const blockedByTable = new Map<string, Set<string | null>>();
  for (const { severity, code, file, merchantId } of causes) {
    if (severity !== 'error' || code === 'facts-incomplete') continue;
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
