/** English words of a list of problems on a terminal. */
import type { Severity } from '../../problem.js';
import { counted } from './phrases.js';

export const PROBLEM_LIST = {
  /** A file, or the argument of the command that is meant. */
  place: (file: string): string => file,
  title: (severity: Severity, code: string, count: number): string =>
    `${severity} ${code}: ${count}`,
  /** The record, and the row that a spreadsheet shows; null where it is no row of one. */
  record: (record: number, row: number | null): string =>
    row === null ? `record ${record}` : `record ${record} (row ${row})`,
  /** What books ask for, as it stands in finance.json. */
  missingCodes: (snippet: string): string =>
    `All codes that finance.json lacks; paste them into it, and fill them in:\n${snippet}\n`,
  /** `written`: whether all of them are in problems.csv too. */
  more: (count: number, written: boolean): string =>
    `… and ${count} more: ${written ? 'all are in problems.csv, and with --json' : '--json lists them all'}`,
  /** Behind the sentence of a problem, what of its kind is counted alone. */
  unlisted: (message: string, count: number): string =>
    `${message} (and ${count} more like it, which are listed nowhere)`,
  toFile: (problems: number): string =>
    `to have all ${counted(problems, 'problem')} in a file, run with --problems FILE`,
  written: (problems: number, file: string): string => `${counted(problems, 'problem')} in ${file}`,
  unwritten: (file: string, reason: string): string =>
    `the problems cannot be written to ${file}: ${reason}`,
};
