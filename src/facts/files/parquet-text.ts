/** SQL for the cells of a Parquet file, which have types, as text. */

/** A typed cell as the text that a CSV would hold; without a type, the column is not there. */
export function parquetText(name: string, type: string | undefined): string {
  if (type === undefined) return `''`;
  const isInstant = type === 'TIMESTAMP WITH TIME ZONE';
  const text = isInstant
    ? `make_timestamp(epoch_us(${name}))::VARCHAR || 'Z'`
    : `trimmed(${name}::VARCHAR)`;
  return `coalesce(${text}, '')`;
}
