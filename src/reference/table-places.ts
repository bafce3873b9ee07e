/** Problems call a reference table `contracts.csv` and its columns as we do; people are told what they see. */
import type { Problem } from '../problem.js';
import type { TableRead, TableShape } from './read-table.js';

interface TablePlace {
  /** Where people keep the table. */
  readonly place: string;
  /** What their header calls the columns, by column; only where the two differ. */
  readonly headers: ReadonlyMap<string, string>;
}

/** By the program's name of a table; only where anything differs. */
export type TablePlaces = ReadonlyMap<string, TablePlace>;

export function placesOf(
  tables: readonly Pick<TableRead<TableShape>, 'file' | 'place' | 'headers'>[],
): TablePlaces {
  const told = tables.filter(({ file, place, headers }) => file !== place || headers.size > 0);
  return new Map(told.map(({ file, place, headers }) => [file, { place, headers }] as const));
}

/** The problems as people are told them. */
export function atPlaces(problems: readonly Problem[], places: TablePlaces): readonly Problem[] {
  if (places.size === 0) return problems;
  return problems.map((found) => {
    const at = places.get(found.file);
    if (at === undefined) return found;
    const column = found.column === null ? null : (at.headers.get(found.column) ?? found.column);
    return { ...found, file: at.place, column };
  });
}
