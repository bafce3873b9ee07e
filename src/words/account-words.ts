/** The words of accounts, in Chinese and in English. */
import type { Age } from '../documents/accounts/ages.js';
import type { ReceiptKind } from '../documents/accounts/receipt.js';
import type { Bilingual } from './bilingual.js';

export const WORDS = {
  statement: { zh: '对账单', en: 'Statement of account' },
  accounts: { zh: '应收账款', en: 'Accounts receivable' },
  merchant: { zh: '商家', en: 'Merchant' },
  to: { zh: '致', en: 'To' },
  currency: { zh: '币种', en: 'Currency' },
  opening: { zh: '期初余额', en: 'Opening' },
  documents: { zh: '本期账单', en: 'Documents' },
  receipts: { zh: '本期收款', en: 'Receipts' },
  closing: { zh: '期末余额', en: 'Closing' },
  overdue: { zh: '其中逾期', en: 'overdue' },
  owed: { zh: '应付余额', en: 'Balance owed' },
  credit: { zh: '未抵用余款', en: 'Credit' },
  deposits: { zh: '押金', en: 'Deposits held' },
  movements: { zh: '往来明细', en: 'Movements' },
  date: { zh: '日期', en: 'Date' },
  subject: { zh: '事项', en: 'Subject' },
  issued: { zh: '应收', en: 'Billed' },
  received: { zh: '收款', en: 'Received' },
  balance: { zh: '余额', en: 'Balance' },
  noMovements: { zh: '本期无往来。', en: 'Nothing was billed or received.' },
  open: { zh: '未结清账单', en: 'Open documents' },
  number: { zh: '账单编号', en: 'Number' },
  period: { zh: '账期', en: 'Period' },
  dueDate: { zh: '付款期限', en: 'Due' },
  daysOverdue: { zh: '逾期天数', en: 'Days overdue' },
  openAmount: { zh: '未付金额', en: 'Open' },
  ages: { zh: '账龄', en: 'By age' },
  blocked: { zh: '未能出具对账单的商家', en: 'Merchants without an account' },
  noAccounts: { zh: '没有账单，也没有收款。', en: 'Nothing was billed or received.' },
  invoice: { zh: '账单', en: 'Invoice' },
  credit_note: { zh: '红字账单', en: 'Credit note' },
  agreed: {
    zh: '以上余额经核对：□ 相符　□ 不符，差额',
    en: 'The balance above: □ agrees  □ differs by',
  },
  merchantStamp: { zh: '商家（盖章）', en: 'Merchant (stamp)' },
  providerStamp: { zh: '服务商（盖章）', en: 'Provider (stamp)' },
  find: { zh: '查找商家', en: 'Find merchants' },
  findHint: { zh: '商家、币种……', en: 'merchant, currency …' },
} as const satisfies Record<string, Bilingual>;

export const SENTENCES = {
  span: (from: string, asOf: string): Bilingual => ({
    zh: `${from} 至 ${asOf}`,
    en: `${from} to ${asOf}`,
  }),
  of: (kind: Bilingual, number: string): Bilingual => ({
    zh: `${kind.zh}（${number}）`,
    en: `${kind.en} of ${number}`,
  }),
  creditHeld: (amount: string): Bilingual => ({
    zh: `未抵用余款 ${amount}，将抵扣以后的账单。`,
    en: `A credit of ${amount} goes against documents to come.`,
  }),
  depositsHeld: (amount: string): Bilingual => ({
    zh: `另存押金 ${amount}，不计入以上余额。`,
    en: `A deposit of ${amount} is held apart; it is no part of the balance.`,
  }),
  noRow: { zh: '没有符合的商家', en: 'No merchant matches' },
  rowsShown: { zh: '显示 {shown} / {of} 行', en: '{shown} of {of} rows shown' },
  firstRows: (shown: string, of: string, file: string): Bilingual => ({
    zh: `以下为 ${of} 行中的前 ${shown} 行；全部见 ${file}。`,
    en: `The first ${shown} of ${of} rows; all of them are in ${file}.`,
  }),
} as const;

export const KIND_LABELS: Readonly<Record<ReceiptKind, Bilingual>> = {
  payment: { zh: '付款', en: 'Payment' },
  deposit: { zh: '押金', en: 'Deposit' },
  prepayment: { zh: '预付款', en: 'Prepayment' },
  refund: { zh: '退款', en: 'Refund' },
};

export const AGE_LABELS: Readonly<Record<Age, Bilingual>> = {
  not_due: { zh: '未到期', en: 'Not due' },
  days_1_30: { zh: '逾期 1–30 天', en: '1–30 days' },
  days_31_60: { zh: '逾期 31–60 天', en: '31–60 days' },
  days_61_90: { zh: '逾期 61–90 天', en: '61–90 days' },
  days_over_90: { zh: '逾期 90 天以上', en: 'Over 90 days' },
};
