/** Where the mapping of a source meets the header of a file. */
import { problem, type Problem } from '../../problem.js';
import { nearestWord } from '../../words/nearest-word.js';
import { mapCells, type FileMapping } from './file-mapping.js';
import type { Source } from './source.js';

/** How the file feeds its table, or which of the columns that the source names it lacks. */
export function mapHeader(
  file: string,
  source: Source,
  header: readonly string[],
): { mapping: FileMapping | null; problems: Problem[] } {
  const headerOf = (name: string): string => source.columns[name] ?? name;
  const at = (name: string): number => header.indexOf(headerOf(name).trim());
  const skipped = [...source.skipWhereBlank, ...source.skipWhereZero].map(headerOf);
  const named = new Set([...Object.values(source.columns), ...skipped]);
  const problems = [...named].flatMap((name) => headerFault(file, source, name, header));
  return { mapping: problems.length > 0 ? null : mapCells(source, header, at), problems };
}

function headerFault(
  file: string,
  source: Source,
  name: string,
  header: readonly string[],
): Problem[] {
  const times = header.filter((other) => other === name).length;
  if (times === 1) return [];
  const place = { file, column: name };
  const { position, skipLines } = source;
  if (times > 1) return [problem('column-doubled', place, { case: 'source', position, times })];
  const names = header.filter((other) => other !== '');
  return [
    problem('column-missing', place, {
      case: 'source',
      position,
      headerLine: skipLines + 1,
      header: names,
      nearest: nearestWord(name, names),
    }),
  ];
}
