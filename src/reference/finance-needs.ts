/** The codes that each accounting system asks for, as keys of a `finance.json` that is to be filled in. */
import { PLANS } from '../pricing/plans/registry.js';
import type { FinanceProfileName } from './finance-profiles.js';

interface Needs {
  readonly byPlan?: readonly ('accounts' | 'items' | 'service_codes')[];
  readonly byRate?: readonly ('tax_codes' | 'tax_codes_included' | 'output_tax')[];
  /** Whether rows name an account of receivables. */
  readonly hasReceivable?: true;
}

const NEEDS: Readonly<Record<Exclude<FinanceProfileName, 'ubl'>, Needs>> = {
  xero: { byPlan: ['accounts'], byRate: ['tax_codes'] },
  quickbooks: { byPlan: ['items'], byRate: ['tax_codes'] },
  odoo: { byPlan: ['accounts'], byRate: ['tax_codes', 'tax_codes_included'] },
  erpnext: { byPlan: ['accounts', 'items'], byRate: ['output_tax'] },
  zoho: { byPlan: ['accounts', 'items'], byRate: ['tax_codes'] },
  kingdee: { byPlan: ['accounts'], byRate: ['output_tax'], hasReceivable: true },
  yonyou: { byPlan: ['accounts'], byRate: ['output_tax'], hasReceivable: true },
  fapiao: { byPlan: ['items', 'service_codes'] },
};

/** Of the example, and of nearly every provider of services. */
const RATES = ['0.06'];

const SELLER = [
  ...['country', 'endpoint_scheme', 'endpoint_id', 'vat_id'],
  ...['city', 'postal_zone', 'contact_name', 'telephone'],
];
const BUYER = ['country', 'endpoint_scheme', 'endpoint_id', 'city', 'postal_zone'];

/** Every key that the profiles need for some merchants and all plans, each blank: a blank code is one that is missing. */
export function startingFinance(
  profiles: readonly FinanceProfileName[],
  merchantIds: readonly string[],
): object {
  const hasCustomers = profiles.some((profile) => profile !== 'ubl' && profile !== 'fapiao');
  return {
    ...(hasCustomers && { customers: blanks(merchantIds) }),
    ...Object.fromEntries(
      profiles.map((profile) => [
        profile,
        profile === 'ubl' ? ublSection(merchantIds) : section(NEEDS[profile]),
      ]),
    ),
  };
}

function section({ byPlan = [], byRate = [], hasReceivable }: Needs): object {
  return {
    ...(hasReceivable && { receivable: '' }),
    ...Object.fromEntries(byPlan.map((key) => [key, blanks(PLANS)])),
    ...Object.fromEntries(byRate.map((key) => [key, blanks(RATES)])),
  };
}

function ublSection(merchantIds: readonly string[]): object {
  return {
    seller: blanks(SELLER),
    buyers: Object.fromEntries(merchantIds.map((merchantId) => [merchantId, blanks(BUYER)])),
    tax_categories: Object.fromEntries(RATES.map((rate) => [rate, { category: 'S' }])),
  };
}

function blanks(keys: readonly string[]): Readonly<Record<string, ''>> {
  return Object.fromEntries(keys.map((key) => [key, '']));
}
