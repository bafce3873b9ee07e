/**
 * The money of a document, as text: equal for two documents that bill the same.
 * Names, wording, numbers and dates have no part in it, nor has the order of lines.
 */
import type { Line } from '../pricing/line.js';
import type { Draft } from './document.js';

export function fingerprint({ currency, lines }: Pick<Draft, 'currency' | 'lines'>): string {
  return JSON.stringify([currency.code, ...lines.map(lineMoney).sort()]);
}

/** Equal for two lines that bill the same. */
export function lineMoney(line: Line): string {
  return JSON.stringify([
    line.contractId,
    line.plan,
    line.kind,
    line.quantity.toFraction(),
    line.unit,
    line.unitPrice.toFraction(),
    String(line.amount),
    line.taxRate.toFraction(),
    line.taxIncluded,
  ]);
}
