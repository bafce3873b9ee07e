/** Turns of Chinese that many sentences share. */

/** A cell or a name as it stands in a file, in quotes. */
export function quoted(text: string): string {
  return JSON.stringify(text);
}

/**
 * > `agent_id`, 删除该列 → 是否应为 agent_id？如不是，请删除该列.
 * > null, 删除该列 → 请删除该列.
 */
export function didYouMean(nearest: string | null, otherwise: string): string {
  return nearest === null ? `请${otherwise}` : `是否应为 ${nearest}？如不是，请${otherwise}`;
}

/** `（另有 3 行问题相同）`, or nothing for a single row. */
export function andMore(moreRows: number): string {
  return moreRows > 0 ? `（另有 ${moreRows} 行问题相同）` : '';
}

/** A party of an e-invoice; null is the seller. */
export function partyName(merchantId: string | null): string {
  return merchantId === null ? '销售方' : `商家 ${merchantId} `;
}

/** Things of a list, all of which hold: 甲、乙. */
export function listed(names: readonly string[]): string {
  return names.join('、');
}
