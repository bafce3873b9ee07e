/** The reference tables: their files, columns and keys. */
import type { RowOf } from './read-table.js';
import { RECEIPT_KINDS } from '../documents/accounts/receipt.js';
import { LANGUAGES } from '../documents/document.js';
import { PLANS } from '../pricing/plans/registry.js';
import { ROLES, SCALES } from '../pricing/contract.js';
import {
  address,
  anyText,
  boolean,
  currency,
  date,
  decimal,
  id,
  minuteOfDay,
  money,
  multiplier,
  notNegative,
  oneOf,
  optional,
  paymentTerms,
  period,
  points,
  positive,
  score,
  share,
  shownId,
  text,
  wholePositive,
} from './cells.js';

export const MERCHANTS = {
  file: 'merchants.csv',
  isOptional: false,
  key: ['merchant_id'],
  shape: {
    merchant_id: id,
    name: text,
    legal_name: anyText,
    tax_id: shownId,
    address,
    email: address,
    language: optional(oneOf(LANGUAGES)),
  },
} as const;

/** What sets a price, whatever the plan. */
const PRICES = {
  seats: optional(positive),
  rate: optional(notNegative),
  standard_days: optional(positive),
  hours_per_day: optional(positive),
  appraisal_share: optional(share),
  appraisal_from: optional(date),
  commission_rate: optional(share),
  partial_refunds: optional(oneOf(['deduct', 'exclude'])),
  overflow_rate: optional(notNegative),
  window_start: optional(minuteOfDay),
  window_end: optional(minuteOfDay),
  discount_rate: optional(share),
  minimum_fee: optional(notNegative),
  maximum_fee: optional(notNegative),
  commission_cap: optional(notNegative),
  included_consultations: optional(notNegative),
  minimum_hours: optional(notNegative),
  rounding_minutes: optional(wholePositive),
} as const;

export const CONTRACTS = {
  file: 'contracts.csv',
  isOptional: false,
  key: ['contract_id'],
  shape: {
    contract_id: id,
    merchant_id: id,
    store_id: optional(id),
    plan: oneOf(PLANS, 'plan-unknown'),
    role: optional(oneOf(ROLES)),
    starts_on: date,
    ends_on: optional(date),
    currency,
    ...PRICES,
    tax_rate: share,
    tax_included: boolean,
    payment_terms: paymentTerms,
  },
} as const;

export type ContractRow = RowOf<(typeof CONTRACTS)['shape']>;

export const CONTRACT_TIERS = {
  file: 'contract-tiers.csv',
  isOptional: true,
  // A repeated up_to is found as a tier that does not rise.
  key: [],
  shape: {
    contract_id: id,
    scale: oneOf(SCALES),
    mode: optional(oneOf(['volume', 'graduated'])),
    up_to: optional(notNegative),
    price: notNegative,
  },
} as const;

export const EVENT_DAYS = {
  file: 'event-days.csv',
  isOptional: true,
  key: ['merchant_id', 'store_id', 'date'],
  shape: {
    merchant_id: id,
    store_id: optional(id),
    date,
    event: text,
    agents: optional(wholePositive),
  },
} as const;

export const KPI_SCORES = {
  file: 'kpi-scores.csv',
  isOptional: true,
  key: ['period', 'contract_id', 'agent_id'],
  shape: { period, contract_id: id, agent_id: id, score },
} as const;

export const KPI_INDICATORS = {
  file: 'kpi-indicators.csv',
  isOptional: true,
  key: ['contract_id', 'indicator'],
  shape: { contract_id: id, indicator: text, weight: notNegative },
} as const;

export const KPI_BANDS = {
  file: 'kpi-bands.csv',
  isOptional: true,
  // A repeated from is found by its value: 0.5 and 0.50 are one.
  key: [],
  shape: { contract_id: id, indicator: text, from: decimal, points },
} as const;

export const KPI_VALUES = {
  file: 'kpi-values.csv',
  isOptional: true,
  key: ['period', 'contract_id', 'agent_id', 'indicator'],
  shape: { period, contract_id: id, agent_id: optional(id), indicator: text, value: decimal },
} as const;

export const CALENDAR = {
  file: 'calendar.csv',
  isOptional: true,
  key: ['date', 'tag'],
  shape: { date, tag: text },
} as const;

export const CONTRACT_SURCHARGES = {
  file: 'contract-surcharges.csv',
  isOptional: true,
  key: ['contract_id', 'surcharge'],
  shape: {
    contract_id: id,
    surcharge: text,
    day_tag: optional(text),
    window_start: optional(minuteOfDay),
    window_end: optional(minuteOfDay),
    multiplier,
  },
} as const;

export const CHARGES = {
  file: 'charges.csv',
  isOptional: true,
  key: ['charge_id'],
  shape: {
    charge_id: id,
    contract_id: id,
    frequency: oneOf(['once', 'monthly']),
    starts_on: date,
    ends_on: optional(date),
    quantity: positive,
    unit_price: notNegative,
    prorate: optional(boolean),
    description: text,
  },
} as const;

export const ADJUSTMENTS = {
  file: 'adjustments.csv',
  isOptional: true,
  key: ['adjustment_id'],
  shape: {
    adjustment_id: id,
    period,
    merchant_id: id,
    contract_id: optional(id),
    currency,
    amount: money,
    reason: text,
    approved_by: text,
  },
} as const;

export const EXCHANGE_RATES = {
  file: 'exchange-rates.csv',
  isOptional: true,
  key: ['period', 'from_currency', 'to_currency'],
  shape: { period, from_currency: currency, to_currency: currency, rate: positive },
} as const;

export const RECEIPTS = {
  file: 'receipts.csv',
  isOptional: true,
  key: ['receipt_id'],
  shape: {
    receipt_id: id,
    merchant_id: id,
    currency,
    received_on: date,
    kind: oneOf(RECEIPT_KINDS),
    amount: money,
    number: optional(id),
  },
} as const;

/** Prices that nobody signed: the columns of contracts.csv that set them. */
export const OFFERS = {
  file: 'offers.csv',
  isOptional: true,
  key: ['offer_id'],
  shape: {
    offer_id: id,
    name: text,
    plan: oneOf(PLANS, 'plan-unknown'),
    role: optional(oneOf(ROLES)),
    currency: optional(currency),
    ...PRICES,
    tax_rate: optional(share),
    tax_included: optional(boolean),
    agents: optional(wholePositive),
    days: optional(wholePositive),
  },
} as const;

/** All of them, in the order in which people fill them in. */
export const REFERENCE_TABLES = [
  MERCHANTS,
  CONTRACTS,
  CONTRACT_TIERS,
  CONTRACT_SURCHARGES,
  CHARGES,
  CALENDAR,
  EVENT_DAYS,
  KPI_SCORES,
  KPI_INDICATORS,
  KPI_BANDS,
  KPI_VALUES,
  ADJUSTMENTS,
  EXCHANGE_RATES,
  OFFERS,
  RECEIPTS,
] as const;
