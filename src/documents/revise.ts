/**
 * What a run issues, given what stands: nothing where the money is the same; otherwise a reversal
 * that cancels the old document in full, and the new one in its place (冲红重开).
 */
import type { LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import { typeOfTotal, type Document, type Draft, type Provider } from './document.js';
import { fingerprint } from './fingerprint.js';

export interface Issue {
  readonly period: Period;
  readonly issueDate: LocalDate;
  readonly issuer: Provider;
  readonly prefix: string;
  /** The sequence number of the first document of the batch. */
  readonly firstSequence: number;
}

/** The merchant and currency whose documents follow each other. */
function seriesKey({ merchant, currency }: Draft): string {
  return JSON.stringify([merchant.merchantId, currency.code]);
}

/** Documents to issue, in order of merchant and currency, a reversal before what replaces it. */
export function revise(
  drafts: readonly Draft[],
  standing: readonly Document[],
  keeps: (merchantId: string) => boolean,
  issue: Issue,
): Document[] {
  const draftOf = new Map(drafts.map((draft) => [seriesKey(draft), draft]));
  const standingOf = new Map(standing.map((document) => [seriesKey(document), document]));
  const keys = [...new Set([...draftOf.keys(), ...standingOf.keys()])].sort(compareKeys);
  const issued: Document[] = [];
  const next = (draft: Draft, links: Links, issuer = issue.issuer): void => {
    const sequence = issue.firstSequence + issued.length;
    issued.push({ ...numbered(draft, issue, sequence), ...links, issuer });
  };
  for (const key of keys) {
    const draft = draftOf.get(key);
    const old = standingOf.get(key);
    if (old !== undefined && keeps(old.merchant.merchantId)) continue;
    if (draft && old && fingerprint(draft) === fingerprint(old)) continue;
    if (old !== undefined) {
      next(reversalOf(old, issue), { cancels: old.number, replaces: null }, old.issuer);
    }
    if (draft !== undefined) next(draft, { cancels: null, replaces: old?.number ?? null });
  }
  return issued;
}

function compareKeys(left: string, right: string): number {
  const [leftMerchant = '', leftCurrency = ''] = JSON.parse(left) as string[];
  const [rightMerchant = '', rightCurrency = ''] = JSON.parse(right) as string[];
  if (leftMerchant !== rightMerchant) return leftMerchant < rightMerchant ? -1 : 1;
  return leftCurrency < rightCurrency ? -1 : 1;
}

/** Every line of a document negated: with it, the two come to nothing. */
function reversalOf(old: Document, { issueDate }: Issue): Draft {
  return {
    merchant: old.merchant,
    currency: old.currency,
    lines: old.lines.map((line) => ({
      ...line,
      quantity: line.quantity.negated(),
      amount: -line.amount,
    })),
    taxes: old.taxes.map(({ rate, base, tax }) => ({ rate, base: -base, tax: -tax })),
    net: -old.net,
    tax: -old.tax,
    total: -old.total,
    dueDate: issueDate,
  };
}

type Links = Pick<Document, 'cancels' | 'replaces'>;

function numbered(
  draft: Draft,
  { prefix, period, issueDate }: Issue,
  sequence: number,
): Omit<Document, 'cancels' | 'replaces' | 'issuer'> {
  return {
    ...draft,
    number: `${prefix}-${period.id.replace('-', '')}-${String(sequence).padStart(6, '0')}`,
    type: typeOfTotal(draft.total),
    period: period.id,
    issueDate,
  };
}

/** The documents that stand: issued, and not cancelled since. */
export function standingDocuments(issued: readonly Document[]): Document[] {
  const cancelled = new Set(issued.flatMap(({ cancels }) => cancels ?? []));
  return issued.filter(({ cancels, number }) => cancels === null && !cancelled.has(number));
}

/** How many documents a run cancels without a new one in their place. */
export function cancelledWithoutReplacement(documents: readonly Document[]): number {
  const replaced = new Set(documents.flatMap(({ replaces }) => replaces ?? []));
  return documents.filter(({ cancels }) => cancels !== null && !replaced.has(cancels)).length;
}
