/** SQL for the cells of a Parquet file, which have types, as text. */
import type { DecimalMark } from './text-reading.js';

/** A typed cell as the text that a CSV would hold; without a type, the column is not there. */
export function parquetText(name: string, type: string | undefined): string {
  if (type === undefined) return `''`;
  const isInstant = type === 'TIMESTAMP WITH TIME ZONE';
  const text = isInstant
    ? `make_timestamp(epoch_us(${name}))::VARCHAR || 'Z'`
    : `trimmed(${name}::VARCHAR)`;
  return `coalesce(${text}, '')`;
}

/**
 * The same for a source, whose marks of decimals are those of texts: a number is written with them. So 1.125
 * is `1,125` where `1.125` would be a thousand.
 */
export function textForSource(name: string, type: string | undefined, mark: DecimalMark): string {
  const text = parquetText(name, type);
  if (type === undefined || !/^(DECIMAL|DOUBLE|FLOAT)/.test(type)) return text;
  const shortest = type.startsWith('DECIMAL') ? `significant(${text})` : text;
  return mark === '.' ? shortest : `replace(${shortest}, '.', '${mark}')`;
}
