/** What is wrong with rows and files of facts, in words. */
import { PROBLEM_CODES, problem, type Problem, type ProblemCode } from '../problem.js';
import { textOf, wholeOf, type Database, type Row } from './database.js';
import type { FactFile } from './fact-files.js';
import { merchantOf, type FactTable } from './fact-schema.js';

/** A located problem for each bad row. A row of an unknown merchant blocks nobody. */
export async function faultyRows(database: Database, table: FactTable): Promise<Problem[]> {
  const rows = await database.rows(
    `SELECT file, record, nullif(${merchantOf(table)}, '') AS merchant_id, fault.code AS code, fault.at AS at, fault.value AS value
     FROM ${table.name} WHERE fault IS NOT NULL ORDER BY file, record`,
  );
  return rows.map(faultProblem);
}

function faultProblem(row: Row): Problem {
  const code = PROBLEM_CODES.find((known) => known === textOf(row, 'code')) ?? 'row-broken';
  const column = textOf(row, 'at');
  const found = JSON.stringify(textOf(row, 'value'));
  const [message, hint] = explanation(code, column, found);
  return problem(
    code,
    {
      file: textOf(row, 'file'),
      record: Number(wholeOf(row, 'record')),
      column: column || null,
      merchantId: code === 'row-broken' ? null : textOf(row, 'merchant_id') || null,
    },
    message,
    hint,
  );
}

function explanation(code: ProblemCode, column: string, found: string): [string, string] {
  const known: Partial<Record<ProblemCode, [string, string]>> = {
    'row-broken': [
      'the row has another number of cells than the header',
      'give it as many cells as the header has',
    ],
    'cell-blank': [`${column} is blank`, 'fill it in'],
    'cell-too-long': [`${column} is longer than 1 MiB`, 'look for a quote that is not closed'],
    'date-malformed': [`${column} is ${found}, not a date`, 'write it as YYYY-MM-DD'],
    'time-malformed': [
      `${column} is ${found}, not a time`,
      'write it as 2026-10-01T08:00, with an offset or without',
    ],
    'time-nonexistent': [
      `${column} is ${found}, which the clocks skip in the provider's zone`,
      'write it with its offset',
    ],
    'time-ambiguous': [
      `${column} is ${found}, which occurs twice in the provider's zone`,
      'write it with its offset',
    ],
    'value-unknown': [
      `${column} is ${found}, which is none of its words`,
      'see the input reference for the words',
    ],
    'number-malformed': [`${column} is ${found}, not a whole number`, 'write digits alone'],
    'number-out-of-range': [`${column} is ${found}, below zero`, 'an amount is zero or more here'],
    'money-malformed': [
      `${column} is ${found}, not a plain decimal`,
      'write digits, a point and digits: 1234.50',
    ],
    'money-too-precise': [
      `${column} is ${found}, more digits than its currency has`,
      'round it at its source',
    ],
    'currency-unknown': [
      `${column} is ${found}, no code of ISO 4217`,
      'write three capitals such as CNY',
    ],
  };
  return known[code] ?? [`${column} is ${found}`, 'correct it'];
}

/** Why the engine could not read a file at all, in words of this program where they are known. */
export function engineProblem({ file, linesAboveHeader }: FactFile, error: unknown): Problem {
  const text = error instanceof Error ? error.message : String(error);
  const line = /Line: (\d+)/.exec(text)?.[1];
  const record = line === undefined ? null : Number(line) - 1 - linesAboveHeader;
  const place = { file, record };
  const first = text.split('\n')[0] ?? '';
  if (text.includes('UNQUOTED') || text.includes('quote')) {
    return problem(
      'quoting-broken',
      place,
      `a quoted cell does not end as it should: ${first}`,
      'close the quote, and double each quote inside',
    );
  }
  if (text.includes('unicode') || text.includes('encod')) {
    return problem(
      'encoding-unknown',
      place,
      `the text is not UTF-8: ${first}`,
      'save the file as UTF-8',
    );
  }
  return problem(
    'file-unreadable',
    place,
    `the file cannot be read as CSV: ${first}`,
    'correct the row, or export the file again',
  );
}
