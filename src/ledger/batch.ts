/** One published batch as it is on disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { throwSystemFault } from '../system-fault.js';
import { batchPlace } from './batch-place.js';
import { MANIFEST, type Manifest } from './manifest.js';
import { sha256 } from './sha256.js';

export interface Batch {
  /** `YYYY-MM`, as the folder says. */
  readonly period: string;
  /** 1 for the first batch of the period, as the folder says. */
  readonly sequence: number;
  /** Relative to the output folder. */
  readonly place: string;
  readonly manifest: Manifest;
  /** SHA-256 of the manifest. */
  readonly hash: string;
}

/** For those who pass over a batch that is broken, which others refuse; a disk that fails does not say that it is. */
export function ifBroken(error: unknown): null {
  throwSystemFault(error);
  return null;
}

/** Throws where the manifest cannot be read. */
export async function readBatch(output: string, period: string, sequence: number): Promise<Batch> {
  const place = batchPlace(period, sequence);
  const text = await readFile(join(output, place, MANIFEST), 'utf8');
  return { period, sequence, place, manifest: JSON.parse(text) as Manifest, hash: sha256(text) };
}
