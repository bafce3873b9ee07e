/** Headers that somebody has written down: those of the presets, and what columns are usually called. */
import { HEADER_SYNONYMS } from './header-synonyms.js';
import { allPresets } from './presets.js';

let known: ReadonlySet<string> | null = null;

/** How many names of a row are such headers. */
export function knownNames(row: readonly string[]): number {
  known ??= new Set([
    ...Object.values(HEADER_SYNONYMS).flatMap((columns) => Object.values(columns).flat()),
    ...allPresets().flatMap(({ header }) => header),
  ]);
  const names = known;
  return row.filter((name) => names.has(name)).length;
}
