/** English words for receipts that fit no document. */
import type { ProblemWords } from '../../problem-words.js';
import { quoted } from '../phrases.js';

export const RECEIPTS = {
  'receipt-number-unknown': ({ receiptId, number, kind }) => ({
    message: `receipt ${receiptId} names ${quoted(number)}, and the merchant has no document of that number`,
    hint:
      kind === 'refund'
        ? 'name a credit note of the merchant, or the receipt_id of an earlier deposit, or leave it blank'
        : 'correct the number, or leave it blank: then the oldest document is paid first',
  }),
  'receipt-currency': ({ receiptId, currency, number, documentCurrency }) => ({
    message: `receipt ${receiptId} is in ${currency}, and ${number} in ${documentCurrency}`,
    hint: 'write the amount in the currency that it was received in, and name a document of that currency',
  }),
  'receipt-exceeds-owed': ({ receiptId, kind, number, currency, amount, owed }) =>
    kind === 'refund'
      ? {
          message: `receipt ${receiptId} pays ${currency} ${amount} back, and ${owed} can be paid back ${number === null ? 'out of credit on that day' : `on ${number}`}`,
          hint: 'correct the amount; a refund of a deposit names the deposit in number',
        }
      : {
          message: `receipt ${receiptId} pays ${currency} ${amount}, and ${owed} is owed ${number === null ? 'on that day' : `on ${number}`}`,
          hint: 'write what is beyond as a receipt of its own, a prepayment, or correct the amount',
        },
} satisfies Partial<ProblemWords>;
