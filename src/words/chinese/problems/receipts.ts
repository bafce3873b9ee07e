/** Chinese words for receipts that fit no document. */
import type { ProblemWords } from '../../problem-words.js';
import { quoted } from '../phrases.js';

export const RECEIPTS = {
  'receipt-number-unknown': ({ receiptId, number, kind }) => ({
    message: `收款 ${receiptId} 填写的编号是 ${quoted(number)}，而该商家没有这一编号的账单`,
    hint:
      kind === 'refund'
        ? '请填写该商家的红字账单编号，或此前押金的收款编号 receipt_id，或留空'
        : '请更正编号，或留空：留空时先冲抵最早的账单',
  }),
  'receipt-currency': ({ receiptId, currency, number, documentCurrency }) => ({
    message: `收款 ${receiptId} 的币种是 ${currency}，而账单 ${number} 的币种是 ${documentCurrency}`,
    hint: '请按实际收到的币种填写金额，并填写同一币种的账单编号',
  }),
  'receipt-exceeds-owed': ({ receiptId, kind, number, currency, amount, owed }) =>
    kind === 'refund'
      ? {
          message: `收款 ${receiptId} 退还 ${currency} ${amount}，而${number === null ? '当日余款' : ` ${number} `}只有 ${owed} 可退`,
          hint: '请更正金额；退还押金的，在编号中填写该押金',
        }
      : {
          message: `收款 ${receiptId} 为 ${currency} ${amount}，而${number === null ? '当日' : ` ${number} `}只欠 ${owed}`,
          hint: '多收的部分请另写一行预付款 prepayment，或更正金额',
        },
} satisfies Partial<ProblemWords>;
