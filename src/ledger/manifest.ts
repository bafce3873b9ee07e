/** The manifest of a batch: what went in, what came out, and the batch before it. */
import type { FactExtent } from '../facts/usage/fact-extents.js';
import type { ControlTotal } from './control-totals.js';

export const MANIFEST = 'manifest.json';

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
  /** Of the batches of all earlier periods, as they stood: see `earlierBatchesHash`; null where there are none. */
  readonly earlier: string | null;
  readonly ledger: string;
  readonly version: string;
  /** Only what changes money. */
  readonly arguments: Readonly<Record<string, string | number | boolean>>;
  readonly provider: { readonly name: string; readonly tax_id: string };
  readonly settlement_days: number;
  readonly time_zone: string;
  /** How far the facts of the period reach, by table; older batches do not say. */
  readonly facts?: readonly FactExtent[];
  readonly inputs: readonly FileRecord[];
  readonly outputs: readonly FileRecord[];
  readonly control_totals: readonly ControlTotal[];
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
