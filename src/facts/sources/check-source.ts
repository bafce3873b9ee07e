/** What a schema cannot say of a source: its columns are the table's, and all of them are fed. */
import { findCurrency } from '../../money/currency.js';
import { problem, type Problem } from '../../problem.js';
import type { ProblemValues } from '../../problem-values.js';
import { CLOSED_LISTS, FACT_TABLES, SUMMED_COLUMNS, type CellKind } from '../fact-tables.js';
import { conflictingFormats } from './time-formats.js';
import { nearestWord } from '../../words/nearest-word.js';
import { SOURCES_FILE, type Source } from './source.js';

export function checkSource(source: Source): Problem[] {
  return [
    ...unsafeGlob(source),
    ...unknownColumns(source),
    ...missingColumns(source),
    ...doubledColumns(source),
    ...badConstants(source),
    ...badPrefixes(source),
    ...conflictingTimes(source),
    ...countedConstant(source),
    ...unusedKeys(source),
  ];
}

function malformed(
  source: Source,
  column: string,
  values: ProblemValues['source-malformed'],
): Problem {
  const place = { file: SOURCES_FILE, record: source.position, column };
  return problem('source-malformed', place, values);
}

function unsafeGlob(source: Source): Problem[] {
  const { files } = source;
  const leaves = files.startsWith('/') || files.includes('\\') || files.split('/').includes('..');
  if (!leaves) return [];
  return [malformed(source, 'files', { case: 'glob-outside', glob: files })];
}

function unknownColumns(source: Source): Problem[] {
  const names = Object.keys(FACT_TABLES[source.table].columns);
  const { table, columns, constants, idPrefixes, values } = source;
  return Object.entries({ columns, constants, id_prefixes: idPrefixes, values }).flatMap(
    ([key, given]) =>
      Object.keys(given)
        .filter((name) => !names.includes(name))
        .map((name) =>
          malformed(source, `${key}.${name}`, {
            case: 'unknown-column',
            table,
            name,
            columns: names,
            nearest: nearestWord(name, names),
          }),
        ),
  );
}

function missingColumns(source: Source): Problem[] {
  // what a query makes is looked at where it runs
  if (source.query !== null) return [];
  const { columns, optionalColumns } = FACT_TABLES[source.table];
  return Object.entries(columns)
    .filter(([name]) => !optionalColumns.includes(name))
    .filter(([name]) => !(name in source.columns) && !(name in source.constants))
    .map(([name, kind]) =>
      malformed(source, `columns.${name}`, {
        case: 'unfed-column',
        table: source.table,
        name,
        mayBeNull: kind === 'optional',
      }),
    );
}

function doubledColumns(source: Source): Problem[] {
  return Object.keys(source.columns)
    .filter((name) => name in source.constants)
    .map((name) => malformed(source, `constants.${name}`, { case: 'fed-twice', name }));
}

function badConstants(source: Source): Problem[] {
  const { columns } = FACT_TABLES[source.table];
  return Object.entries(source.constants).flatMap(([name, value]) => {
    const kind = columns[name];
    if (kind === undefined) return [];
    const expected = expectedConstant(kind, value);
    if (expected === null) return [];
    return [malformed(source, `constants.${name}`, { case: 'constant', name, value, expected })];
  });
}

/** What a constant should have been; null where it is that. */
function expectedConstant(
  kind: CellKind,
  value: string | null,
): 'text' | 'currency' | 'role' | 'status' | null {
  if (value === null) return kind === 'optional' ? null : 'text';
  switch (kind) {
    case 'currency':
      return findCurrency(value.toUpperCase()) === undefined ? kind : null;
    case 'role':
    case 'status':
      return CLOSED_LISTS[kind].includes(value) ? null : kind;
    default:
      return null;
  }
}

function badPrefixes(source: Source): Problem[] {
  return Object.keys(source.idPrefixes)
    .filter((name) => !name.endsWith('_id'))
    .map((name) => malformed(source, `id_prefixes.${name}`, { case: 'prefix', name }));
}

/** The same number in every row would be one a day, however many rows there are. */
function countedConstant(source: Source): Problem[] {
  if (source.countRows || typeof source.constants['consultations'] !== 'string') return [];
  return [malformed(source, 'constants.consultations', { case: 'constant-count' })];
}

/** Keys that mean nothing for the table, or nothing together. */
function unusedKeys(source: Source): Problem[] {
  const { table, lines, countRows, reading, thousandsMark, columns } = source;
  const faults: [boolean, string, ProblemValues['source-malformed']][] = [
    [countRows && table !== 'consultations', 'count_rows', { case: 'rows-not-counted', table }],
    [countRows && 'consultations' in columns, 'columns.consultations', { case: 'counted-twice' }],
    [lines === 'sum' && !(table in SUMMED_COLUMNS), 'lines', { case: 'lines-not-summed', table }],
    [
      source.query !== null && Object.keys(columns).length > 0,
      'columns',
      { case: 'query-and-columns' },
    ],
    [reading.decimalMark === thousandsMark, 'thousands_mark', { case: 'one-mark' }],
  ];
  return faults.flatMap(([isFault, column, values]) =>
    isFault ? [malformed(source, column, values)] : [],
  );
}

function conflictingTimes(source: Source): Problem[] {
  const conflict = conflictingFormats(source.times);
  if (conflict === null) return [];
  const formats = conflict.map(({ format }) => format);
  return [malformed(source, 'times', { case: 'time-formats', formats })];
}
