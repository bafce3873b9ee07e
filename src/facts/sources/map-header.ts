/** Where the mapping of a source meets the header of a file. */
import { problem, type Problem } from '../../problem.js';
import { nearestWord } from '../../words/nearest-word.js';
import { FACT_TABLES } from '../fact-tables.js';
import { headersNamed, mapCells, type FileMapping } from './file-mapping.js';
import type { CellsOf, Source } from './source.js';
import { zoneNamedIn } from './time-zones.js';

/** How the file feeds its table, or which of the columns that the source names it lacks. */
export function mapHeader(
  file: string,
  given: Source,
  header: readonly string[],
): { mapping: FileMapping | null; problems: Problem[] } {
  const at = (name: string): number => placeIn(header, name);
  const source = withoutAbsentFilters(given, header);
  const faults = [
    ...headersNamed(source).flatMap((name) => missing(file, source, name, header)),
    ...doubledAmounts(file, source, header),
    ...unstatedZones(file, source),
  ];
  if (faults.length > 0) return { mapping: null, problems: faults };
  return {
    mapping: mapCells(source, header, at),
    problems: unfilteredStatuses(file, source, header),
  };
}

/** No row is left out by a column that the file lacks, where its preset says that it may. */
function withoutAbsentFilters(source: Source, header: readonly string[]): Source {
  const absent = source.mayLack.filter((name) => placeIn(header, name) < 0);
  const present = (cells: CellsOf): CellsOf =>
    Object.fromEntries(Object.entries(cells).filter(([name]) => !absent.includes(name)));
  return {
    ...source,
    skipWhere: present(source.skipWhere),
    keepWhere: present(source.keepWhere),
  };
}

/** The first of several columns of one name may be called `NAME.1` too; -1 where there is none. */
function placeIn(header: readonly string[], name: string): number {
  const at = header.indexOf(name.trim());
  return at < 0 ? header.indexOf(name.trim().replace(/\.1$/, '')) : at;
}

/** An amount that stands under its name twice may be either: the source has to say which. */
function doubledAmounts(file: string, source: Source, header: readonly string[]): Problem[] {
  const { table, columns, position } = source;
  const kinds = FACT_TABLES[table].columns;
  const timesOf = (name: string): number =>
    header.filter((other) => other === name || other.replace(/\.\d+$/, '') === name).length;
  return Object.entries(columns)
    .filter(([name]) => ['money', 'amount', 'whole'].includes(kinds[name] ?? ''))
    .flatMap(([, headers]) => headers)
    .filter((name) => header.includes(`${name}.2`))
    .map((name) =>
      problem(
        'column-doubled',
        { file, column: name },
        { case: 'source', position, times: timesOf(name) },
      ),
    );
}

function missing(file: string, source: Source, name: string, header: readonly string[]): Problem[] {
  if (placeIn(header, name) >= 0) return [];
  const names = header.filter((other) => other !== '');
  return [
    problem(
      'column-missing',
      { file, column: name },
      {
        case: 'source',
        position: source.position,
        headerLine: source.reading.linesAboveHeader + 1,
        header: names,
        nearest: nearestWord(name, names),
      },
    ),
  ];
}

/** A header such as `Created date (UTC)` names a zone: its times are not read in the provider's in silence. */
function unstatedZones(file: string, source: Source): Problem[] {
  const { table, columns, timeZone, times } = source;
  const kinds = FACT_TABLES[table].columns;
  const isStated = timeZone !== null || times.some(({ fields }) => fields.includes('offset'));
  if (isStated) return [];
  return Object.entries(columns)
    .filter(([name]) => kinds[name] === 'time' || kinds[name] === 'date')
    .flatMap(([, headers]) => headers)
    .flatMap((name) => {
      const zone = zoneNamedIn(name);
      if (zone === null) return [];
      return problem('zone-unstated', { file, column: name }, { position: source.position, zone });
    });
}

const STATUS = /status|状态|狀態|ステータス|상태|trạng thái|สถานะ|estado|statut|stato/i;
/** What becomes of the parcel, and not of the money. */
const OF_THE_PARCEL = /fulfil|发货|物流|快递|配送|shipping|shipment|delivery|打印|发票|invoice/i;

/** An order that was cancelled may keep its amount: whoever maps the file has to say which rows count. */
function unfilteredStatuses(file: string, source: Source, header: readonly string[]): Problem[] {
  if (source.table !== 'orders' && source.table !== 'refunds') return [];
  const filtered = [...Object.keys(source.skipWhere), ...Object.keys(source.keepWhere)];
  return header
    .filter((name) => STATUS.test(name) && !OF_THE_PARCEL.test(name) && !filtered.includes(name))
    .map((name) =>
      problem(
        'status-unfiltered',
        { file, column: name },
        { position: source.position, table: source.table },
      ),
    );
}
