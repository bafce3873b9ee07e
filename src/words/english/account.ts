/** English words for what merchants owe. */
import { counted } from './phrases.js';

export const ACCOUNT = {
  figures: {
    opening: (amount: string): string => `opening ${amount}`,
    documents: (amount: string): string => `documents ${amount}`,
    receipts: (amount: string): string => `receipts ${amount}`,
    closing: (amount: string): string => `closing ${amount}`,
    overdue: (amount: string): string => `overdue ${amount}`,
    deposits: (amount: string): string => `deposits ${amount}`,
  },
  written: (accounts: number, folder: string, files: readonly string[]): string =>
    `${counted(accounts, 'account')} in ${folder}: ${files.join(', ')}`,
  noneWritten: 'no account is written',
  without: (merchantIds: readonly string[]): string => `no account: ${merchantIds.join(', ')}`,
};
