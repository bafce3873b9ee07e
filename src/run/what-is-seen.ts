/** Under which rows and names people know what problems are about. */
import type { Facts } from '../facts/facts.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { Seen } from '../words/seen.js';

export function whatIsSeen(
  { reads }: Pick<ReferenceRead, 'reads'>,
  facts: Pick<Facts, 'headerRows'> | null,
): Seen {
  const tables = Object.values(reads).map(({ place, headerRow }) => [place, headerRow] as const);
  const merchants = reads.merchants.rows.map((row) => [row.merchant_id, row.name] as const);
  return {
    headerRows: new Map([...tables, ...(facts?.headerRows ?? [])]),
    merchantNames: new Map(merchants),
  };
}
