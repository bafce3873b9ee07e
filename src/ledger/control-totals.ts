/** What a batch comes to per currency: with it, finance checks an import, and `verify` the batch. */
import type { Document } from '../documents/document.js';
import { groupInOrder } from '../group-by.js';
import { formatAmount, sumAmounts } from '../money/amount.js';

export interface ControlTotal {
  readonly currency: string;
  readonly documents: number;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
}

/** Per currency, in order of its code. */
export function controlTotals(
  documents: readonly Pick<Document, 'currency' | 'net' | 'tax' | 'total'>[],
): ControlTotal[] {
  return [...groupInOrder(documents, ({ currency }) => currency.code)].map(([code, of]) => {
    const sumOf = (key: 'net' | 'tax' | 'total'): string =>
      formatAmount(sumAmounts(of.map((document) => document[key])), of[0].currency);
    return {
      currency: code,
      documents: of.length,
      net: sumOf('net'),
      tax: sumOf('tax'),
      total: sumOf('total'),
    };
  });
}
