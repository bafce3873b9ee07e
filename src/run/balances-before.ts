/** What merchants owe before a run's documents, by the ledger and receipts.csv, where documents are to say it. */
import { balanceOf } from '../documents/accounts/account.js';
import { checkReceipts } from '../documents/accounts/check-receipts.js';
import type { AccountDocument, Receipt } from '../documents/accounts/receipt.js';
import type { Document } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { readAccountLedger } from '../ledger/account-ledger.js';
import type { MinorUnits } from '../money/amount.js';
import type { LocalDate } from '../period/local-date.js';
import { asWarning, type Problem } from '../problem.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { RunRequest } from './run-request.js';

type Series = Pick<AccountDocument, 'merchantId' | 'currency'>;

/** Asked of documents in the order in which they are issued. */
export class BalancesBefore {
  /** By merchant and currency. */
  private readonly owed = new Map<string, MinorUnits>();

  private constructor(
    private readonly isPrinted: boolean,
    private readonly unknown: ReadonlySet<string | null>,
    /** Why some documents do not say it: nobody is billed less for that. */
    readonly problems: readonly Problem[],
  ) {}

  /** Through the issue date, of every period. */
  static async read(
    { mode, output }: Pick<RunRequest, 'mode' | 'output'>,
    { tables, reads }: Pick<ReferenceRead, 'tables' | 'reads'>,
    issueDate: LocalDate,
  ): Promise<BalancesBefore> {
    const received = tables?.receipts ?? null;
    if (received === null || mode !== 'publish') return new BalancesBefore(false, new Set(), []);
    const ledger = await readAccountLedger(output);
    const receipts = received.filter(({ receivedOn }) => receivedOn <= issueDate);
    const found = [...ledger.problems, ...wrongReceipts(ledger.documents, receipts)];
    const all = [...reads.receipts.problems, ...found];
    const unknown = new Set(all.map(({ merchantId }) => merchantId));
    // of a row that nobody can read, nobody can tell whose balance it changes
    const isPrinted = !unknown.has(null);
    const balances = new BalancesBefore(isPrinted, unknown, found.map(asWarning));
    balances.start(issuedBy(issueDate, ledger.documents), receipts);
    return balances;
  }

  /** null where the document does not say it. */
  before({ merchant: { merchantId }, currency, total, cancels }: Document): MinorUnits | null {
    const key = keyOf({ merchantId, currency });
    const owed = this.owed.get(key) ?? 0n;
    this.owed.set(key, owed + total);
    return this.isPrinted && cancels === null && !this.unknown.has(merchantId) ? owed : null;
  }

  private start(documents: readonly AccountDocument[], receipts: readonly Receipt[]): void {
    const receiptsOf = groupBy(receipts, keyOf);
    const documentsOf = groupBy(documents, keyOf);
    for (const key of new Set([...receiptsOf.keys(), ...documentsOf.keys()]))
      this.owed.set(key, balanceOf(documentsOf.get(key) ?? [], receiptsOf.get(key) ?? []));
  }
}

function issuedBy(date: LocalDate, documents: readonly AccountDocument[]): AccountDocument[] {
  return documents.filter(({ issueDate }) => issueDate <= date);
}

function wrongReceipts(
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
): Problem[] {
  const documentsOf = groupBy(documents, ({ merchantId }) => merchantId);
  return [...groupBy(receipts, ({ merchantId }) => merchantId)].flatMap(([merchantId, of]) =>
    checkReceipts(documentsOf.get(merchantId) ?? [], of),
  );
}

function keyOf({ merchantId, currency }: Series): string {
  return JSON.stringify([merchantId, currency.code]);
}
