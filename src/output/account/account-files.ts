/** The files of accounts, relative to their folder. */
import { fileNameOf } from '../../ledger/file-name.js';

export const ACCOUNT_CSV = 'account.csv';
export const ACCOUNT_PAGE = 'account.html';

export function accountPdf(merchantId: string): string {
  return `pdf/${fileNameOf(merchantId)}.pdf`;
}
