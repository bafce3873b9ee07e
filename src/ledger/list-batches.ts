/** The batches of an output folder by their names alone. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathKind } from '../path-kind.js';
import { batchPlace, batchSequences, isPeriodFolder } from './batch-place.js';

/** `YYYY-MM` of each period that has a folder, in order. */
export async function listPeriods(output: string): Promise<string[]> {
  return (await foldersIn(output)).filter(isPeriodFolder).sort();
}

/** The sequences of a period's batches, in order. */
export async function listBatches(output: string, period: string): Promise<number[]> {
  return batchSequences(await foldersIn(join(output, period)));
}

/** Where the batches of all periods are, in order: `2026-10/batch-001`. */
export async function listPlaces(output: string): Promise<string[]> {
  const places: string[] = [];
  for (const period of await listPeriods(output)) {
    for (const sequence of await listBatches(output, period))
      places.push(batchPlace(period, sequence));
  }
  return places;
}

/** `YYYY-MM` of the latest period that has a batch. */
export async function lastPublishedPeriod(output: string): Promise<string | null> {
  for (const period of (await listPeriods(output)).reverse()) {
    if ((await listBatches(output, period)).length > 0) return period;
  }
  return null;
}

/** Real folders alone: a link is never followed. */
async function foldersIn(folder: string): Promise<string[]> {
  if ((await pathKind(folder)) !== 'folder') return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}
