/** Problems and rows as the report shows them: grouped, with the first few of each. */
import type { Merchant } from '../documents/document.js';
import type { Problem } from '../problem.js';
import type {
  BlockedMerchant,
  FileRows,
  ProblemGroup,
  ReportDocument,
} from '../output/report/report-data.js';
import type { AccountedRows } from '../facts/usage/row-accounting.js';

const EXAMPLES_MAX = 3;

/** In order of merchant. */
export function blockedInReport(
  problems: readonly Problem[],
  merchants: readonly Merchant[],
  standing: readonly ReportDocument[],
): BlockedMerchant[] {
  const errors = new Map<string, Problem[]>();
  for (const found of problems) {
    if (found.severity === 'error' && found.merchantId !== null)
      listOf(errors, found.merchantId).push(found);
  }
  const nameOf = new Map(merchants.map(({ merchantId, name }) => [merchantId, name]));
  const numbersOf = new Map<string, string[]>();
  for (const { merchantId, number } of standing) listOf(numbersOf, merchantId).push(number);
  return [...errors]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([merchantId, of]) => ({
      merchantId,
      merchantName: nameOf.get(merchantId) ?? '',
      standing: numbersOf.get(merchantId) ?? [],
      errors: of.slice(0, EXAMPLES_MAX),
      errorCount: of.length,
    }));
}

/** By severity and code: errors first, then the most frequent. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>();
  for (const found of problems) listOf(groups, `${found.severity} ${found.code}`).push(found);
  return [...groups.values()]
    .flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const { severity, code } = first;
      return [{ severity, code, count: of.length, examples: of.slice(0, EXAMPLES_MAX) }];
    })
    .sort((left, right) => {
      if (left.severity !== right.severity) return left.severity === 'error' ? -1 : 1;
      return right.count - left.count || (left.code < right.code ? -1 : 1);
    });
}

/** Rows per file and table; what several currencies divide is put together again. */
export function rowsByFile(accounted: readonly AccountedRows[]): FileRows[] {
  const files = new Map<string, AccountedRows[]>();
  for (const rows of accounted) listOf(files, JSON.stringify([rows.file, rows.table])).push(rows);
  return [...files.values()].flatMap((of) => {
    const [first] = of;
    if (first === undefined) return [];
    const byOutcome = new Map<AccountedRows['outcome'], bigint>();
    for (const { outcome, rows } of of)
      byOutcome.set(outcome, (byOutcome.get(outcome) ?? 0n) + rows);
    return [
      {
        file: first.file,
        table: first.table,
        rows: of.reduce((total, { rows }) => total + rows, 0n),
        outcomes: [...byOutcome].map(([outcome, rows]) => ({ outcome, rows })),
      },
    ];
  });
}

function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const made: V[] = [];
  lists.set(key, made);
  return made;
}
