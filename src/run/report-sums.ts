/** Sums of documents without their lines: per currency, per plan, per merchant. */
import type { Plan } from '../pricing/plans/registry.js';
import type {
  MerchantChange,
  MonthFigures,
  ReportDocument,
  Sum,
} from '../output/report/report-data.js';
import type { MinorUnits } from '../money/amount.js';
import { absolute } from '../money/rational.js';

const CHANGES_MAX = 8;

export function sumOf(documents: readonly ReportDocument[]): Sum {
  let [net, tax, total] = [0n, 0n, 0n];
  for (const document of documents) {
    net += document.net;
    tax += document.tax;
    total += document.total;
  }
  return { documents: documents.length, net, tax, total };
}

export function figuresOf(documents: readonly ReportDocument[]): MonthFigures {
  const netByPlan = new Map<Plan, MinorUnits>();
  for (const document of documents) {
    for (const [plan, net] of document.netByPlan)
      netByPlan.set(plan, (netByPlan.get(plan) ?? 0n) + net);
  }
  return { sum: sumOf(documents), netByPlan };
}

/** By how much merchants differ from the month before: the largest differences, in order of size. */
export function largestChanges(
  before: readonly ReportDocument[],
  now: readonly ReportDocument[],
  blocked: ReadonlySet<string>,
): MerchantChange[] {
  const changes = new Map<string, { -readonly [K in keyof MerchantChange]: MerchantChange[K] }>();
  const changeOf = ({ merchantId, merchantName }: ReportDocument): MerchantChange => ({
    merchantId,
    merchantName,
    before: 0n,
    now: 0n,
    isBlocked: blocked.has(merchantId),
  });
  const add = (document: ReportDocument, month: 'before' | 'now'): void => {
    const change = changes.get(document.merchantId) ?? changeOf(document);
    changes.set(document.merchantId, { ...change, [month]: change[month] + document.net });
  };
  for (const document of before) add(document, 'before');
  for (const document of now) add(document, 'now');
  return [...changes.values()]
    .filter((change) => change.before !== change.now)
    .sort(bySizeOfChange)
    .slice(0, CHANGES_MAX);
}

function bySizeOfChange(left: MerchantChange, right: MerchantChange): number {
  const [leftSize, rightSize] = [
    absolute(left.now - left.before),
    absolute(right.now - right.before),
  ];
  if (leftSize !== rightSize) return leftSize > rightSize ? -1 : 1;
  return left.merchantId < right.merchantId ? -1 : 1;
}
