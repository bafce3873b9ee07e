/** The bad rows of a file, in words. */
import { decimalHint } from '../../words/decimal-hint.js';
import { didYouMean } from '../../words/did-you-mean.js';
import { PROBLEM_CODES, told, type Problem, type ProblemCode } from '../../problem.js';
import { textOf, wholeOf, type Database, type Row } from '../database.js';
import { CLOSED_LISTS, type FactTable } from '../fact-tables.js';
import { merchantOf } from './merchant-of.js';

/** A located problem for each bad row. A row of an unknown merchant blocks nobody. */
export async function faultyRowProblems(
  database: Database,
  table: FactTable,
  faulty: string,
): Promise<Problem[]> {
  const rows = await database.rows(
    `SELECT file, record, nullif(${merchantOf(table)}, '') AS merchant_id, fault.code AS code, fault.at AS at, fault.value AS value
     FROM (${faulty}) AS ${table.name} ORDER BY record`,
  );
  return rows.map(faultProblem);
}

function faultProblem(row: Row): Problem {
  const code = PROBLEM_CODES.find((known) => known === textOf(row, 'code')) ?? 'row-broken';
  const [message, hint] = explanation(code, textOf(row, 'at'), textOf(row, 'value'));
  return told(
    code,
    {
      file: textOf(row, 'file'),
      record: Number(wholeOf(row, 'record')),
      column: textOf(row, 'at') || null,
      merchantId: code === 'row-broken' ? null : textOf(row, 'merchant_id') || null,
    },
    message,
    hint,
  );
}

/** What was found and expected, and what to do. */
function explanation(code: ProblemCode, column: string, cell: string): [string, string] {
  const found = `${column} is ${JSON.stringify(cell)}`;
  const words = column === 'role' || column === 'status' ? CLOSED_LISTS[column] : [];
  const known: Partial<Record<ProblemCode, [string, string]>> = {
    'row-broken': [
      'the row has more or fewer cells than the header',
      'give it as many cells as the header has; a cell that holds a comma needs quotes around it',
    ],
    'cell-blank': [`${column} is blank, and every row needs it`, 'fill it in'],
    'cell-too-long': [
      `${column} is longer than 1 MiB: ${JSON.stringify(cell.slice(0, 20))} and so on`,
      'look for a quote that is opened and not closed in this row or above it',
    ],
    'date-malformed': [`${found}, not a date that exists`, 'write it as YYYY-MM-DD: 2026-10-01'],
    'time-malformed': [
      `${found}, not a time that exists`,
      'write it as 2026-10-01T08:00, with an offset or without',
    ],
    'time-nonexistent': [
      `${found}, a time that the clocks skip in the provider's time zone`,
      'correct it, or write it with its offset from UTC: 2026-10-01T08:00+08:00',
    ],
    'time-ambiguous': [
      `${found}, a time that occurs twice in the provider's time zone`,
      'say which of the two by its offset from UTC: 2026-10-01T08:00+08:00',
    ],
    'value-unknown': [`${found}, not one of ${words.join(', ')}`, didYouMean(cell, words)],
    'number-malformed': [
      `${found}, not a whole number`,
      'write digits alone, without a separator or a fraction: 1234',
    ],
    'number-out-of-range': [
      `${found}, and an amount here is zero or above`,
      'take the minus out; money that went back to a buyer is a row of the refunds',
    ],
    'money-malformed': [`${found}, not a plain decimal`, decimalHint(cell)],
    'money-too-precise': [
      `${found}, which has more fraction digits than its currency`,
      'round it where it comes from; CNY has 2 digits, JPY none',
    ],
    'currency-unknown': [
      `${found}, no code of ISO 4217`,
      'write its three capitals, such as CNY or USD',
    ],
  };
  return known[code] ?? [found, 'correct it'];
}
