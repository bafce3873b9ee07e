/** What a schema cannot say of a source: its columns are the table's, and all of them are fed. */
import { findCurrency } from '../../money/currency.js';
import { told, type Problem } from '../../problem.js';
import { CLOSED_LISTS, FACT_TABLES, type CellKind } from '../fact-tables.js';
import { conflictingFormats } from './time-formats.js';
import { didYouMean } from '../../words/did-you-mean.js';
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
  ];
}

function malformed(source: Source, column: string, message: string, hint: string): Problem {
  const place = { file: SOURCES_FILE, record: source.position, column };
  return told('source-malformed', place, message, hint);
}

function unsafeGlob(source: Source): Problem[] {
  const { files } = source;
  const leaves = files.startsWith('/') || files.includes('\\') || files.split('/').includes('..');
  if (!leaves) return [];
  return [
    malformed(
      source,
      'files',
      `${JSON.stringify(files)} leads out of the input folder`,
      'name files in the input folder, with / between folders',
    ),
  ];
}

function unknownColumns(source: Source): Problem[] {
  const names = Object.keys(FACT_TABLES[source.table].columns);
  const { columns, constants, idPrefixes } = source;
  return Object.entries({ columns, constants, id_prefixes: idPrefixes }).flatMap(([key, given]) =>
    Object.keys(given)
      .filter((name) => !names.includes(name))
      .map((name) =>
        malformed(
          source,
          `${key}.${name}`,
          `${source.table} has no column ${JSON.stringify(name)}`,
          `${didYouMean(name, names)} Its columns are ${names.join(', ')}`,
        ),
      ),
  );
}

function missingColumns(source: Source): Problem[] {
  const { columns, optionalColumns } = FACT_TABLES[source.table];
  return Object.entries(columns)
    .filter(([name]) => !optionalColumns.includes(name))
    .filter(([name]) => !(name in source.columns) && !(name in source.constants))
    .map(([name, kind]) =>
      malformed(
        source,
        `columns.${name}`,
        `nothing feeds ${name} of ${source.table}`,
        `name its header in columns, or give it in constants${kind === 'optional' ? ' (null where there is none)' : ''}`,
      ),
    );
}

function doubledColumns(source: Source): Problem[] {
  return Object.keys(source.columns)
    .filter((name) => name in source.constants)
    .map((name) =>
      malformed(
        source,
        `constants.${name}`,
        `${name} is fed by a column and by a constant`,
        'keep one of them',
      ),
    );
}

function badConstants(source: Source): Problem[] {
  const { columns } = FACT_TABLES[source.table];
  return Object.entries(source.constants).flatMap(([name, value]) => {
    const kind = columns[name];
    if (kind === undefined) return [];
    const expected = expectedConstant(kind, value);
    if (expected === null) return [];
    const found = `${name} is ${JSON.stringify(value)}`;
    return [malformed(source, `constants.${name}`, found, `write ${expected}`)];
  });
}

/** What a constant should have been; null where it is that. */
function expectedConstant(kind: CellKind, value: string | null): string | null {
  if (value === null) return kind === 'optional' ? null : 'a text: this column is never blank';
  switch (kind) {
    case 'currency':
      return findCurrency(value) === undefined ? 'a code of ISO 4217, such as CNY' : null;
    case 'role':
    case 'status': {
      const words = CLOSED_LISTS[kind];
      return words.includes(value) ? null : listed(words);
    }
    default:
      return null;
  }
}

/** `worked, absent or leave`. */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

function badPrefixes(source: Source): Problem[] {
  return Object.keys(source.idPrefixes)
    .filter((name) => !name.endsWith('_id'))
    .map((name) =>
      malformed(
        source,
        `id_prefixes.${name}`,
        `${name} is no id`,
        'a prefix goes before ids alone, such as order_id',
      ),
    );
}

function conflictingTimes(source: Source): Problem[] {
  const conflict = conflictingFormats(source.times);
  if (conflict === null) return [];
  const [left, right] = conflict.map(({ format }) => JSON.stringify(format));
  return [
    malformed(
      source,
      'times',
      `${String(left)} and ${String(right)} may read one cell as two times`,
      'keep the one that the export has; give files of the other format a source of their own',
    ),
  ];
}
