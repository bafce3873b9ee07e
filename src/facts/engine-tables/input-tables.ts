/** Tables of what is read: what is known before any fact, and the facts themselves. */
import { FACT_TABLES, storedColumns, type FactTableName } from '../fact-tables.js';
import { OF_CONTRACT, ROW, type Columns, type EngineTable } from './engine-table.js';

/** The cells of a fact table, and what is known of each row: `outcome` is NULL until it has one. */
function factColumns(name: FactTableName): Columns {
  const cells = Object.entries(FACT_TABLES[name].columns).map(([column, kind]) =>
    storedColumns(column, kind),
  );
  const known: Columns = { is_faulty: 'BOOLEAN', outcome: 'row_outcome' };
  return Object.fromEntries([ROW, ...cells, known].flatMap((part) => Object.entries(part)));
}

export const INPUT_TABLES = {
  currencies: {
    row: 'a currency, and how many fraction digits it has',
    madeBy: 'usage/load-currencies.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/join-refunds.ts',
      'usage/kept-tables.ts',
      'usage/order-statements.ts',
      'usage/source-rows.ts',
    ],
    columns: { code: 'VARCHAR', digits: 'INTEGER' },
    key: 'code',
  },
  merchants: {
    row: 'a merchant of merchants.csv, blocked or not',
    madeBy: 'usage/load-contracts.ts',
    readBy: [
      'tables/leave-out-unknown-merchants.ts',
      'tables/problems-of-rows.ts',
      'usage/join-refunds.ts',
      'usage/merchants-in-facts.ts',
      'usage/order-outcomes.ts',
      'usage/stores-in-facts.ts',
    ],
    columns: { merchant_id: 'VARCHAR' },
    key: 'merchant_id',
  },
  contracts: {
    row: 'a sound contract; `uses` are the facts that it is priced from',
    madeBy: 'usage/load-contracts.ts',
    readBy: [
      'usage/agents-without-shifts.ts',
      'usage/join-refunds.ts',
      'usage/kept-tables.ts',
      'usage/late-refund-problems.ts',
      'usage/order-statements.ts',
      'usage/read-billed-orders.ts',
      'usage/roll-up-consultations.ts',
      'usage/roll-up-orders.ts',
      'usage/roll-up-shifts.ts',
      'usage/unowned-work.ts',
      'usage/usage-of-contracts.ts',
      'usage/write-billed-orders.ts',
    ],
    columns: {
      ...OF_CONTRACT,
      merchant_id: 'VARCHAR',
      store_id: 'VARCHAR',
      uses: 'VARCHAR[]',
      role: 'VARCHAR',
      starts_on: 'DATE',
      ends_on: 'DATE',
      currency: 'VARCHAR',
      excludes: 'BOOLEAN',
      window_start: 'INTEGER',
      window_end: 'INTEGER',
      late_refund_terms: 'VARCHAR',
    },
    key: 'contract_id',
  },
  shifts: {
    row: 'a shift',
    madeBy: 'tables/load-facts.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/agents-without-shifts.ts',
      'usage/fact-extents.ts',
      'usage/merchants-in-facts.ts',
      'usage/printed-names.ts',
      'usage/roll-up-shifts.ts',
      'usage/source-rows.ts',
      'usage/stores-in-facts.ts',
      'usage/unowned-work.ts',
    ],
    columns: factColumns('shifts'),
  },
  consultations: {
    row: 'the consultations of a day, store, role and agent',
    madeBy: 'tables/load-facts.ts',
    readBy: [
      'tables/reject-day-totals.ts',
      'usage/account-for-rows.ts',
      'usage/fact-extents.ts',
      'usage/merchants-in-facts.ts',
      'usage/roll-up-consultations.ts',
      'usage/source-rows.ts',
      'usage/stores-in-facts.ts',
    ],
    columns: factColumns('consultations'),
  },
  orders: {
    row: 'an order; what becomes of it is in `order_outcomes`',
    madeBy: 'tables/load-facts.ts',
    readBy: [
      'tables/merchant-of.ts',
      'usage/account-for-rows.ts',
      'usage/agents-without-shifts.ts',
      'usage/join-refunds.ts',
      'usage/kept-tables.ts',
      'usage/order-outcomes.ts',
      'usage/roll-up-orders.ts',
      'usage/stray-orders.ts',
      'usage/unattributed-orders.ts',
    ],
    columns: factColumns('orders'),
  },
  refunds: {
    row: 'a refund of an order',
    madeBy: 'tables/load-facts.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/fact-extents.ts',
      'usage/impossible-refunds.ts',
      'usage/join-refunds.ts',
      'usage/late-refund-problems.ts',
      'usage/order-outcomes.ts',
      'usage/order-statements.ts',
      'usage/read-billed-orders.ts',
      'usage/roll-up-orders.ts',
      'usage/source-rows.ts',
      'usage/stray-orders.ts',
    ],
    columns: factColumns('refunds'),
  },
  attributions: {
    row: 'an order that an agent led to, whatever the order itself says',
    madeBy: 'tables/load-facts.ts',
    readBy: [
      'usage/account-for-rows.ts',
      'usage/agents-without-shifts.ts',
      'usage/order-outcomes.ts',
      'usage/order-statements.ts',
      'usage/roll-up-orders.ts',
      'usage/stray-orders.ts',
    ],
    columns: factColumns('attributions'),
  },
  lines_of_keys: {
    row: 'a row whose key occurs again in its file; of one fact table after the other',
    madeBy: 'tables/join-lines.ts',
    readBy: [],
    columns: {
      ...ROW,
      are_alike: 'BOOLEAN',
      any_faulty: 'BOOLEAN',
      is_first: 'BOOLEAN',
      key_text: 'VARCHAR',
    },
  },
  line_sums: {
    row: 'the first line of a key, and what its lines come to; of one fact table after the other',
    madeBy: 'tables/join-lines.ts',
    readBy: [],
    columns: { ...ROW, total: 'BIGINT', total_text: 'VARCHAR' },
  },
  suspect_keys: {
    row: 'the hash of keys that may be one; of one fact table after the other',
    madeBy: 'tables/resolve-keys.ts',
    readBy: [],
    columns: { hash: 'UBIGINT' },
  },
  repeated_keys: {
    row: 'a row whose key occurs again; of one fact table after the other',
    madeBy: 'tables/resolve-keys.ts',
    readBy: [],
    columns: {
      ...ROW,
      merchant_id: 'VARCHAR',
      key_text: 'VARCHAR',
      is_conflict: 'BOOLEAN',
      is_later: 'BOOLEAN',
    },
  },
} as const satisfies Readonly<Record<string, EngineTable>>;
