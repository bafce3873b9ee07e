/** What every comparison begins and ends with: the input is read once, and problems say where people keep its tables. */
import { isFolder } from '../path-kind.js';
import { problem } from '../problem.js';
import { readReference, type ReferenceRead } from '../reference/read-reference.js';
import { atPlaces, placesOf, type TablePlaces } from '../reference/table-places.js';
import type { CompareRequest, CompareResult } from './compare-request.js';

/** `compare` makes the comparison from what was read. Without an output folder there is nothing to compare with. */
export async function compareInput<Request extends CompareRequest>(
  request: Request,
  compare: (reference: ReferenceRead, request: Request) => Promise<CompareResult>,
): Promise<CompareResult> {
  const { input, output, progress } = request;
  if (!(await isFolder(output))) {
    const missing = problem('output-missing', { file: output }, { case: 'run' });
    return { data: null, problems: [missing] };
  }
  progress('reference');
  const reference = await readReference(input, []);
  const compared = await compare(reference, request);
  return toldAtPlaces(compared, placesOf(Object.values(reference.reads)));
}

function toldAtPlaces({ data, problems }: CompareResult, places: TablePlaces): CompareResult {
  const cells = data?.cells.map((cell) => {
    const [reason = null] = cell.reason === null ? [] : atPlaces([cell.reason], places);
    return { ...cell, reason };
  });
  return {
    data: data === null ? null : { ...data, cells: cells ?? [] },
    problems: atPlaces(problems, places),
  };
}
