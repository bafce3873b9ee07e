/** The fact tables: their columns, and what a cell of each must be. */
import { ROLES } from '../pricing/contract.js';
import type { FactUse } from '../pricing/usage.js';

export type CellKind =
  | 'text'
  | 'optional'
  | 'date'
  | 'time'
  | 'role'
  | 'status'
  | 'whole'
  | 'money'
  | 'amount'
  | 'currency';

/** The words that a cell of a kind may be. */
export const CLOSED_LISTS: Readonly<Record<'role' | 'status', readonly string[]>> = {
  role: ROLES,
  status: ['worked', 'absent', 'leave'],
};

export interface FactTable {
  readonly name: FactTableName;
  readonly columns: Readonly<Record<string, CellKind>>;
  /** The columns that name a row; a row may not occur twice with other content. */
  readonly key: readonly string[];
  /** Columns that a file may lack. */
  readonly optionalColumns: readonly string[];
}

export const FACT_TABLE_NAMES = [
  'shifts',
  'consultations',
  'orders',
  'refunds',
  'attributions',
] as const;
export type FactTableName = (typeof FACT_TABLE_NAMES)[number];

export const FACT_TABLES: Readonly<Record<FactTableName, FactTable>> = {
  shifts: {
    name: 'shifts',
    columns: {
      shift_id: 'text',
      merchant_id: 'text',
      store_id: 'optional',
      agent_id: 'text',
      role: 'role',
      shift: 'text',
      starts_at: 'time',
      ends_at: 'time',
      status: 'status',
      contract_id: 'optional',
    },
    key: ['shift_id'],
    optionalColumns: ['contract_id'],
  },
  consultations: {
    name: 'consultations',
    columns: {
      date: 'date',
      merchant_id: 'text',
      store_id: 'optional',
      role: 'role',
      agent_id: 'optional',
      consultations: 'whole',
    },
    key: ['date', 'merchant_id', 'store_id', 'role', 'agent_id'],
    optionalColumns: ['agent_id'],
  },
  orders: {
    name: 'orders',
    columns: {
      order_id: 'text',
      merchant_id: 'text',
      store_id: 'optional',
      paid_at: 'time',
      amount: 'money',
      currency: 'currency',
      agent_id: 'optional',
    },
    key: ['order_id'],
    optionalColumns: ['agent_id'],
  },
  refunds: {
    name: 'refunds',
    columns: { refund_id: 'text', order_id: 'text', refunded_at: 'time', amount: 'amount' },
    key: ['refund_id'],
    optionalColumns: [],
  },
  attributions: {
    name: 'attributions',
    columns: { order_id: 'text', agent_id: 'optional' },
    key: ['order_id', 'agent_id'],
    optionalColumns: [],
  },
};

/** The column of a table that lines of one key may add up in; a shift or an attribution has none. */
export const SUMMED_COLUMNS: Readonly<Partial<Record<FactTableName, string>>> = {
  orders: 'amount',
  refunds: 'amount',
  consultations: 'consultations',
};

type StoredType = 'VARCHAR' | 'BIGINT' | 'DATE' | 'TIMESTAMP' | 'TIMESTAMP WITH TIME ZONE';

/** What the engine keeps of a cell: its text, but of times and money what they come to alone. */
export function storedColumns(name: string, kind: CellKind): Readonly<Record<string, StoredType>> {
  switch (kind) {
    case 'time':
      return { [`${name}_local`]: 'TIMESTAMP', [`${name}_instant`]: 'TIMESTAMP WITH TIME ZONE' };
    case 'money':
      return { [`${name}_minor`]: 'BIGINT' };
    case 'date':
      return { [name]: 'VARCHAR', [`${name}_value`]: 'DATE' };
    case 'whole':
      return { [name]: 'VARCHAR', [`${name}_value`]: 'BIGINT' };
    default:
      return { [name]: 'VARCHAR' };
  }
}

/** The tables that a use of facts reads; event days are a reference table. */
export const TABLES_OF_USE: Readonly<Record<FactUse, readonly FactTableName[]>> = {
  shifts: ['shifts'],
  shift_times: ['shifts'],
  consultations: ['consultations'],
  workload_consultations: ['consultations'],
  orders: ['orders', 'refunds'],
  event_days: [],
};
