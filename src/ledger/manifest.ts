/** The manifest of a batch: what went in, what came out, and the batch before it. */
import { createHash } from 'node:crypto';
import { groupInOrder } from '../group-by.js';
import type { Document } from '../documents/document.js';
import { formatAmount, sumAmounts } from '../money/amount.js';

export interface FileRecord {
  readonly file: string;
  readonly sha256: string;
  readonly rows: number | null;
}

export interface Manifest {
  readonly period: string;
  readonly batch: number;
  /** SHA-256 of the manifest of the batch before, in the period or the ledger; null for a ledger's first. */
  readonly previous: string | null;
  readonly ledger: string;
  readonly version: string;
  /** Only what changes money. */
  readonly arguments: Readonly<Record<string, string | number | boolean>>;
  readonly settlement_days: number;
  readonly time_zone: string;
  readonly inputs: readonly FileRecord[];
  readonly outputs: readonly FileRecord[];
  readonly control_totals: readonly ControlTotal[];
}

export interface ControlTotal {
  readonly currency: string;
  readonly documents: number;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
}

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

type Totals = Pick<Document, 'currency' | 'net' | 'tax' | 'total'>;

/** Per currency, in order of its code. */
export function controlTotals(documents: readonly Totals[]): ControlTotal[] {
  const byCurrency = groupInOrder(documents, ({ currency }) => currency.code);
  return [...byCurrency].map(([code, of]) => {
    const total = (key: 'net' | 'tax' | 'total'): string =>
      formatAmount(sumAmounts(of.map((document) => document[key])), of[0].currency);
    return {
      currency: code,
      documents: of.length,
      net: total('net'),
      tax: total('tax'),
      total: total('total'),
    };
  });
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
