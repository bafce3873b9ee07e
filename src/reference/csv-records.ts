/** The text of a table → its rows. */
import { CsvError, parse } from 'csv-parse/sync';
import { problem, type Problem } from '../problem.js';

/** What the reader's codes say of quotes. */
const QUOTING = {
  CSV_QUOTE_NOT_CLOSED: 'not-closed',
  CSV_INVALID_CLOSING_QUOTE: 'text-behind',
  INVALID_OPENING_QUOTE: 'inside-cell',
} as const;

/** The trimmed cells of each row; of a blank line one blank cell. */
export function csvRecords(file: string, text: string): string[][] | Problem {
  try {
    const rows = parse(text, {
      bom: true,
      relax_column_count: true,
    });
    return rows.map((row) => row.map((value) => value.trim()));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const records = Number(error['records'] ?? 0);
    const [, fault = 'unknown'] =
      Object.entries(QUOTING).find(([code]) => code === error.code) ?? [];
    return problem(
      'quoting-broken',
      { file, record: records > 0 ? records : null },
      { case: 'line', fault, line: Number(error['lines'] ?? 1) },
    );
  }
}
