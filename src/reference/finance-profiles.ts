/** The accounting systems and e-invoices that a batch can be written for. */
export const TABLE_PROFILES = [
  'xero',
  'quickbooks',
  'odoo',
  'erpnext',
  'zoho',
  'kingdee',
  'yonyou',
] as const;
export type TableProfileName = (typeof TABLE_PROFILES)[number];

export const FINANCE_PROFILES = [...TABLE_PROFILES, 'ubl'] as const;
export type FinanceProfileName = (typeof FINANCE_PROFILES)[number];
