/** Turns of English that many sentences share. */

/** A cell or a name as it stands in a file, in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * > `agent_id`, take it out → did you mean agent_id? Otherwise take it out.
 * > null, take it out → take it out.
 */
export function didYouMean(nearest: string | null, otherwise: string): string {
  return nearest === null ? otherwise : `did you mean ${nearest}? Otherwise ${otherwise}`;
}

/** ` (and 3 more rows like it)`, or nothing for a single row. */
export function andMore(moreRows: number): string {
  if (moreRows === 0) return '';
  return moreRows === 1 ? ' (and one more row like it)' : ` (and ${moreRows} more rows like it)`;
}

/** (`1`, day) → `1 day`; (`2`, day) → `2 days`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A party of an e-invoice; null is the seller. */
export function partyName(merchantId: string | null): string {
  return merchantId === null ? 'seller' : `merchant ${merchantId}`;
}
