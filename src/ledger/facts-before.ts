/** How far the facts of the month before reached, as its batch says. */
import type { FactExtent } from '../facts/usage/fact-extents.js';
import { ifBroken, readBatch } from './batch.js';
import { listBatches, listPeriods } from './list-batches.js';

export interface FactsBefore {
  /** `YYYY-MM`. */
  readonly period: string;
  readonly facts: readonly FactExtent[];
}

/** Of the latest published period before `period`; null where there is none, or nothing is known of its facts. */
export async function factsBefore(output: string, period: string): Promise<FactsBefore | null> {
  const earlier = (await listPeriods(output)).filter((one) => one < period);
  for (const one of earlier.reverse()) {
    const last = (await listBatches(output, one)).at(-1);
    if (last === undefined) continue;
    const batch = await readBatch(output, one, last).catch(ifBroken);
    const facts = batch?.manifest.facts;
    return facts === undefined ? null : { period: one, facts };
  }
  return null;
}
