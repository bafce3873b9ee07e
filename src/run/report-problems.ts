/** Problems and rows as the report shows them: grouped, with the first few of each. */
import { groupBy, groupInOrder } from '../group-by.js';
import type { Merchant } from '../documents/document.js';
import type { Problem } from '../problem.js';
import type {
  BlockedMerchant,
  FileRows,
  ProblemGroup,
  ReportDocument,
} from '../output/report/report-data.js';
import type { AccountedRows } from '../facts/usage/account-for-rows.js';

const EXAMPLES_MAX = 3;

/** In order of merchant. */
export function blockedInReport(
  problems: readonly Problem[],
  merchants: readonly Merchant[],
  standing: readonly ReportDocument[],
): BlockedMerchant[] {
  const errors = problems.filter((one) => one.severity === 'error' && one.merchantId !== null);
  const nameOf = new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
  const standingOf = groupBy(standing, ({ merchantId }) => merchantId);
  return [...groupInOrder(errors, ({ merchantId }) => merchantId ?? '')].map(
    ([merchantId, of]) => ({
      merchantId,
      merchantName: nameOf.get(merchantId) ?? '',
      standing: (standingOf.get(merchantId) ?? []).map(({ number }) => number),
      errors: of.slice(0, EXAMPLES_MAX),
      errorCount: of.length,
    }),
  );
}

/** By severity and code: errors first, then the most frequent. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  return [...groupBy(problems, ({ severity, code }) => `${severity} ${code}`).values()]
    .map((of) => {
      const [{ severity, code }] = of;
      return { severity, code, count: of.length, examples: of.slice(0, EXAMPLES_MAX) };
    })
    .sort((left, right) => {
      if (left.severity !== right.severity) return left.severity === 'error' ? -1 : 1;
      return right.count - left.count || (left.code < right.code ? -1 : 1);
    });
}

/** Rows per file and table; what several currencies divide is put together again. */
export function rowsByFile(accounted: readonly AccountedRows[]): FileRows[] {
  const files = groupBy(accounted, ({ file, table }) => JSON.stringify([file, table]));
  return [...files.values()].map((of) => {
    const byOutcome = [...groupBy(of, ({ outcome }) => outcome)];
    return {
      file: of[0].file,
      table: of[0].table,
      rows: rowsOf(of),
      outcomes: byOutcome.map(([outcome, some]) => ({ outcome, rows: rowsOf(some) })),
    };
  });
}

function rowsOf(accounted: readonly AccountedRows[]): bigint {
  return accounted.reduce((total, { rows }) => total + rows, 0n);
}
