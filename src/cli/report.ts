/** What a run says: results on stdout, the rest on stderr. */
import { append } from '../append.js';
import { formatAmountGrouped } from '../money/amount.js';
import { runErrors, type Problem } from '../problem.js';
import { batchFolder, PREVIEW_FOLDER } from '../ledger/batch-place.js';
import type { IssuedDocument } from '../ledger/issued-document.js';
import type { RunResult } from '../run/run-result.js';
import { problemSentence } from '../words/problem-sentence.js';
import { printable } from './printable.js';

const NAME_CHARACTERS_MAX = 200;
const MERCHANTS_SHOWN = 50;

/** 0 done; 1 nothing published; 2 published, some merchants blocked. */
export function exitStatusOf({ status, blocked, problems }: RunResult): number {
  if (status === 'refused') return 1;
  if (status === 'checked' && runErrors(problems).length > 0) return 1;
  return blocked.size > 0 ? 2 : 0;
}

/** The documents, and what became of the run; where it is quiet the latter alone. */
export function reportText(result: RunResult, output: string, isQuiet: boolean): string {
  const lines: string[] = [];
  switch (result.status) {
    case 'published':
      if (!isQuiet) append(lines, result.documents.map(documentLine));
      lines.push(publishedLine(result, output));
      if (result.startedLedger !== null) {
        lines.push(`${output} had no ledger: this batch starts ledger ${result.startedLedger}`);
      }
      break;
    case 'planned':
      append(lines, plannedLines(result));
      break;
    case 'unchanged':
      lines.push(unchangedLine(result));
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
  return `${[...lines, ...notBilled(result), ...whomErrorsStop(result)].join('\n')}\n`;
}

function unchangedLine({ period, left }: RunResult): string {
  return left === 0
    ? `${period ?? ''}: nothing to bill, so nothing is issued`
    : `${period ?? ''}: nothing changed since it was published, so nothing is issued`;
}

/** Merchants without a line get no document: nobody shall wonder whether they were forgotten. */
function notBilled({ unbilled, problems }: RunResult): string[] {
  if (unbilled.length === 0 || runErrors(problems).length > 0) return [];
  return [`nothing to bill, so no document: ${namesOf(unbilled)}`];
}

function namesOf(merchantIds: Iterable<string>): string {
  const ids = [...merchantIds].sort();
  const names = ids.slice(0, MERCHANTS_SHOWN).map((id) => printable(id, NAME_CHARACTERS_MAX));
  const more = ids.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const CONSEQUENCE: Readonly<Record<RunResult['status'], string>> = {
  published: '; they get no new document, and everyone else is billed',
  unchanged: '; they get no new document, and everyone else is billed',
  planned: '; they would get no new document, and everyone else would be billed',
  checked: '; they would get no new document, and everyone else would be billed',
  refused: '',
};

function whomErrorsStop({ status, problems, blocked }: RunResult): string[] {
  if (runErrors(problems).length > 0) {
    const whose = "the errors that are no single merchant's stop the whole run";
    return status === 'checked' ? [`a run would publish nothing: ${whose}`] : [];
  }
  if (blocked.size === 0) return [];
  return [`blocked merchants: ${namesOf(blocked)}${CONSEQUENCE[status]}`];
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
  const names = [merchantId, merchantName].map((name) => printable(name, NAME_CHARACTERS_MAX));
  const link = cancels === null ? '' : `  cancels ${cancels}`;
  return `${number}  ${type.padEnd(11)}  ${amount}  ${names.join('  ')}${link}`;
}

function publishedLine({ mode, documents, period, batch }: RunResult, output: string): string {
  const place = mode === 'preview' || batch === null ? PREVIEW_FOLDER : batchFolder(batch);
  const count = documents.length === 1 ? '1 document' : `${documents.length} documents`;
  return `${count} in ${output}/${period ?? ''}/${place}: invoices.csv, invoice-lines.csv, pdf/, csv/`;
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
  const problems = result.problems.map(problemJson);
  return `${JSON.stringify({ ...result, documents, problems, blocked: [...result.blocked].sort() })}\n`;
}

function problemJson(found: Problem): object {
  const { severity, code, file, record, column, merchantId } = found;
  const { message, hint } = problemSentence(found, 'en');
  return { severity, code, file, record, column, message, hint, merchant_id: merchantId };
}

function count(problems: readonly Problem[], severity: Problem['severity']): string {
  const found = problems.filter((one) => one.severity === severity).length;
  return `${found} ${severity}${found === 1 ? '' : 's'}`;
}
