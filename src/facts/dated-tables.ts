/** The fact tables whose rows have dates. */

export const DATED_TABLES = ['shifts', 'consultations', 'orders', 'refunds'] as const;
export type DatedTable = (typeof DATED_TABLES)[number];
