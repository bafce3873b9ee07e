/** A platform export → the rows of a fact table, as text. */
import { isOneOf, quoted, quotedPath } from '../database.js';
import { areBlank, csvScan } from '../files/csv-scan.js';
import type { FactFile } from '../files/fact-file.js';
import { textForSource } from '../files/parquet-text.js';
import type { FileMapping } from './file-mapping.js';

/** Selects file, record, broken, left_out and the table's cells; record 1 is the first row below the header. */
export function selectSource(file: FactFile, mapping: FileMapping): string {
  const reasons = mapping.leftOut.map(
    ({ condition, outcome }) => `WHEN ${condition} THEN ${quoted(outcome)}`,
  );
  const whens = [`WHEN is_blank THEN 'blank_row'`, ...reasons];
  // A line below the rows, such as a total, may be short; one that is too long is nothing to guess at.
  const leftOut = `CASE WHEN wide THEN NULL ${whens.join(' ')} END`;
  const cells = Object.entries(mapping.cells).map(([name, sql]) => `${sql} AS ${name}`);
  return `SELECT ${quoted(file.file)} AS file, record, short OR wide AS broken, ${leftOut} AS left_out, ${cells.join(', ')}
    FROM (${filledCells(mapping, unwrappedCells(mapping, bareCells(file, mapping)))})`;
}

const OF_ROWS = ['record', 'short', 'wide', 'is_blank'];

/** A step of its own, as is the next: a cell is asked about more often than it is made. */
function unwrappedCells({ used }: FileMapping, rows: string): string {
  const cells = used.map((at) => `unwrapped(c${at}) AS c${at}`);
  return `SELECT ${[...OF_ROWS, ...cells].join(', ')} FROM (${rows})`;
}

function filledCells({ used, blanks }: FileMapping, rows: string): string {
  if (blanks.length === 0) return rows;
  const cells = used.map(
    (at) => `CASE WHEN ${isOneOf(`c${at}`, blanks)} THEN '' ELSE c${at} END AS c${at}`,
  );
  return `SELECT ${[...OF_ROWS, ...cells].join(', ')} FROM (${rows})`;
}

function bareCells(file: FactFile, mapping: FileMapping): string {
  const { used, last, recordAt, decimalMark } = mapping;
  const { path, header, types, linesAboveHeader, hasOuterBlanks } = file;
  const names = header.map((_name, at) => `c${at}`);
  if (types !== null) {
    const cells = used.map(
      (at) => `bare_cell(${textForSource(`c${at}`, types[at], decimalMark)}) AS c${at}`,
    );
    const record = recordAt === null ? 'row_at + 1' : `c${recordAt}`;
    return `SELECT ${[`${record} AS record`, 'false AS short', 'false AS wide', 'false AS is_blank', ...cells].join(', ')}
      FROM read_parquet(${quotedPath(path)}, hive_partitioning = false, file_row_number = true) AS raw(${[...names, 'row_at'].join(', ')})`;
  }
  const bare = hasOuterBlanks ? 'bare_cell' : 'without_apostrophe';
  const cells = used.map((at) => `${bare}(c${at}) AS c${at}`);
  const fixed = [
    'row_number() OVER () AS record',
    `c${last} IS NULL AS short`,
    `coalesce(beyond_last_column, '') <> '' AS wide`,
    `${areBlank(hasOuterBlanks ? names.map((name) => `trimmed(${name})`) : names)} AS is_blank`,
  ];
  return `SELECT ${[...fixed, ...cells].join(', ')} FROM ${csvScan(file, names, linesAboveHeader + 1, false)}`;
}
