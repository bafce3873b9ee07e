/** The fact tables: their columns, and what a cell of each must be. */

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

/** SQL for the merchant of a row: its own cell, or that of the order it names. */
export function merchantOf({ name, columns }: FactTable): string {
  if ('merchant_id' in columns) return 'merchant_id';
  return `(SELECT min(orders.merchant_id) FROM orders WHERE orders.order_id = ${name}.order_id)`;
}

/** What the engine keeps of a cell: its text, but of times and money what they come to alone. */
export function storedColumns(name: string, kind: CellKind): string[] {
  switch (kind) {
    case 'time':
      return [`${name}_local`, `${name}_instant`];
    case 'money':
      return [`${name}_minor`];
    case 'date':
    case 'whole':
      return [name, `${name}_value`];
    default:
      return [name];
  }
}
