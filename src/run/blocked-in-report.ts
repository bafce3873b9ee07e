/** Blocked merchants as the report shows them, with the first few errors of each. */
import type { Merchant } from '../documents/document.js';
import { groupBy, groupInOrder } from '../group-by.js';
import type { BlockedMerchant, ReportDocument } from '../output/report/report-data.js';
import { countProblems, type Problem } from '../problem.js';

const EXAMPLES_MAX = 3;

/** In order of merchant; `standing` are the documents that stay in force. */
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
      errorCount: countProblems(of),
    }),
  );
}
