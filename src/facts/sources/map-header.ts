/** Where the mapping of a source meets the header of a file. */
import { told, type Problem } from '../../problem.js';
import { didYouMean } from '../../words/did-you-mean.js';
import { mapCells, type FileMapping } from './file-mapping.js';
import { SOURCES_FILE, type Source } from './source.js';

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
  const names = header.filter((other) => other !== '');
  return [
    times === 0
      ? told(
          'column-missing',
          place,
          `source ${source.position} of ${SOURCES_FILE} names the column ${JSON.stringify(name)}, and the file has none of that name`,
          `${didYouMean(name, names)} The header is line ${source.skipLines + 1}: ${names.slice(0, 60).join(', ')}`,
        )
      : told(
          'column-doubled',
          place,
          `source ${source.position} of ${SOURCES_FILE} names the column ${JSON.stringify(name)}, and the file has it ${times} times`,
          'export the file with one of them, or name another column',
        ),
  ];
}
