/** `account.csv`: a row for each merchant and currency. */
import { AGES } from '../../documents/accounts/ages.js';
import type { Account } from '../../documents/accounts/account.js';
import type { Merchant } from '../../documents/document.js';
import { formatAmount, type MinorUnits } from '../../money/amount.js';
import { text, type CsvTable } from '../csv/csv.js';

/** opening + documents − receipts = closing = the sum of the ages − credit. */
export function accountTable(merchants: ReadonlyMap<string, Merchant>): CsvTable<Account> {
  return {
    columns: [
      'merchant_id',
      'merchant_name',
      'currency',
      'from',
      'as_of',
      'opening',
      'documents',
      'receipts',
      'closing',
      ...AGES,
      'credit',
      'deposits',
    ],
    rowsOf: (account) => {
      const { merchantId, currency, from, asOf, ages } = account;
      const shown = (amount: MinorUnits): string => formatAmount(amount, currency);
      return [
        [
          text(merchantId),
          text(merchants.get(merchantId)?.name ?? ''),
          currency.code,
          from,
          asOf,
          shown(account.opening),
          shown(account.documents),
          shown(account.receipts),
          shown(account.closing),
          ...AGES.map((age) => shown(ages[age])),
          shown(account.credit),
          shown(account.deposits),
        ],
      ];
    },
  };
}
