/** What a run says: results on stdout, the rest on stderr. */
import { formatAmountGrouped } from '../money/amount.js';
import type { Problem } from '../problem.js';
import type { IssuedDocument } from '../publishing/issued-document.js';
import type { RunResult } from '../run/run-request.js';

const SHOWN_PER_CODE = 3;

/** 0 done; 1 nothing published; 2 published, some merchants blocked. */
export function exitStatusOf({ status, blocked, problems }: RunResult): number {
  if (status === 'refused') return 1;
  if (
    status === 'checked' &&
    problems.some(({ severity, merchantId }) => severity === 'error' && merchantId === null)
  )
    return 1;
  return blocked.size > 0 ? 2 : 0;
}

/** The documents, and what became of the run; where it is quiet the latter alone. */
export function reportText(result: RunResult, output: string, isQuiet: boolean): string {
  const lines: string[] = [];
  switch (result.status) {
    case 'published':
      if (!isQuiet) lines.push(...result.documents.map(documentLine));
      lines.push(publishedLine(result, output));
      if (result.startedLedger !== null) {
        lines.push(`${output} had no ledger: this batch starts ledger ${result.startedLedger}`);
      }
      break;
    case 'planned':
      lines.push(...plannedLines(result));
      break;
    case 'unchanged':
      lines.push(
        `${result.period ?? ''}: nothing changed since it was published, so nothing is issued`,
      );
      break;
    case 'checked':
      lines.push(
        `${result.period ?? ''}: ${count(result.problems, 'error')}, ${count(result.problems, 'warning')}`,
      );
      break;
    case 'refused':
      lines.push('nothing is published');
      break;
  }
  if (result.blocked.size > 0) {
    lines.push(
      `blocked merchants: ${[...result.blocked].sort().join(', ')}; they get no new document, and everyone else is billed`,
    );
  }
  return `${lines.join('\n')}\n`;
}

/** What a run would issue, cancel and leave, and the difference per merchant and currency. */
function plannedLines({ documents, left, period }: RunResult): string[] {
  const differences = new Map<string, IssuedDocument>();
  for (const document of documents) {
    const key = `${document.merchantId} ${document.currency.code}`;
    const total = (differences.get(key)?.total ?? 0n) + document.total;
    differences.set(key, { ...document, total });
  }
  const cancelled = documents.filter(({ cancels }) => cancels !== null).length;
  return [
    ...documents.map(documentLine),
    ...[...differences].map(
      ([key, { total, currency }]) => `difference ${key}: ${formatAmountGrouped(total, currency)}`,
    ),
    `${period ?? ''}: would issue ${documents.length - cancelled}, cancel ${cancelled} and leave ${left}; nothing is published`,
  ];
}

function documentLine(document: IssuedDocument): string {
  const { number, type, merchantId, merchantName, currency, total, cancels } = document;
  const amount = `${currency.code} ${formatAmountGrouped(total, currency).padStart(14)}`;
  const link = cancels === null ? '' : `  cancels ${cancels}`;
  return `${number}  ${type.padEnd(11)}  ${amount}  ${merchantId}  ${merchantName}${link}`;
}

function publishedLine({ documents, period, batch }: RunResult, output: string): string {
  const isPreview = documents.some(({ number }) => number.startsWith('PREVIEW-'));
  const place = isPreview ? 'preview' : `batch-${String(batch).padStart(3, '0')}`;
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`;
  return `${count} in ${output}/${period ?? ''}/${place}: invoices.csv, invoice-lines.csv, pdf/, csv/`;
}

/** Grouped by code, with the first few of each. */
export function problemsText(problems: readonly Problem[]): string {
  const byCode = new Map<string, Problem[]>();
  for (const found of problems) {
    const key = `${found.severity} ${found.code}`;
    byCode.set(key, [...(byCode.get(key) ?? []), found]);
  }
  return [...byCode]
    .map(([key, found]) => {
      const more = found.length - SHOWN_PER_CODE;
      const shown = found.slice(0, SHOWN_PER_CODE).map(problemText);
      return [
        `${key}: ${found.length}`,
        ...shown,
        ...(more > 0 ? [`  … and ${more} more, in problems.csv or with --json`] : []),
      ].join('\n');
    })
    .map((group) => `${group}\n`)
    .join('');
}

function problemText({ file, record, column, merchantId, message, hint }: Problem): string {
  const place = [file, record === null ? null : `record ${record}`, column, merchantId].filter(
    (part) => part !== null,
  );
  return `  ${place.join(', ')}: ${message}\n    ${hint}`;
}

export function resultJson(result: RunResult): string {
  const documents = result.documents.map(
    ({ number, type, merchantId, currency, net, tax, total, cancels, replaces }) => ({
      number,
      type,
      merchant_id: merchantId,
      currency: currency.code,
      net_minor_units: String(net),
      tax_minor_units: String(tax),
      total_minor_units: String(total),
      cancels,
      replaces,
    }),
  );
  const problems = result.problems.map(({ merchantId, ...rest }) => ({
    ...rest,
    merchant_id: merchantId,
  }));
  return `${JSON.stringify({ ...result, documents, problems, blocked: [...result.blocked].sort() })}\n`;
}

function count(problems: readonly Problem[], severity: Problem['severity']): string {
  const found = problems.filter((one) => one.severity === severity).length;
  return `${found} ${severity}${found === 1 ? '' : 's'}`;
}
