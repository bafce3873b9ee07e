/** What `finance.json` holds: the codes under which the books know plans, tax rates and merchants. */
import { z } from 'zod';
import { findCurrency } from '../money/currency.js';
import { PLANS } from '../pricing/plans/registry.js';

const code = z.string().trim().min(1);
const byPlan = z.partialRecord(z.enum(PLANS), code);
const byMerchant = z.record(z.string(), code);
const byRate = z.record(z.string().regex(/^\d+(\.\d+)?$/), code);

/** Every setting of an accounting system; each system takes some of them. */
const SECTION = z.strictObject({
  /** Revenue accounts. */
  accounts: byPlan.optional(),
  /** Products or services. */
  items: byPlan.optional(),
  tax_codes: byRate.optional(),
  /** Of taxes that are included in the price. */
  tax_codes_included: byRate.optional(),
  /** Accounts of output tax. */
  output_tax: byRate.optional(),
  /** Where this system's codes are not those of all. */
  customers: byMerchant.optional(),
  /** The account of receivables; `{customer}` stands for the customer's code. */
  receivable: code.optional(),
  date_format: z.enum(['DD/MM/YYYY', 'MM/DD/YYYY', 'YYYY-MM-DD']).optional(),
  /** The currency of the books. */
  currency: z
    .string()
    .refine((currency) => findCurrency(currency) !== undefined)
    .optional(),
  currency_codes: z.record(z.string(), code).optional(),
  account_names: z.record(z.string(), code).optional(),
  voucher_word: code.optional(),
  prepared_by: code.optional(),
});
export type FinanceSection = z.output<typeof SECTION>;

const SALES = { customers: true, accounts: true } as const;
const VOUCHERS = {
  ...SALES,
  receivable: true,
  output_tax: true,
  currency: true,
  voucher_word: true,
  prepared_by: true,
} as const;

const party = {
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** A code of the list Electronic Address Scheme, such as `0060`. */
  endpoint_scheme: z
    .string()
    .regex(/^(\d{4}|[A-Z]{2})$/)
    .optional(),
  endpoint_id: code.optional(),
  vat_id: z
    .string()
    .regex(/^[A-Z]{2}\S+$/)
    .optional(),
};
const PARTY = z.strictObject(party);
export type UblPartySettings = z.output<typeof PARTY>;

/** S: standard rate; Z: zero rated; E: exempt, with the reason. */
const TAX_CATEGORY = z.discriminatedUnion('category', [
  z.strictObject({ category: z.literal('S') }),
  z.strictObject({ category: z.literal('Z') }),
  z.strictObject({ category: z.literal('E'), reason: code }),
]);
export type UblTaxCategory = z.output<typeof TAX_CATEGORY>;

const UBL = z.strictObject({
  seller: PARTY.optional(),
  buyers: z.record(z.string(), PARTY).optional(),
  tax_categories: z.record(z.string().regex(/^\d+(\.\d+)?$/), TAX_CATEGORY).optional(),
});
export type UblSettings = z.output<typeof UBL>;

export const FINANCE_SCHEMA = z.strictObject({
  customers: byMerchant.optional(),
  xero: SECTION.pick({ ...SALES, tax_codes: true, date_format: true }).optional(),
  quickbooks: SECTION.pick({
    customers: true,
    items: true,
    tax_codes: true,
    date_format: true,
  }).optional(),
  odoo: SECTION.pick({ ...SALES, tax_codes: true, tax_codes_included: true }).optional(),
  erpnext: SECTION.pick({ ...SALES, items: true, output_tax: true }).optional(),
  zoho: SECTION.pick({ ...SALES, items: true, output_tax: true }).optional(),
  kingdee: SECTION.pick({ ...VOUCHERS, currency_codes: true, account_names: true }).optional(),
  yonyou: SECTION.pick(VOUCHERS).optional(),
  ubl: UBL.optional(),
});
export type FinanceSettings = z.output<typeof FINANCE_SCHEMA>;
