/** Problems call a reference table `contracts.csv`; people are told where they keep it. */
import type { Problem } from '../problem.js';
import type { TableRead, TableShape } from './read-table.js';

/** By the program's name of a table, what people call its place; only where the two differ. */
export type TablePlaces = ReadonlyMap<string, string>;

export function placesOf(
  tables: readonly Pick<TableRead<TableShape>, 'file' | 'place'>[],
): TablePlaces {
  return new Map(
    tables.flatMap(({ file, place }) => (file === place ? [] : [[file, place] as const])),
  );
}

/** The problems as people are told them. */
export function atPlaces(problems: readonly Problem[], places: TablePlaces): readonly Problem[] {
  if (places.size === 0) return problems;
  return problems.map((found) => ({ ...found, file: places.get(found.file) ?? found.file }));
}
