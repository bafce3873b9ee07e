/** Accounts for tests of what is written of them. */
import { accountOf, type Account } from '../../../src/documents/accounts/account.js';
import type { AccountDocument, Receipt } from '../../../src/documents/accounts/receipt.js';
import type { Merchant } from '../../../src/documents/document.js';
import { localDate } from '../../../src/period/local-date.js';
import { CNY, issued, received } from '../../documents/accounts/books.js';

export const MERCHANT: Merchant = {
  merchantId: 'M1',
  name: 'Lotus Home',
  legalName: 'Lotus Home Ltd.',
  taxId: '',
  address: '1 Lake Road',
  email: '',
  language: 'en',
};

export function accountIn(
  documents: readonly AccountDocument[],
  receipts: readonly Receipt[],
  merchantId = 'M1',
): Account {
  const of = { merchantId, currency: CNY, documents, receipts };
  return accountOf(of, { from: localDate('2026-11-01'), asOf: localDate('2026-11-30') });
}

/**
 * 200.00 from October, due on 10-15; 500.00 issued and 320.00 received in November; a deposit. The 200.00
 * are paid, and 500 − 120 = 380.00 of the others are 17 days overdue on 11-30.
 */
export const ACCOUNT = accountIn(
  [issued('INV-202609-000001', '2026-10-05', 200), issued('INV-202610-000001', '2026-11-03', 500)],
  [
    received('D1', 'deposit', '2026-10-01', 1000),
    received('R1', 'payment', '2026-11-20', 200, 'INV-202609-000001'),
    received('R2', 'payment', '2026-11-21', 120),
  ],
);
