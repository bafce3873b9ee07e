/** What problems say that come of what is published: of a ledger that is not whole, and of input that disagrees with it. */

/** A refund, and the published document that bills its order. */
type LateRefund = { refundId: string; orderId: string; amount: string; number: string };

export interface LedgerProblemValues {
  'late-refund-differs':
    | (LateRefund & {
        case: 'billed';
        difference:
          | 'order-missing'
          | 'merchant'
          | 'period'
          | 'amount'
          | 'no-contract'
          | 'contract'
          | 'no-agent';
      })
    | (LateRefund & { case: 'merchant-gone' })
    | (Omit<LateRefund, 'number'> & { case: 'not-billed'; period: string });
  'late-refund-unpriced': LateRefund & { contractId: string };
  'published-month-differs':
    | {
        case: 'document';
        period: string;
        /** null: nothing stands for the merchant and currency. */
        number: string | null;
        before: string;
        /** null: nothing would be billed. */
        now: string | null;
        difference: string;
      }
    | { case: 'blocked'; period: string; merchants: number }
    | { case: 'rows-gone'; period: string; table: string; rows: number; rowsBefore: number }
    | { case: 'failed'; period: string; reason: string };
  'settings-changed':
    | { case: 'refunds'; period: string }
    | { case: 'provider'; period: string; name: string; taxId: string };
  'output-unwritable':
    | { case: 'before' | 'after' | 'after-preview'; reason: string }
    | { case: 'changed'; file: string };
  'temporary-unusable': { reason: string };
  'resources-short':
    | { case: 'engine'; memory: string; least: string; reason: string }
    | { case: 'open-files' | 'memory' | 'thread'; reason: string };
  'queue-unusable':
    | { case: 'unreachable' | 'not-let-in' | 'slice-failed' | 'bucket-failed'; reason: string }
    | { case: 'no-worker' | 'no-slice-done' | 'no-bucket-worker' | 'no-bucket-done' };
  'ledger-broken':
    | { case: 'foreign' | 'unlinked' | 'cut-off' | 'not-vouched-for' | 'never-published' }
    | { case: 'unreadable' | 'folder-unreadable'; reason: string }
    | { case: 'orders-not-kept' }
    | { case: 'misplaced'; published: string }
    | { case: 'batch-lost' | 'batch-changed' }
    | { case: 'head-lost' }
    | { case: 'head-unreadable'; reason: string }
    | { case: 'head-differs'; tip: string }
    | { case: 'batches-missing'; from: number; to: number }
    | { case: 'link-lost' | 'ledgers-mixed' | 'file-lost' | 'file-changed' | 'file-added' }
    | { case: 'totals' }
    | { case: 'number'; after: number; number: string }
    | { case: 'cancellation'; number: string; cancels: string };
}
