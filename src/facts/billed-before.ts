/** What stands published of earlier periods, as far as refunds of this one need to know it. */

export interface BilledBefore {
  /** `YYYY-MM` of each earlier period that is published. */
  readonly periods: readonly string[];
  /** The files in which their batches keep the orders that they billed: see {@link BILLED_ORDERS}. */
  readonly files: readonly string[];
}

export const NOTHING_BILLED_BEFORE: BilledBefore = { periods: [], files: [] };

/**
 * A file of a batch, in Parquet: a row for each order that one of its documents bills, or takes
 * something off for; one for each contract by which it does so, with what late refunds need of it; and
 * one for each document that it cancels. Nothing else says what an order of a published period was
 * billed as.
 */
export const BILLED_ORDERS = 'billed-orders.parquet';

/** A document as the orders that it bills are written under it. */
export interface BillingDocument {
  readonly number: string;
  readonly merchantId: string;
  readonly currency: { readonly code: string };
  /** The number of the document that it cancels: it bills no order. */
  readonly cancels: string | null;
}
