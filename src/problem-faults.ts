/** What can be wrong with a cell, a setting or a file, as problems tell it: closed lists, see `problem-values.ts`. */
import type { IdentifierFault } from './problem-finance-values.js';

/** Where JSON breaks; a key that occurs twice in one object is a break too, and is told in its quotes. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly repeatedKey: string | null;
}

/** Why a setting is not what its schema wants. */
export type SettingFault =
  | { fault: 'type'; expected: string; received: string }
  | { fault: 'choice'; choices: readonly string[] }
  | { fault: 'too-small'; of: string; least: string }
  | { fault: 'too-large'; of: string; most: string }
  | { fault: 'pattern'; pattern: string }
  | { fault: 'key'; of: string }
  | { fault: 'kind'; choices: readonly string[] }
  | { fault: 'blank' | 'currency' | 'text-or-list' | 'time-zone' }
  | { fault: 'comma' | 'country' | 'endpoint-scheme' | 'identifier-scheme' | 'vat-prefix' }
  | { fault: 'identifier'; scheme: string; why: IdentifierFault };

/** Why luxon's tokens make no format of a time that can be read strictly. */
export type TimeFormatFault =
  | 'quote-open'
  | 'unknown-token'
  | 'part-twice'
  | 'no-date'
  | 'hour-twice'
  | 'meridiem'
  | 'minutes'
  | 'seconds'
  | 'fraction'
  | 'offset'
  | 'digits-touch'
  | 'several-zones';

/** What a cell that is no plain decimal looks like. */
export type DecimalMistake =
  'full-width' | 'currency' | 'percent' | 'thousands' | 'comma' | 'exponent' | 'brackets' | 'other';

/** Why a picture cannot stand in a document. */
export type PictureFault =
  'not_a_picture' | 'cut_off' | 'malformed' | 'interlaced' | 'transparent' | 'cmyk' | 'rare_kind';

/** Why a file is no workbook that can be read. */
export type WorkbookFaultReason =
  /** It is a text, or a package of another program. */
  | 'no-workbook'
  /** `.xls`, `.et`: their numbers are binary, and have no digits. */
  | 'old'
  /** It has a password. */
  | 'encrypted'
  /** `.xlsb`. */
  | 'binary'
  /** `.ods`. */
  | 'open-document'
  /** It is damaged, contradicts itself, or unpacks without an end. */
  | 'broken';

/** Why a query cannot be used, or does not make the rows of its table; `export` is the file that it reads. */
export type QueryFault =
  | { case: 'missing'; nearest: string | null }
  | { case: 'syntax' | 'no-select' | 'several'; near: string }
  | {
      case: 'forbidden';
      what: 'table' | 'table-function' | 'function' | 'clock';
      name: string;
    }
  | { case: 'column'; export: string; name: string; nearest: string | null }
  | { case: 'conversion'; export: string; cell: string; wanted: string }
  | { case: 'types' | 'engine'; export: string; reason: string }
  | { case: 'not-followed' }
  | { case: 'too-long'; export: string; minutes: number }
  | {
      case: 'unknown-output';
      table: string;
      name: string;
      columns: readonly string[];
      nearest: string | null;
    }
  | { case: 'unfed-output'; table: string; name: string; mayBeNull: boolean }
  | { case: 'fed-twice'; name: string }
  | { case: 'floating'; name: string; type: string };
