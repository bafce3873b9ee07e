/** What the problems of receipts say besides their place; see `problem-values.ts`. Amounts are decimal texts. */
export interface ReceiptProblemValues {
  'receipt-number-unknown': { receiptId: string; number: string; kind: string };
  'receipt-currency': {
    receiptId: string;
    currency: string;
    number: string;
    documentCurrency: string;
  };
  'receipt-exceeds-owed': {
    receiptId: string;
    kind: string;
    number: string | null;
    currency: string;
    amount: string;
    owed: string;
  };
}
