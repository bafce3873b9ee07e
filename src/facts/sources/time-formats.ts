/**
 * Time formats in luxon's tokens → a strict pattern, and SQL that rewrites what matches as ISO 8601.
 *
 * `yyyy/M/d H:mm` rewrites `2020/2/21 0:00` as `2020-02-21T00:00:00`. The pattern says what may be read,
 * since the engine is lenient about widths and blanks; the engine reads it, and knows what days there
 * are. A cell that no format matches, or that names no time (`2020/2/30 0:00`), stays as it is, so that
 * the checks of ISO times see it.
 */
import { append } from '../../append.js';
import type { TimeFormatFault } from '../../problem-faults.js';
import { isOneOf, quoted } from '../database.js';
import { LONG_MONTHS, monthNumber, SHORT_MONTHS } from './month-names.js';
import { isSeveralZones, offsetOfZone, ZONE_PATTERN, ZONE_WORDS } from './time-zones.js';

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
  | 'offset'
  | 'weekday';

interface Token {
  readonly field: Field;
  readonly pattern: string;
  /** What the engine calls it; null where the engine does not read it. */
  readonly specifier: string | null;
  /** SQL that makes of its text what the engine reads, or of a zone its offset. */
  readonly rewrite?: (text: string) => string;
  /** How wide its digits may be; `any` may not stand beside other digits. */
  readonly digits: 'fixed' | 'any' | 'none';
}

const TWO = '\\d{2}';
const ONE_OR_TWO = '\\d{1,2}';

const WEEKDAYS =
  '(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?|(?:星期|周|週|礼拜)[一二三四五六日天]';
const FORENOON = ['上午', '午前', '오전'];
const AFTERNOON = ['下午', '午後', '오후'];

const meridiem = (text: string): string => `CASE WHEN ${isOneOf(text, FORENOON)} THEN 'AM'
  WHEN ${isOneOf(text, AFTERNOON)} THEN 'PM' ELSE ${text} END`;

const zone = (pattern: string): Token => ({
  field: 'offset',
  specifier: null,
  pattern,
  digits: 'none',
  rewrite: offsetOfZone,
});

const month = (pattern: string): Token => ({
  field: 'month',
  specifier: '%m',
  pattern,
  digits: 'none',
  rewrite: monthNumber,
});

const TOKENS: Readonly<Record<string, Token>> = {
  yy: { field: 'year', specifier: '%y', pattern: TWO, digits: 'fixed' },
  yyyy: { field: 'year', specifier: '%Y', pattern: '\\d{4}', digits: 'fixed' },
  MM: { field: 'month', specifier: '%m', pattern: TWO, digits: 'fixed' },
  M: { field: 'month', specifier: '%m', pattern: ONE_OR_TWO, digits: 'any' },
  MMM: month(SHORT_MONTHS),
  MMMM: month(LONG_MONTHS),
  dd: { field: 'day', specifier: '%d', pattern: TWO, digits: 'fixed' },
  d: { field: 'day', specifier: '%d', pattern: ONE_OR_TWO, digits: 'any' },
  HH: { field: 'hour', specifier: '%H', pattern: TWO, digits: 'fixed' },
  H: { field: 'hour', specifier: '%H', pattern: ONE_OR_TWO, digits: 'any' },
  hh: { field: 'hour12', specifier: '%I', pattern: '0[1-9]|1[0-2]', digits: 'fixed' },
  h: { field: 'hour12', specifier: '%I', pattern: '0?[1-9]|1[0-2]', digits: 'any' },
  a: {
    field: 'meridiem',
    specifier: '%p',
    pattern: ['[AaPp][Mm]', ...FORENOON, ...AFTERNOON].join('|'),
    digits: 'none',
    rewrite: meridiem,
  },
  EEE: { field: 'weekday', specifier: null, pattern: WEEKDAYS, digits: 'none' },
  EEEE: { field: 'weekday', specifier: null, pattern: WEEKDAYS, digits: 'none' },
  mm: { field: 'minute', specifier: '%M', pattern: TWO, digits: 'fixed' },
  m: { field: 'minute', specifier: '%M', pattern: ONE_OR_TWO, digits: 'any' },
  ss: { field: 'second', specifier: '%S', pattern: TWO, digits: 'fixed' },
  s: { field: 'second', specifier: '%S', pattern: ONE_OR_TWO, digits: 'any' },
  SSS: { field: 'fraction', specifier: '%g', pattern: '\\d{3}', digits: 'fixed' },
  ZZZ: { field: 'offset', specifier: null, pattern: '[+-]\\d{4}', digits: 'none' },
  ZZ: { field: 'offset', specifier: null, pattern: '[+-]\\d{2}:\\d{2}', digits: 'none' },
  z: zone(ZONE_PATTERN),
};

export const TIME_TOKENS = Object.keys(TOKENS);

/** A literal text, or a token. */
type Part = string | Token;

export interface TimeFormat {
  readonly format: string;
  readonly parts: readonly Part[];
  /** A regular expression of the whole cell. */
  readonly pattern: string;
  /** The fields of its tokens, in their order. */
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
    parts,
    pattern: patternOf(parts),
    fields,
    shape: parts.map((part) => (typeof part === 'string' ? part : shapeOf(part))).join(''),
  };
}

const PARTS = new RegExp(
  `'([^']*)'|(?:${ZONE_WORDS})(?![A-Za-z])|([A-Za-z])\\2*|[^A-Za-z']+|'`,
  'g',
);

/** Literals and tokens: a run of one letter is a token, what stands between `'` is literal, and a zone is a zone in both. */
function partsOf(format: string): Part[] | BadTimeFormat {
  const parts: Part[] = [];
  for (const [run, literal] of format.matchAll(PARTS)) {
    if (run === "'") return { fault: 'quote-open', token: '' };
    const several = zonesIn(literal ?? run).find(isSeveralZones);
    if (several !== undefined) return { fault: 'several-zones', token: several };
    const token = TOKENS[run];
    if (token !== undefined) parts.push(token);
    else if (literal !== undefined || zonesIn(run).length > 0) {
      append(parts, literalParts(literal ?? run));
    } else if (/^[A-Za-z]/.test(run)) return { fault: 'unknown-token', token: run };
    else parts.push(run);
  }
  return parts;
}

/** A literal, in which the name of a zone is read as that zone: `(UTC)`. */
function literalParts(literal: string): Part[] {
  if (literal === 'Z') return [zone('Z')];
  return literal
    .split(new RegExp(`(${WORDS.source})`))
    .filter((text) => text !== '')
    .map((text) => (zonesIn(text).length > 0 ? zone(text.replace(/[+]/g, '\\$&')) : text));
}

const WORDS = new RegExp(`(?<![A-Za-z])(?:${ZONE_WORDS})(?![A-Za-z])`, 'g');

function zonesIn(text: string): string[] {
  return [...text.matchAll(WORDS)].map(([word]) => word);
}

function faultOf(parts: readonly Part[], fields: readonly Field[]): TimeFormatFault | null {
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

function isBesideDigits(left: Part, right: Part | undefined): boolean {
  if (typeof left === 'string' || typeof right !== 'object') return false;
  const both = [left.digits, right.digits];
  return !both.includes('none') && both.includes('any');
}

function patternOf(parts: readonly Part[]): string {
  const patterns = parts.map((part) =>
    typeof part === 'string' ? part.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&') : `(?:${part.pattern})`,
  );
  return patterns.join('');
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

/**
 * SQL for a cell in ISO 8601: a time, or with `kind` date its date alone. A time without an offset is
 * read in `timeZone`, where one is given; its date is then the provider's.
 */
export function isoText(
  cell: string,
  formats: readonly TimeFormat[],
  kind: 'date' | 'time',
  timeZone: string | null = null,
): string {
  const times = formats.map((format) => reading(cell, format.parts, isoFormat(format, kind, '%H')));
  // few cells need the second reading of each format, and it is asked first
  const midnights = formats
    .filter(({ fields }) => fields.includes('hour'))
    .map((format) => reading(cell, endOfDay(format.parts), isoFormat(format, kind, '24')));
  const readings = [
    ...(midnights.length > 0
      ? [`CASE WHEN contains(${cell}, '24') THEN CASE ${midnights.join(' ')} END END`]
      : []),
    ...(times.length > 0 ? [`CASE ${times.join(' ')} END`] : []),
  ];
  const text = `coalesce(${[...readings, cell].join(', ')})`;
  const zoned = timeZone === null ? text : `in_zone(${text}, ${quoted(timeZone)})`;
  return kind === 'date' ? `date_text(${zoned})` : zoned;
}

/** ISO 8601 in the words of the engine. */
function isoFormat({ fields }: TimeFormat, kind: 'date' | 'time', hour: string): string {
  if (kind === 'date' && !fields.includes('minute')) return '%Y-%m-%d';
  return `%Y-%m-%dT${hour}:%M:%S${fields.includes('fraction') ? '.%g' : ''}`;
}

/** 24:00 is the end of its day. The engine knows no such hour, so that the format has it in letters. */
function endOfDay(parts: readonly Part[]): Part[] {
  return parts.map((part) => {
    if (typeof part === 'string') return part;
    if (part.field === 'hour') return '24';
    const isClock = ['minute', 'second', 'fraction'].includes(part.field);
    return isClock ? { ...part, pattern: part.pattern.replace('\\d', '0') } : part;
  });
}

/** What a cell with these parts is in the format `iso`, with its offset behind it. */
function reading(cell: string, parts: readonly Part[], iso: string): string {
  const pattern = quoted(patternOf(parts));
  const read = parts.filter((part) => typeof part === 'string' || part.specifier !== null);
  const specifiers = quoted(read.map(specifierOf).join(isAsWritten(parts) ? '' : '|'));
  const local = `strftime(try_strptime(${localText(cell, parts)}, ${specifiers}), ${quoted(iso)})`;
  const offset = parts.findIndex((part) => typeof part === 'object' && part.field === 'offset');
  const behind = offset < 0 ? '' : ` || ${textOfPart(cell, parts, offset)}`;
  return `WHEN regexp_full_match(${cell}, ${pattern}) THEN ${local}${behind}`;
}

/** Whether the engine reads the cell as it is written. */
function isAsWritten(parts: readonly Part[]): boolean {
  return parts.every(
    (part) => typeof part === 'string' || (part.specifier !== null && part.rewrite === undefined),
  );
}

/** The cell without what the engine does not read. */
function localText(cell: string, parts: readonly Part[]): string {
  if (isAsWritten(parts)) return cell;
  const isRead = (part: Part | undefined): boolean =>
    typeof part !== 'object' || part.specifier !== null;
  // a bar keeps digits of two parts apart where what stood between them is gone
  return parts
    .flatMap((part, at) => (isRead(part) ? [textOfPart(cell, parts, at)] : []))
    .join(` || '|' || `);
}

function textOfPart(cell: string, parts: readonly Part[], at: number): string {
  const around = [parts.slice(0, at), parts.slice(at, at + 1), parts.slice(at + 1)].map(patternOf);
  const text = `regexp_extract(${cell}, ${quoted(`^${around[0] ?? ''}(${around[1] ?? ''})${around[2] ?? ''}$`)}, 1)`;
  const part = parts[at];
  return typeof part === 'object' && part.rewrite !== undefined ? part.rewrite(text) : text;
}

function specifierOf(part: Part): string {
  return typeof part === 'string' ? part.replaceAll('%', '%%') : (part.specifier ?? '');
}
