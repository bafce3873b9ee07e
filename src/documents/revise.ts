/**
 * What a run issues, given what stands: nothing where the money is the same; otherwise a reversal
 * that cancels the old document in full, and the new one in its place (冲红重开).
 */
import type { Currency } from '../money/currency.js';
import type { LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import { negated } from '../pricing/terms.js';
import { documentNumber } from './document-number.js';
import { typeOfTotal, type Document, type Draft, type Provider } from './document.js';

/** What is known of an issued document without its lines. */
export interface Standing {
  readonly number: string;
  readonly merchantId: string;
  readonly currency: Currency;
}

/** Of one merchant and currency: what is cancelled, what is issued, never neither. */
export interface Change<Old extends Standing = Standing> {
  readonly cancelled: Old | null;
  readonly draft: Draft | null;
}

/**
 * The changes from what stands to what is drafted, in order of merchant and currency; `stays` says
 * whether a document may stand as it is beside the draft of the same merchant and currency.
 */
export function changesBetween<Old extends Standing>(
  standing: readonly Old[],
  drafts: readonly Draft[],
  stays: (old: Old, draft: Draft) => boolean,
): Change<Old>[] {
  const draftOf = new Map(
    drafts.map((draft) => [seriesKey(draft.merchant.merchantId, draft.currency.code), draft]),
  );
  const standingOf = new Map(
    standing.map((old) => [seriesKey(old.merchantId, old.currency.code), old]),
  );
  const keys = [...new Set([...draftOf.keys(), ...standingOf.keys()])].sort(compareKeys);
  return keys.flatMap((key) => {
    const draft = draftOf.get(key) ?? null;
    const cancelled = standingOf.get(key) ?? null;
    const isSame = draft !== null && cancelled !== null && stays(cancelled, draft);
    return isSame ? [] : [{ cancelled, draft }];
  });
}

/** The merchant and currency whose documents follow each other. */
function seriesKey(merchantId: string, currency: string): string {
  return JSON.stringify([merchantId, currency]);
}

function compareKeys(left: string, right: string): number {
  const [leftMerchant = '', leftCurrency = ''] = JSON.parse(left) as string[];
  const [rightMerchant = '', rightCurrency = ''] = JSON.parse(right) as string[];
  if (leftMerchant !== rightMerchant) return leftMerchant < rightMerchant ? -1 : 1;
  return leftCurrency < rightCurrency ? -1 : 1;
}

export interface Issue {
  readonly period: Period;
  readonly issueDate: LocalDate;
  readonly issuer: Provider;
  readonly prefix: string;
  /** The sequence number of the first document. */
  readonly firstSequence: number;
}

/** A change, with the cancelled document as it was issued. */
export interface ReadChange {
  readonly cancelled: Document | null;
  readonly draft: Draft | null;
}

/** The documents of some changes, numbered in order, each reversal before what replaces it. */
export function issueChanges(changes: readonly ReadChange[], issue: Issue): Document[] {
  const issued: Document[] = [];
  const next = (draft: Draft, links: Links): void => {
    issued.push({ ...numbered(draft, issue, issue.firstSequence + issued.length), ...links });
  };
  for (const { cancelled, draft } of changes) {
    if (cancelled !== null) {
      const links = { issuer: cancelled.issuer, cancels: cancelled.number, replaces: null };
      next(reversalOf(cancelled, issue), links);
    }
    if (draft !== null) {
      next(draft, { issuer: issue.issuer, cancels: null, replaces: cancelled?.number ?? null });
    }
  }
  return issued;
}

/** Every line of a document negated: with it, the two come to nothing. */
function reversalOf(old: Document, { issueDate }: Issue): Draft {
  return {
    merchant: old.merchant,
    currency: old.currency,
    lines: negatedLines(old.lines),
    taxes: old.taxes.map(({ rate, base, tax }) => ({ rate, base: -base, tax: -tax })),
    net: -old.net,
    tax: -old.tax,
    total: -old.total,
    dueDate: issueDate,
  };
}

export function negatedLines(lines: Document['lines']): Document['lines'] {
  return lines.map((line) => ({
    ...line,
    quantity: line.quantity.negated(),
    amount: -line.amount,
    terms: { ...line.terms, quantity: negated(line.terms.quantity) },
  }));
}

type Links = Pick<Document, 'cancels' | 'replaces' | 'issuer'>;

function numbered(
  draft: Draft,
  { prefix, period, issueDate }: Issue,
  sequence: number,
): Omit<Document, keyof Links> {
  return {
    ...draft,
    number: documentNumber({ prefix, period: period.id, sequence }),
    type: typeOfTotal(draft.total),
    period: period.id,
    issueDate,
  };
}

/** The documents that stand: issued, and not cancelled since. */
export function standingDocuments<Issued extends Pick<Document, 'number' | 'cancels'>>(
  issued: readonly Issued[],
): Issued[] {
  const cancelled = new Set(issued.flatMap(({ cancels }) => cancels ?? []));
  return issued.filter(({ cancels, number }) => cancels === null && !cancelled.has(number));
}
