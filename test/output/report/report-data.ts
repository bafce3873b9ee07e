/** A report as small as a test needs it. */
import { localDate } from '../../../src/period/local-date.js';
import type { ReportData, ReportDocument } from '../../../src/output/report/report-data.js';
import { figuresOf, sumOf } from '../../../src/run/report-sums.js';
import { currency } from '../../pricing/builders.js';

/** An invoice of so much at 6 %, all of one plan. */
export function reportDocument(
  sequence: number,
  net: bigint,
  changes: Partial<ReportDocument> = {},
): ReportDocument {
  const tax = (net * 6n) / 100n;
  return {
    number: `INV-202610-${String(sequence).padStart(6, '0')}`,
    type: 'invoice',
    merchantId: `M${sequence}`,
    merchantName: `茶事 ${sequence}`,
    currency: currency('CNY'),
    issueDate: localDate('2026-11-20'),
    net,
    tax,
    total: net + tax,
    netByPlan: new Map([['fixed_salary', net]]),
    cancels: null,
    replaces: null,
    ...changes,
  };
}

/** The first batch of a month with nothing to compare it with. */
export function reportOf(
  documents: readonly ReportDocument[],
  changes: Partial<ReportData> = {},
): ReportData {
  return {
    provider: '云渡客服',
    language: 'en',
    period: '2026-10',
    batch: 1,
    issueDate: '2026-11-20',
    before: { state: 'absent', of: '2026-09' },
    preview: { state: 'absent', of: '' },
    currencies: [
      {
        currency: currency('CNY'),
        issued: sumOf(documents),
        cancelled: sumOf([]),
        left: sumOf([]),
        now: figuresOf(documents),
        before: null,
        preview: null,
        changes: [],
      },
    ],
    documents,
    blocked: [],
    problems: [],
    files: [],
    ...changes,
  };
}
