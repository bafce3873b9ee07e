/** Whose a row of facts is. */
import type { FactTable } from '../fact-tables.js';

/** SQL for the merchant of a row: its own cell, or that of the order it names. */
export function merchantOf({ name, columns }: FactTable): string {
  if ('merchant_id' in columns) return 'merchant_id';
  return `(SELECT min(orders.merchant_id) FROM orders WHERE orders.order_id = ${name}.order_id)`;
}
