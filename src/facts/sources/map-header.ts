/** Where the mapping of a source meets the header of a file. */
import { problem, type Problem } from '../../problem.js';
import { FACT_TABLES } from '../fact-tables.js';
import { headersNamed, mapCells, type FileMapping } from './file-mapping.js';
import { missingHeaders, placeIn, statusesUnfiltered, zonesUnstated } from './header-checks.js';
import type { CellsOf, Source } from './source.js';

/** How the file feeds its table, or which of the columns that the source names it lacks. */
export function mapHeader(
  file: string,
  given: Source,
  header: readonly string[],
): { mapping: FileMapping | null; problems: Problem[] } {
  const at = (name: string): number => placeIn(header, name);
  const source = withoutAbsentFilters(given, header);
  const faults = [
    ...missingHeaders(file, source, header),
    ...doubledHeaders(file, source, header),
    ...zonesUnstated(file, source, headersOfTimes(source)),
  ];
  if (faults.length > 0) return { mapping: null, problems: faults };
  return {
    mapping: mapCells(source, header, at),
    problems: statusesUnfiltered(file, source, header),
  };
}

/** No row is left out by a column that the file lacks, where its preset says that it may. */
export function withoutAbsentFilters(source: Source, header: readonly string[]): Source {
  const absent = source.mayLack.filter((name) => placeIn(header, name) < 0);
  const present = (cells: CellsOf): CellsOf =>
    Object.fromEntries(Object.entries(cells).filter(([name]) => !absent.includes(name)));
  return {
    ...source,
    skipWhere: present(source.skipWhere),
    keepWhere: present(source.keepWhere),
  };
}

function headersOfTimes({ table, columns }: Source): string[] {
  const kinds = FACT_TABLES[table].columns;
  return Object.entries(columns)
    .filter(([name]) => kinds[name] === 'time' || kinds[name] === 'date')
    .flatMap(([, headers]) => headers);
}

/**
 * A name that stands over two columns may be either: the source has to say which. Where it names the second
 * one too, its name alone is the first; of amounts that is not enough.
 */
function doubledHeaders(file: string, source: Source, header: readonly string[]): Problem[] {
  const { table, columns, position } = source;
  const kinds = FACT_TABLES[table].columns;
  const amounts = Object.entries(columns)
    .filter(([name]) => ['money', 'amount', 'whole'].includes(kinds[name] ?? ''))
    .flatMap(([, headers]) => headers);
  const named = headersNamed(source);
  const timesOf = (name: string): number =>
    header.filter((other) => other === name || other.replace(/\.\d+$/, '') === name).length;
  return named
    .filter((name) => header.includes(`${name}.2`))
    .filter((name) => amounts.includes(name) || !named.includes(`${name}.2`))
    .map((name) =>
      problem(
        'column-doubled',
        { file, column: name },
        { case: 'source', position, times: timesOf(name) },
      ),
    );
}
