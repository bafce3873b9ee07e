/** What is said of facts, see `problem-values.ts`. */

/** What a table has of a month; the dates are null where it has nothing. */
export interface FactsOfMonth {
  readonly table: string;
  readonly period: string;
  readonly rows: number;
  readonly first: string | null;
  readonly last: string | null;
}

export type FactsIncomplete = FactsOfMonth &
  (
    | { readonly case: 'month-before'; readonly before: FactsOfMonth }
    | { readonly case: 'first-month'; readonly from: string; readonly through: string }
  );

/** What a refund, or all refunds of an order, come to, and the order. */
export interface RefundedOrder {
  readonly amount: string;
  readonly currency: string;
  readonly orderId: string;
  readonly orderAmount: string;
  readonly paidAt: string;
}

/** Which shift has no contract, and which contract of its merchant and role ended before it. */
export interface UnownedShift {
  readonly shiftId: string;
  readonly agentId: string;
  readonly date: string;
  /** null where none did. */
  readonly ended: { readonly contractId: string; readonly endsOn: string } | null;
}

/** Why facts cannot be read bucket by bucket; of two buckets, the second has the order that is named in the first. */
export type BucketsUnfit =
  | { readonly case: 'file'; readonly table: string }
  | { readonly case: 'sources' | 'none' }
  | { readonly case: 'merchant'; readonly merchant: string; readonly buckets: readonly string[] }
  | { readonly case: 'order'; readonly order: string; readonly buckets: readonly string[] };
