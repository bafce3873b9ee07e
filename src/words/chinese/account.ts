/** Chinese words for what merchants owe. */
import type { ACCOUNT as ENGLISH } from '../english/account.js';
import { listed } from './phrases.js';

export const ACCOUNT: typeof ENGLISH = {
  figures: {
    opening: (amount) => `期初 ${amount}`,
    documents: (amount) => `本期账单 ${amount}`,
    receipts: (amount) => `本期收款 ${amount}`,
    closing: (amount) => `期末 ${amount}`,
    overdue: (amount) => `其中逾期 ${amount}`,
    deposits: (amount) => `押金 ${amount}`,
  },
  written: (accounts, folder, files) => `共 ${accounts} 份对账单，位于 ${folder}：${listed(files)}`,
  noneWritten: '未生成任何对账单',
  without: (merchantIds) => `未能生成对账单的商家：${listed(merchantIds)}`,
};
