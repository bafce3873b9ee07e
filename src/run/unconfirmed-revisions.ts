/** A revision that changes much is more likely a mistake in the input than meant: it wants a confirmation. */
import type { IssuedDocument } from '../ledger/issued-document.js';
import { groupInOrder } from '../group-by.js';
import { formatAmount, sumAmounts, type MinorUnits } from '../money/amount.js';
import type { Currency } from '../money/currency.js';
import { absolute } from '../money/rational.js';
import { problem, type Problem } from '../problem.js';

const DOCUMENTS_MIN = 3n;
/** One fifth of the documents, one tenth of the total. */
const DOCUMENTS_SHARE = 5n;
const TOTAL_SHARE = 10n;

type Money = Pick<IssuedDocument, 'currency' | 'total'>;

/**
 * More than a fifth of the standing documents, and at least 3, or more than a tenth of their total. Of
 * fewer than 3 standing documents every revision changes much, and none wants a confirmation. What is
 * cancelled without replacement, issued for the first time or issued anew with the same money is no revision.
 *
 * > Of 10 documents 2 are a fifth, and 3 are more; 10,000.00 that become 11,000.00 are a tenth, and 11,000.01 more.
 */
export function unconfirmedRevisions(
  documents: readonly IssuedDocument[],
  standing: readonly Money[],
  confirmed: number,
): Problem[] {
  const revised = revisionsAmong(documents);
  const [count, of] = [BigInt(revised.length), BigInt(standing.length)];
  if (of < DOCUMENTS_MIN || revised.length <= confirmed) return [];
  const place = { file: '--confirm-revisions' };
  if (count >= DOCUMENTS_MIN && count * DOCUMENTS_SHARE > of) {
    const values = { case: 'documents', count: revised.length, of: standing.length } as const;
    return [problem('revisions-unconfirmed', place, values)];
  }
  return [...groupInOrder(revised, ({ currency }) => currency.code)].flatMap(
    ([code, ofCurrency]) => {
      const [{ currency }] = ofCurrency;
      const before = sumAmounts(ofCode(standing, code).map(({ total }) => total));
      const change = sumAmounts(ofCurrency.map(({ difference }) => difference));
      if (absolute(change) * TOTAL_SHARE <= absolute(before)) return [];
      const [from, to] = [before, before + change].map((total) => formatAmount(total, currency));
      const values = { count: revised.length, currency: code, before: from ?? '', after: to ?? '' };
      return [problem('revisions-unconfirmed', place, { case: 'total', ...values })];
    },
  );
}

interface Revision {
  readonly currency: Currency;
  readonly difference: MinorUnits;
}

/** What replaces a document at other money. */
function revisionsAmong(documents: readonly IssuedDocument[]): Revision[] {
  const reversals = new Map(documents.map((document) => [document.cancels, document]));
  return documents.flatMap(({ replaces, currency, total, moneyHash }) => {
    const reversal = replaces === null ? undefined : reversals.get(replaces);
    if (reversal === undefined || reversal.moneyHash === moneyHash) return [];
    return [{ currency, difference: total + reversal.total }];
  });
}

function ofCode<Of extends Money>(documents: readonly Of[], code: string): Of[] {
  return documents.filter(({ currency }) => currency.code === code);
}
