/**
 * A file of facts together with the way in which its columns feed a table. `header` has the table's own
 * names where the file calls them so in Chinese.
 */
import { namedColumns } from '../../reference/named-columns.js';
import { isTitle, titleProblem } from '../../reference/title-row.js';
import type { Problem } from '../../problem.js';
import { columnsNamed } from '../../words/table-words.js';
import type { FactTable } from '../fact-tables.js';
import { headerNames } from '../files/header-of.js';
import type { FactFile } from '../files/fact-file.js';
import type { FileMapping } from '../sources/file-mapping.js';
import { mapHeader } from '../sources/map-header.js';
import { withDatesOfSheets, type Source } from '../sources/source.js';
import { headerProblems } from './header-problems.js';

export interface TableFile extends FactFile {
  /** How many columns without a name follow those of the header; of an export, the header has them all. */
  readonly unnamedColumns: number;
  /** What the file calls the table's columns, by column; only where the two differ. */
  readonly headers: ReadonlyMap<string, string>;
  /** How an export feeds the table; null where the header names the table's own columns. */
  readonly mapping: FileMapping | null;
}

/** `source`: what reads the file; null where it is the table's by its plain name. */
export function tableFile(
  file: FactFile,
  table: FactTable,
  source: Source | null,
): { readonly file: TableFile | null; readonly problems: readonly Problem[] } {
  if (source !== null) {
    const header = headerNames(file.header, file.namesAbove);
    const read = file.isWorkbook ? withDatesOfSheets(source) : source;
    const { mapping, problems } = mapHeader(file.file, read, header);
    const fed =
      mapping === null
        ? null
        : { ...file, header, headers: fedBy(source), unnamedColumns: 0, mapping };
    return { file: fed, problems };
  }
  const written = file.types === null ? namedColumns(file.header) : file.header;
  const columns = Object.keys(table.columns);
  const header = columnsNamed(written, columns);
  const { cells, row } = file.belowHeader;
  const problems = isTitle(written, cells, columns)
    ? [titleProblem(file.file, written, row)]
    : headerProblems(file.file, header, table);
  if (problems.length > 0) return { file: null, problems };
  const unnamedColumns = file.header.length - header.length;
  const headers = new Map(header.map((column, at) => [column, written[at] ?? column]));
  return { file: { ...file, header, headers, unnamedColumns, mapping: null }, problems };
}

/** The headers of an export, by the column that each feeds. */
function fedBy({ columns }: Source): Map<string, string> {
  return new Map(
    Object.entries(columns).map(([column, headers]) => [column, headers.join(' + ')] as const),
  );
}
