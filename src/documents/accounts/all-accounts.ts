/** The accounts of all merchants, each in every currency in which it was billed or has paid. */
import { groupBy } from '../../group-by.js';
import { blockedMerchants, type Problem } from '../../problem.js';
import { accountOf, type Account, type AccountSpan } from './account.js';
import { checkReceipts } from './check-receipts.js';
import type { AccountDocument, Receipt } from './receipt.js';

export interface Accounts {
  /** In order of merchant and currency. */
  readonly accounts: readonly Account[];
  readonly problems: readonly Problem[];
}

/**
 * `documents` in order of issue. A merchant of whom one receipt is a problem has no account: nobody knows
 * what the others paid. `blocked` have none either. What came after the span is not looked at.
 */
export function allAccounts(
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
  span: AccountSpan,
  blocked: ReadonlySet<string> = new Set(),
): Accounts {
  const received = receipts.filter(({ receivedOn }) => receivedOn <= span.asOf);
  const documentsOf = groupBy(documents, ({ merchantId }) => merchantId);
  const receiptsOf = groupBy(received, ({ merchantId }) => merchantId);
  const problems = [...receiptsOf].flatMap(([merchantId, of]) =>
    checkReceipts(documentsOf.get(merchantId) ?? [], of),
  );
  const withProblems = blockedMerchants(problems);
  const merchants = [...new Set([...documentsOf.keys(), ...receiptsOf.keys()])]
    .filter((id) => !blocked.has(id) && !withProblems.has(id))
    .sort();
  return {
    accounts: merchants.flatMap((id) =>
      accountsOfMerchant(id, documentsOf.get(id) ?? [], receiptsOf.get(id) ?? [], span),
    ),
    problems,
  };
}

function accountsOfMerchant(
  merchantId: string,
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
  span: AccountSpan,
): Account[] {
  const issued = documents.filter(({ issueDate }) => issueDate <= span.asOf);
  const currencies = new Map(
    [...issued, ...receipts].map(({ currency }) => [currency.code, currency]),
  );
  return [...currencies]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([code, currency]) => {
      const isIn = (one: Pick<AccountDocument, 'currency'>): boolean => one.currency.code === code;
      const of = {
        merchantId,
        currency,
        documents: issued.filter(isIn),
        receipts: receipts.filter(isIn),
      };
      return accountOf(of, span);
    });
}
