/** Tables of orders and refunds, rolled up by contract, and of what is told of each order. */
import { OF_CONTRACT, OWNER_SPAN, ROW, type EngineTable } from './engine-table.js';

/** Of times, both what the clock shows in the provider's zone and the instant. Amounts are minor units. */
const ORDER = {
  order_id: 'VARCHAR',
  merchant_id: 'VARCHAR',
  store_id: 'VARCHAR',
  paid_at_local: 'TIMESTAMP',
  paid_at_instant: 'TIMESTAMP WITH TIME ZONE',
  amount_minor: 'BIGINT',
  currency: 'VARCHAR',
  agent_id: 'VARCHAR',
  outcome: 'row_outcome',
} as const;
const ORDER_OUTCOME = { contract_id: 'VARCHAR', is_attributed: 'BOOLEAN' } as const;
/** An order as it counts; `billed_in` is the document of an earlier period that bills it. */
const STANDING = { order_period: 'VARCHAR', billed_in: 'VARCHAR', is_unbilled: 'BOOLEAN' } as const;
/** A refund and its order; `counted_period` is the period in which the refund counts. */
const JOINED_REFUND = {
  ...ROW,
  refund_id: 'VARCHAR',
  order_id: 'VARCHAR',
  amount_text: 'VARCHAR',
  refunded_at_local: 'TIMESTAMP',
  refunded_at_instant: 'TIMESTAMP WITH TIME ZONE',
  refund_outcome: 'row_outcome',
  order_outcome: 'row_outcome',
  merchant_id: 'VARCHAR',
  currency: 'VARCHAR',
  amount: 'BIGINT',
  order_amount: 'BIGINT',
  is_attributed: 'BOOLEAN',
  paid_at_local: 'TIMESTAMP',
  paid_at_instant: 'TIMESTAMP WITH TIME ZONE',
  contract_id: 'VARCHAR',
  excludes: 'BOOLEAN',
  ...STANDING,
  counted_period: 'VARCHAR',
} as const;

/** What a document says of an order, as `billed-orders.parquet` of its batch keeps it. */
const KEPT_ORDER = {
  period: 'VARCHAR',
  number: 'VARCHAR',
  order_id: 'VARCHAR',
  contract_id: 'VARCHAR',
  merchant_id: 'VARCHAR',
  currency: 'VARCHAR',
  order_period: 'VARCHAR',
  amount: 'BIGINT',
  deducted: 'BIGINT',
  is_excluded: 'BOOLEAN',
  paid_at: 'TIMESTAMP',
  store_id: 'VARCHAR',
  agent_id: 'VARCHAR',
} as const;

export const ORDER_TABLES = {
  published_periods: {
    row: 'an earlier period that is published',
    madeBy: 'usage/read-billed-orders.ts',
    readBy: ['usage/join-refunds.ts', 'usage/roll-up-orders.ts'],
    columns: { period: 'VARCHAR' },
  },
  kept_orders: {
    row: 'what a standing document of an earlier period says of an order that has a refund',
    madeBy: 'usage/read-billed-orders.ts',
    readBy: [],
    columns: KEPT_ORDER,
  },
  billed_before: {
    row: 'the same, of the document of the order’s own period alone',
    madeBy: 'usage/read-billed-orders.ts',
    readBy: ['usage/join-refunds.ts'],
    columns: KEPT_ORDER,
  },
  deducted_before: {
    row: 'what earlier periods took off for an order; `is_excluded`: they took it out whole',
    madeBy: 'usage/read-billed-orders.ts',
    readBy: ['usage/roll-up-orders.ts'],
    columns: { order_id: 'VARCHAR', deducted: 'HUGEINT', is_excluded: 'BOOLEAN' },
  },
  issued_documents: {
    row: 'a document of the run',
    madeBy: 'usage/write-billed-orders.ts',
    readBy: [],
    columns: {
      number: 'VARCHAR',
      merchant_id: 'VARCHAR',
      currency: 'VARCHAR',
      cancels: 'VARCHAR',
    },
  },
  order_owner_spans: {
    row: 'who owns the orders of a merchant and store from a day to a day',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: ['usage/order-outcomes.ts'],
    columns: OWNER_SPAN,
  },
  orders_with_refunds: {
    row: 'an order with a refund, as it was read',
    madeBy: 'usage/order-outcomes.ts',
    readBy: [],
    columns: ORDER,
  },
  order_outcomes: {
    row: 'an order, its owner, and what becomes of it',
    madeBy: 'usage/order-outcomes.ts',
    readBy: [
      'usage/order-statements.ts',
      'usage/roll-up-orders.ts',
      'usage/source-rows.ts',
      'usage/write-billed-orders.ts',
    ],
    columns: { ...ROW, ...ORDER, is_faulty: 'BOOLEAN', ...ORDER_OUTCOME },
  },
  refunded_orders: {
    row: 'an order with a refund: as it stands published, else as it was read',
    madeBy: 'usage/join-refunds.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/late-refund-problems.ts',
      'usage/merchants-in-facts.ts',
      'usage/order-statements.ts',
      'usage/source-rows.ts',
      'usage/write-billed-orders.ts',
    ],
    columns: { ...ORDER, ...ORDER_OUTCOME, ...STANDING },
  },
  refunded_orders_read: {
    row: 'the same as in `order_outcomes`, of orders with a refund alone',
    madeBy: 'usage/order-outcomes.ts',
    readBy: ['usage/join-refunds.ts', 'usage/late-refund-problems.ts'],
    columns: { ...ORDER, ...ORDER_OUTCOME },
  },
  joined_refunds: {
    row: 'a refund and its order',
    madeBy: 'usage/join-refunds.ts',
    readBy: [],
    columns: JOINED_REFUND,
  },
  refund_outcomes: {
    row: 'what becomes of a refund',
    madeBy: 'usage/join-refunds.ts',
    readBy: [],
    columns: { ...ROW, outcome: 'VARCHAR' },
  },
  counted_refunds: {
    row: 'a refund of an attributed and owned order, of any period',
    madeBy: 'usage/join-refunds.ts',
    readBy: ['usage/impossible-refunds.ts', 'usage/roll-up-orders.ts'],
    columns: JOINED_REFUND,
  },
  deductions: {
    row: 'a counted refund, and what it takes off: its amount, or all of its order, or nothing more',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: ['usage/order-statements.ts'],
    columns: { ...JOINED_REFUND, deducted: 'BIGINT' },
  },
  order_sums: {
    row: 'how many orders of a file, outcome, merchant, store, contract and currency, their sum, the first and the last',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/fact-extents.ts',
      'usage/merchants-in-facts.ts',
      'usage/stores-in-facts.ts',
      'usage/unattributed-orders.ts',
    ],
    columns: {
      file: 'file',
      outcome: 'row_outcome',
      merchant_id: 'VARCHAR',
      store_id: 'VARCHAR',
      contract_id: 'VARCHAR',
      currency: 'VARCHAR',
      orders: 'BIGINT',
      amount: 'HUGEINT',
      first_paid: 'TIMESTAMP',
      last_paid: 'TIMESTAMP',
    },
  },
  period_deductions: {
    row: 'what a contract loses in the span, by the period of the orders',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: [],
    columns: {
      contract_id: 'VARCHAR',
      currency: 'VARCHAR',
      order_period: 'VARCHAR',
      deducted: 'HUGEINT',
    },
  },
  sales: {
    row: 'the attributed sales of a contract in a currency, and refunds of orders of the span',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: ['usage/usage-of-contracts.ts'],
    columns: {
      ...OF_CONTRACT,
      currency: 'VARCHAR',
      orders: 'HUGEINT',
      attributed: 'HUGEINT',
      refunds: 'HUGEINT',
    },
  },
  late_refunds: {
    row: 'what a contract loses in the span for orders of an earlier period',
    madeBy: 'usage/roll-up-orders.ts',
    readBy: ['usage/usage-of-contracts.ts'],
    columns: { ...OF_CONTRACT, currency: 'VARCHAR', order_period: 'VARCHAR', deducted: 'HUGEINT' },
  },
  exchange_rates: {
    row: 'units of one currency per one of another, in the span',
    madeBy: 'usage/order-statements.ts',
    readBy: [],
    columns: { from_currency: 'VARCHAR', to_currency: 'VARCHAR', rate: 'VARCHAR' },
  },
  contract_rates: {
    row: 'the rate from a currency to that of a contract',
    madeBy: 'usage/order-statements.ts',
    readBy: [],
    columns: { contract_id: 'VARCHAR', from_currency: 'VARCHAR', rate: 'VARCHAR' },
  },
  order_deductions: {
    row: 'what is taken off for an order in the span',
    madeBy: 'usage/order-statements.ts',
    readBy: ['usage/write-billed-orders.ts'],
    columns: { order_id: 'VARCHAR', deducted: 'HUGEINT' },
  },
  order_agents: {
    row: 'the agent to whom attributions give an order',
    madeBy: 'usage/order-statements.ts',
    readBy: ['usage/write-billed-orders.ts'],
    columns: { order_id: 'VARCHAR', agent_id: 'VARCHAR' },
  },
  blocked_merchants: {
    row: 'a merchant who gets no document',
    madeBy: 'usage/account-for-rows.ts',
    readBy: [],
    columns: { merchant_id: 'VARCHAR' },
  },
} as const satisfies Readonly<Record<string, EngineTable>>;
