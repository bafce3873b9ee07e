/** Writes `account/` of the output folder anew: `account.csv`, `account.html`, and a PDF for each merchant. */
import type { Account } from '../../documents/accounts/account.js';
import type { Language } from '../../documents/document.js';
import { groupInOrder } from '../../group-by.js';
import type { AccountsData } from '../../ledger/gather-accounts.js';
import { replaceFolder } from '../../ledger/replace-folder.js';
import { writeSynced } from '../../ledger/write-synced.js';
import { assert, type Problem } from '../../problem.js';
import { csvOf } from '../csv/csv.js';
import { accountTable } from './account-csv.js';
import { accountPage } from './account-page.js';
import { renderAccount } from './account-pdf.js';
import { ACCOUNT_CSV, ACCOUNT_PAGE, accountPdf } from './account-files.js';

export const ACCOUNT_FOLDER = 'account';

/** `problems` say why some merchants have no account; `language` is that of the page, each PDF is in its merchant's. */
export async function writeAccounts(
  output: string,
  data: AccountsData,
  problems: readonly Problem[],
  language: Language,
): Promise<void> {
  const { accounts, merchants, provider, logo } = data;
  await replaceFolder(output, ACCOUNT_FOLDER, async (folder) => {
    const csv = csvOf(accountTable(merchants), accounts);
    const page = accountPage({ ...data, problems }, language);
    const written = [
      await writeSynced(folder, ACCOUNT_CSV, csv, accounts.length),
      await writeSynced(folder, ACCOUNT_PAGE, page, null),
    ];
    for (const [merchantId, of] of groupInOrder<Account>(accounts, (one) => one.merchantId)) {
      const merchant = merchants.get(merchantId);
      assert(merchant !== undefined, `${merchantId} is a merchant with an account`);
      const pdf = renderAccount(merchant, of, { provider, logo });
      written.push(await writeSynced(folder, accountPdf(merchantId), pdf, null));
    }
    return written;
  });
}
