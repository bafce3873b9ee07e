/** The bad rows of a file. */
import { isSpreadsheetError, spreadsheetErrorCase } from '../../reference/spreadsheet-errors.js';
import { decimalMistake } from '../../words/decimal-mistake.js';
import { isDateWritten, isTimeWritten } from '../../words/iso-shape.js';
import { nearestWord } from '../../words/nearest-word.js';
import { problem, type Problem, type ProblemPlace } from '../../problem.js';
import type { RowProblems } from '../../row-problems.js';
import { textOf, wholeOf, type Database, type Row } from '../database.js';
import { CLOSED_LISTS, type FactTable } from '../fact-tables.js';
import { recordOfExport } from './queries/record-steps.js';
import type { FileMapping } from '../sources/file-mapping.js';
import { merchantOf } from './merchant-of.js';
import { addProblemsOfRows, OF_KNOWN_MERCHANT } from './problems-of-rows.js';

/** Adds a located problem for each bad row. A row of an unknown merchant blocks nobody. */
export async function addFaultyRows(
  found: RowProblems,
  database: Database,
  table: FactTable,
  faulty: string,
  mapping: FileMapping | null,
): Promise<void> {
  const rows = `SELECT *, ${OF_KNOWN_MERCHANT} FROM (
      SELECT file, record, nullif(${merchantOf(table)}, '') AS merchant_id, fault.code AS code, fault.at AS at, fault.value AS value
      FROM (${faulty}) AS ${table.name}) ORDER BY record`;
  await addProblemsOfRows(found, database, rows, (row) => faultProblem(row, mapping));
}

function faultProblem(row: Row, mapping: FileMapping | null): Problem {
  const code = textOf(row, 'code');
  const column = textOf(row, 'at');
  const place = {
    file: textOf(row, 'file'),
    record: recordOfExport(wholeOf(row, 'record')),
    column: column || null,
    merchantId: code === 'row-broken' ? null : textOf(row, 'merchant_id') || null,
  };
  return cellProblem(code, place, textOf(row, 'value'), mapping);
}

/** What is wrong with a cell, or with its whole row, by the code that the engine found. */
function cellProblem(
  code: string,
  place: ProblemPlace,
  cell: string,
  mapping: FileMapping | null,
): Problem {
  if (isSpreadsheetError(cell)) {
    return problem('cell-error', place, { case: spreadsheetErrorCase(cell), cell });
  }
  switch (code) {
    case 'cell-blank':
      return problem(code, place, { case: 'fact' });
    case 'cell-too-long':
      return problem(code, place, { case: 'fact', start: cell.slice(0, 20) });
    case 'date-malformed':
    case 'time-malformed':
      return mapping === null || isReadBy(mapping, cell)
        ? problem(code, place, { case: 'fact', cell })
        : problem(code, place, { case: 'export', cell, position: mapping.position });
    case 'agent-placeholder':
    case 'time-nonexistent':
    case 'time-ambiguous':
    case 'currency-unknown':
      return problem(code, place, { cell });
    case 'value-unknown': {
      const choices =
        place.column === 'role' || place.column === 'status' ? CLOSED_LISTS[place.column] : [];
      const nearest = nearestWord(cell, choices);
      return problem(code, place, { case: 'choice', cell, choices, nearest });
    }
    case 'number-malformed':
      return problem(code, place, { case: 'whole', cell });
    case 'number-out-of-range':
      return problem(code, place, { case: 'fact-amount', cell });
    case 'money-malformed':
      return problem(code, place, { cell, mistake: decimalMistake(cell) });
    case 'money-too-precise':
      return problem(code, place, { case: 'fact', cell });
    default:
      return problem('row-broken', place, { case: 'fact' });
  }
}

/** Whether a format reads the cell, which then names no time that there is; ISO 8601 is always read. */
function isReadBy({ times }: FileMapping, cell: string): boolean {
  const isIso = isDateWritten(cell) || isTimeWritten(cell);
  return isIso || times.some(({ pattern }) => new RegExp(`^(?:${pattern})$`).test(cell));
}
