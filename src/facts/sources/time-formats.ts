/**
 * Time formats in luxon's tokens → a strict pattern, and SQL that rewrites what matches as ISO 8601.
 *
 * `yyyy/M/d H:mm` rewrites `2020/2/21 0:00` as `2020-02-21T00:00:00`. A cell that no format matches,
 * or that names no time (`2020/2/30 0:00`), stays as it is, so that the checks of ISO times see it.
 */
import type { TimeFormatFault } from '../../problem-values.js';
import { quoted } from '../database.js';

type Field =
  | 'year'
  | 'month'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'meridiem'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'offset';

interface Token {
  readonly field: Field;
  readonly pattern: string;
  /** How wide its digits may be; `any` may not stand beside other digits. */
  readonly digits: 'fixed' | 'any' | 'none';
}

const TWO = '\\d{2}';
const ONE_OR_TWO = '\\d{1,2}';

const TOKENS: Readonly<Record<string, Token>> = {
  yyyy: { field: 'year', pattern: '\\d{4}', digits: 'fixed' },
  MM: { field: 'month', pattern: TWO, digits: 'fixed' },
  M: { field: 'month', pattern: ONE_OR_TWO, digits: 'any' },
  dd: { field: 'day', pattern: TWO, digits: 'fixed' },
  d: { field: 'day', pattern: ONE_OR_TWO, digits: 'any' },
  HH: { field: 'hour', pattern: TWO, digits: 'fixed' },
  H: { field: 'hour', pattern: ONE_OR_TWO, digits: 'any' },
  hh: { field: 'hour12', pattern: '0[1-9]|1[0-2]', digits: 'fixed' },
  h: { field: 'hour12', pattern: '0?[1-9]|1[0-2]', digits: 'any' },
  a: { field: 'meridiem', pattern: '[AaPp][Mm]', digits: 'none' },
  mm: { field: 'minute', pattern: TWO, digits: 'fixed' },
  m: { field: 'minute', pattern: ONE_OR_TWO, digits: 'any' },
  ss: { field: 'second', pattern: TWO, digits: 'fixed' },
  s: { field: 'second', pattern: ONE_OR_TWO, digits: 'any' },
  SSS: { field: 'fraction', pattern: '\\d{3}', digits: 'fixed' },
  ZZZ: { field: 'offset', pattern: '[+-]\\d{4}', digits: 'none' },
  ZZ: { field: 'offset', pattern: '[+-]\\d{2}:\\d{2}', digits: 'none' },
};

export const TIME_TOKENS = Object.keys(TOKENS);

export interface TimeFormat {
  readonly format: string;
  /** A regular expression of the whole cell, one group per field. */
  readonly pattern: string;
  /** The fields in the order of their groups. */
  readonly fields: readonly Field[];
  /** What the format looks like whatever its fields: two formats of one shape may read one cell differently. */
  readonly shape: string;
}

/** Why a text is no format; `token` is the one that is unknown. */
interface BadTimeFormat {
  readonly fault: TimeFormatFault;
  readonly token: string;
}

/** The format, or why it is none. */
export function parseTimeFormat(format: string): TimeFormat | BadTimeFormat {
  const parts = partsOf(format);
  if ('fault' in parts) return parts;
  const fields = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.field]));
  const fault = faultOf(parts, fields);
  if (fault !== null) return { fault, token: '' };
  return {
    format,
    pattern: parts
      .map((part) => (typeof part === 'string' ? escaped(part) : `(${part.pattern})`))
      .join(''),
    fields,
    shape: parts.map((part) => (typeof part === 'string' ? part : shapeOf(part))).join(''),
  };
}

/** Literals and tokens: a run of one letter is a token, what stands between `'` is literal. */
function partsOf(format: string): (string | Token)[] | BadTimeFormat {
  const parts: (string | Token)[] = [];
  for (const [run, literal] of format.matchAll(/'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+|'/g)) {
    if (run === "'") return { fault: 'quote-open', token: '' };
    const token = TOKENS[run];
    if (token !== undefined) parts.push(token);
    else if (/^[A-Za-z]/.test(run)) return { fault: 'unknown-token', token: run };
    else parts.push(literal ?? run);
  }
  return parts;
}

function faultOf(
  parts: readonly (string | Token)[],
  fields: readonly Field[],
): TimeFormatFault | null {
  const has = (field: Field): boolean => fields.includes(field);
  if (new Set(fields).size < fields.length) return 'part-twice';
  if (!has('year') || !has('month') || !has('day')) return 'no-date';
  if (has('hour') && has('hour12')) return 'hour-twice';
  if (has('hour12') !== has('meridiem')) return 'meridiem';
  const hasHour = has('hour') || has('hour12');
  if (has('minute') !== hasHour) return 'minutes';
  if (has('second') && !hasHour) return 'seconds';
  if (has('fraction') && !has('second')) return 'fraction';
  if (has('offset') && !hasHour) return 'offset';
  return parts.some((part, at) => isBesideDigits(part, parts[at + 1])) ? 'digits-touch' : null;
}

function isBesideDigits(left: string | Token, right: string | Token | undefined): boolean {
  if (typeof left === 'string' || typeof right !== 'object') return false;
  const both = [left.digits, right.digits];
  return !both.includes('none') && both.includes('any');
}

function escaped(literal: string): string {
  return literal.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&');
}

function shapeOf({ field, digits }: Token): string {
  if (digits === 'none') return `<${field}>`;
  return field === 'year' ? '0000' : field === 'fraction' ? '000' : '00';
}

/** Two formats that may read one cell as two times, such as `M/d/yyyy` and `d/M/yyyy`. */
export function conflictingFormats(
  formats: readonly TimeFormat[],
): readonly [TimeFormat, TimeFormat] | null {
  for (const [at, left] of formats.entries()) {
    const right = formats
      .slice(at + 1)
      .find(({ shape, fields }) => shape === left.shape && fields.join() !== left.fields.join());
    if (right !== undefined) return [left, right];
  }
  return null;
}

/** SQL for a cell in ISO 8601: a time, or with `kind` date its date alone. */
export function isoText(
  cell: string,
  formats: readonly TimeFormat[],
  kind: 'date' | 'time',
): string {
  if (formats.length === 0) return cell;
  const whens = formats
    .filter(({ fields }) => kind === 'time' || !fields.includes('offset'))
    .map(
      (format) => `WHEN regexp_full_match(${cell}, ${quoted(format.pattern)}) THEN
        CASE WHEN TRY_CAST(${localText(cell, format)} AS TIMESTAMP) IS NOT NULL
          THEN ${kind === 'date' ? dateText(cell, format) : timeText(cell, format)} END`,
    );
  return whens.length === 0 ? cell : `coalesce(CASE ${whens.join(' ')} END, ${cell})`;
}

/** What the cell has for a field, with zeros before it; zeros alone where the format lacks it. */
function part(cell: string, format: TimeFormat, field: Field, width: number): string {
  if (!format.fields.includes(field)) return quoted('0'.repeat(width));
  return `lpad(${extracted(cell, format, field)}, ${width}, '0')`;
}

function extracted(cell: string, { pattern, fields }: TimeFormat, field: Field): string {
  return `regexp_extract(${cell}, ${quoted(pattern)}, ${fields.indexOf(field) + 1})`;
}

function dateText(cell: string, format: TimeFormat): string {
  const date = [
    part(cell, format, 'year', 4),
    part(cell, format, 'month', 2),
    part(cell, format, 'day', 2),
  ];
  return date.join(` || '-' || `);
}

/** `2020-02-21T00:00:00`, with the fraction that the format has. */
function localText(cell: string, format: TimeFormat): string {
  const clock = [
    hourText(cell, format),
    part(cell, format, 'minute', 2),
    part(cell, format, 'second', 2),
  ];
  const fraction = format.fields.includes('fraction')
    ? ` || '.' || ${part(cell, format, 'fraction', 3)}`
    : '';
  return `${dateText(cell, format)} || 'T' || ${clock.join(` || ':' || `)}${fraction}`;
}

function hourText(cell: string, format: TimeFormat): string {
  if (!format.fields.includes('hour12')) return part(cell, format, 'hour', 2);
  const hour = `${part(cell, format, 'hour12', 2)}::INTEGER % 12`;
  const isAfternoon = `lower(${extracted(cell, format, 'meridiem')}) = 'pm'`;
  return `lpad((${hour} + CASE WHEN ${isAfternoon} THEN 12 ELSE 0 END)::VARCHAR, 2, '0')`;
}

function timeText(cell: string, format: TimeFormat): string {
  if (!format.fields.includes('offset')) return localText(cell, format);
  return `${localText(cell, format)} || ${extracted(cell, format, 'offset')}`;
}
