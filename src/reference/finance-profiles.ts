/** The accounting systems and e-invoices that a batch can be written for. */
export const FINANCE_PROFILES = [
  'xero',
  'quickbooks',
  'odoo',
  'erpnext',
  'zoho',
  'kingdee',
  'yonyou',
  'fapiao',
  'ubl',
] as const;
export type FinanceProfileName = (typeof FINANCE_PROFILES)[number];
