/** The merchants whose month differs most from the one before. */
import { absolute } from '../money/rational.js';
import type { MerchantChange, ReportDocument } from '../output/report/report-data.js';

const CHANGES_MAX = 8;

/** By how much merchants differ from the month before: the largest differences, in order of size. */
export function largestChanges(
  before: readonly ReportDocument[],
  now: readonly ReportDocument[],
  blocked: ReadonlySet<string>,
): MerchantChange[] {
  const changes = new Map<string, MerchantChange>();
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
