/** A file of facts → its rows as text, in SQL. */
import { quoted, quotedPath } from '../database.js';
import { CLOSED_LISTS, type CellKind, type FactTable } from '../fact-tables.js';
import { areBlank, csvScan } from '../files/csv-scan.js';
import { parquetText } from '../files/parquet-text.js';
import { selectSource } from '../sources/select-source.js';
import { VALUE_NAMES } from '../../words/table-words.js';
import type { TableFile } from './table-file.js';

/**
 * Selects `file`, `record`, `broken`, `left_out` and the cells of the table. With `mayCountLater` the
 * record may be NULL: the engine then reads the file in pieces, and the rows are counted where they lie.
 */
export function selectFile(table: FactTable, file: TableFile, mayCountLater: boolean): string {
  if (file.mapping !== null) return selectSource(file, file.mapping);
  if (file.types !== null) return selectParquet(table, file, file.types);
  return selectCsv(table, file, mayCountLater && !file.hasQuotes);
}

function selectParquet(
  table: FactTable,
  { file, path, header, headers }: TableFile,
  types: readonly string[],
): string {
  const typeOf = new Map(header.map((name, at) => [name, types[at] ?? '']));
  const cells = Object.entries(table.columns).map(([name, kind]) => {
    const written = `"${(headers.get(name) ?? name).replaceAll('"', '""')}"`;
    return `${wordOf(kind, parquetText(written, typeOf.get(name)))} AS ${name}`;
  });
  return `SELECT ${quoted(file)} AS file, file_row_number + 1 AS record, false AS broken,
      NULL AS left_out, ${cells.join(', ')}
    FROM read_parquet(${quotedPath(path)}, hive_partitioning = false, file_row_number = true)`;
}

function selectCsv(table: FactTable, tableFile: TableFile, inPieces: boolean): string {
  const { file, header, unnamedColumns, hasOuterBlanks, linesAboveHeader } = tableFile;
  const last = header.at(-1) ?? '';
  const cellOf = (name: string): string => (hasOuterBlanks ? `trimmed(${name})` : name);
  const cells = Object.entries(table.columns).map(([name, kind]) => {
    const text = header.includes(name) ? wordOf(kind, `coalesce(${cellOf(name)}, '')`) : `''`;
    return `${text} AS ${name}`;
  });
  const unnamed = Array.from({ length: unnamedColumns }, (_, at) => `unnamed_${at}`);
  const beyond = [...unnamed, 'beyond_last_column'].map(cellOf);
  return `SELECT ${quoted(file)} AS file, ${inPieces ? 'NULL' : 'row_number() OVER ()'} AS record,
      ${last} IS NULL OR NOT ${areBlank(beyond)} AS broken,
      CASE WHEN ${areBlank([...header.map(cellOf), ...beyond])} THEN 'blank_row' END AS left_out, ${cells.join(', ')}
    FROM ${csvScan(tableFile, [...header, ...unnamed], linesAboveHeader + 1, inPieces)}`;
}

/** A word of a closed list, which may be in Chinese. */
function wordOf(kind: CellKind, text: string): string {
  if (kind !== 'role' && kind !== 'status') return text;
  const whens = CLOSED_LISTS[kind].flatMap((word) =>
    (VALUE_NAMES[word] ?? []).map((name) => `WHEN ${quoted(name)} THEN ${quoted(word)}`),
  );
  return `CASE ${text} ${whens.join(' ')} ELSE ${text} END`;
}
