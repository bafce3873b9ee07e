/** A comparison whose problems say where people keep the tables that they are about. */
import { atPlaces, type TablePlaces } from '../reference/table-places.js';
import type { CompareResult } from './compare-request.js';

export function toldAtPlaces(
  { data, problems }: CompareResult,
  places: TablePlaces,
): CompareResult {
  const cells = data?.cells.map((cell) => {
    const [reason = null] = cell.reason === null ? [] : atPlaces([cell.reason], places);
    return { ...cell, reason };
  });
  return {
    data: data === null ? null : { ...data, cells: cells ?? [] },
    problems: atPlaces(problems, places),
  };
}
