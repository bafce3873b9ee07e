/** What `finance.json` holds: the codes under which the books know plans, tax rates and merchants. */
import { z } from 'zod';
import { findCurrency } from '../money/currency.js';
import { LINE_KINDS } from '../pricing/contract-line.js';
import { PLANS } from '../pricing/plans/registry.js';
import { UBL } from './ubl-settings.js';

const code = z.string().trim().min(1);
/** A key may be a kind of line, which goes before the plan of its contract. */
const planOrKind = z.enum([...PLANS, ...LINE_KINDS]);
const byPlan = z.partialRecord(planOrKind, code);
const byMerchant = z.record(z.string(), code);
const rate = z.string().regex(/^\d+(\.\d+)?$/);
const byRate = z.record(rate, code);

/** Odoo splits a cell of taxes at its commas. */
const ODOO_TAX = code.refine((name) => !name.includes(','), {
  params: { found: { fault: 'comma' } },
});

/** 用友 U8: 科目编码. */
const YONYOU_ACCOUNT = code.max(15);

const FAPIAO_TYPES = ['普通发票', '增值税专用发票'] as const;
export type FapiaoType = (typeof FAPIAO_TYPES)[number];

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
  currency_names: z.record(z.string(), code).optional(),
  account_names: z.record(z.string(), code).optional(),
  voucher_word: code.optional(),
  prepared_by: code.optional(),
  /** One of ERPNext's own series. */
  naming_series: code.optional(),
  /** 商品和服务税收编码, of 19 digits. */
  service_codes: z.partialRecord(planOrKind, z.string().regex(/^\d{19}$/)).optional(),
  types: z.record(z.string(), z.enum(FAPIAO_TYPES)).optional(),
  /** The workbook of the tax bureau, beside `finance.json`. */
  template: z
    .string()
    .regex(/^[^/\\]+\.xlsx$/i)
    .optional(),
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

const ODOO_TAXES = z.record(rate, ODOO_TAX).optional();

export const FINANCE_SCHEMA = z.strictObject({
  customers: byMerchant.optional(),
  xero: SECTION.pick({ ...SALES, tax_codes: true, date_format: true }).optional(),
  quickbooks: SECTION.pick({
    customers: true,
    items: true,
    tax_codes: true,
    date_format: true,
  }).optional(),
  odoo: SECTION.pick(SALES)
    .extend({ tax_codes: ODOO_TAXES, tax_codes_included: ODOO_TAXES })
    .optional(),
  erpnext: SECTION.pick({
    ...SALES,
    items: true,
    output_tax: true,
    naming_series: true,
  }).optional(),
  zoho: SECTION.pick({ ...SALES, items: true, tax_codes: true }).optional(),
  kingdee: SECTION.pick({
    ...VOUCHERS,
    currency_codes: true,
    currency_names: true,
    account_names: true,
  }).optional(),
  yonyou: SECTION.pick(VOUCHERS)
    .extend({
      accounts: z.partialRecord(planOrKind, YONYOU_ACCOUNT).optional(),
      output_tax: z.record(rate, YONYOU_ACCOUNT).optional(),
    })
    .optional(),
  fapiao: SECTION.pick({
    items: true,
    service_codes: true,
    types: true,
    template: true,
  }).optional(),
  ubl: UBL.optional(),
});
export type FinanceSettings = z.output<typeof FINANCE_SCHEMA>;
