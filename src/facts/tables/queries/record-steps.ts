/** Several rows that a query makes of one record of an export: each needs a number of its own. */

/** Far above the records of any file: the second row of record 7 is 1000000000007. */
export const RECORD_STEP = 1_000_000_000_000;

/** > 1000000000007 → 7. */
export function recordOfExport(record: bigint): number {
  return Number(record % BigInt(RECORD_STEP));
}
