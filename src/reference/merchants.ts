/** `merchants.csv`: who is billed. */
import type { Language, Merchant } from '../documents/document.js';
import { readTable, type RowOf, type TableRead } from './read-table.js';
import { MERCHANTS } from './table-specs.js';

type MerchantShape = (typeof MERCHANTS)['shape'];

/** Whose row has no language is written to in that of the provider. */
export function merchantOf(row: RowOf<MerchantShape>, language: Language): Merchant {
  return {
    merchantId: row.merchant_id,
    name: row.name,
    legalName: row.legal_name,
    taxId: row.tax_id,
    address: row.address,
    email: row.email,
    language: row.language ?? language,
  };
}

export interface MerchantsRead extends Pick<
  TableRead<MerchantShape>,
  'file' | 'place' | 'headers' | 'problems' | 'read'
> {
  /** By id. */
  readonly merchants: ReadonlyMap<string, Merchant>;
}

export async function readMerchants(folder: string, language: Language): Promise<MerchantsRead> {
  const table = await readTable(folder, MERCHANTS);
  const merchants = table.rows.map((row) => merchantOf(row, language));
  return { ...table, merchants: new Map(merchants.map((one) => [one.merchantId, one])) };
}
