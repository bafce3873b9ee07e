/** `sources.json`: which platform exports feed which fact tables, and how they are read. */
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { errorCode } from '../../error-code.js';
import { problem, type Problem } from '../../problem.js';
import type { JsonFault, TimeFormatFault } from '../../problem-faults.js';
import type { ProblemValues } from '../../problem-values.js';
import { FACT_TABLE_NAMES, FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { NAMED_ENCODINGS } from '../files/text-reading.js';
import { parseTimeFormat, TIME_TOKENS, type TimeFormat } from './time-formats.js';
import { decodeText } from '../../reference/decode-text.js';
import { nearestWord } from '../../words/nearest-word.js';
import { parseJson } from '../../reference/parse-json.js';
import type { InputFile } from '../../reference/file-identity.js';
import { readInputFile } from '../../reference/read-input-file.js';
import { settingFault } from '../../reference/setting-fault.js';
import { unreadableInput } from '../../reference/unfit-input.js';
import { checkSource } from './check-source.js';
import { expandPreset } from './expand-preset.js';
import { allPresets } from './presets.js';
import { SOURCES_FILE, type Source } from './source.js';

const SKIPPED_LINES_MAX = 1000;

const filled = z.string().trim().min(1);

const oneOrMany = z
  .union([filled, z.array(filled)])
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .default([]);

const times = oneOrMany.transform((formats, context): TimeFormat[] =>
  formats.flatMap((format) => {
    const parsed = parseTimeFormat(format);
    if (!('fault' in parsed)) return parsed;
    context.addIssue({ code: 'custom', params: { format, ...parsed } });
    return [];
  }),
);

const cellsOf = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .transform((cells) => [cells].flat().map((cell) => cell.trim())),
);

const headers = z.union([filled, z.array(filled).min(1)]).transform((value) => [value].flat());

const timeZone = z.string().superRefine((zone, context) => {
  if (IANAZone.isValidZone(zone)) return;
  context.addIssue({ code: 'custom', params: { found: { fault: 'time-zone' } } });
});

/** A hundred million orders are rolled up in two minutes: a query that takes an hour most likely never ends. */
const QUERY_MINUTES = 60;
const QUERY_MINUTES_MAX = 10_000;

const SCHEMA = z.strictObject({
  table: z.enum(FACT_TABLE_NAMES),
  files: filled,
  query: filled.nullable().default(null),
  query_minutes: z.int().min(1).max(QUERY_MINUTES_MAX).default(QUERY_MINUTES),
  columns: z.record(z.string(), headers).default({}),
  constants: z.record(z.string(), filled.nullable()).default({}),
  times,
  time_zone: timeZone.nullable().default(null),
  values: z.record(z.string(), z.record(z.string(), filled)).default({}),
  sheet: z
    .union([filled, z.int().min(1)])
    .nullable()
    .default(null),
  header: z.array(z.string().trim()).min(1).nullable().default(null),
  skip_lines: z.int().min(0).max(SKIPPED_LINES_MAX).default(0),
  skip_rows_below_header: z.int().min(0).max(SKIPPED_LINES_MAX).default(0),
  skip_where_blank: oneOrMany,
  skip_where_zero: oneOrMany,
  skip_where: cellsOf.default({}),
  keep_where: cellsOf.default({}),
  lines: z.enum(['sum', 'repeat']).nullable().default(null),
  count_rows: z.boolean().default(false),
  blanks: z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().map((cell) => cell.trim()))
    .default([]),
  delimiter: z.enum([',', ';', '\t', '|']).nullable().default(null),
  decimal_mark: z.enum(['.', ',']).nullable().default(null),
  thousands_mark: z.enum([',', '.', ' ', "'", '’']).nullable().default(null),
  encoding: z.enum(NAMED_ENCODINGS).nullable().default(null),
  id_prefixes: z.record(z.string(), filled).default({}),
});

export interface SourcesRead {
  /** null where any of them has a problem, which stops the run. */
  readonly sources: readonly Source[] | null;
  readonly problems: readonly Problem[];
  readonly read: InputFile | null;
}

/** A missing file is an empty list: the tables are then read by their plain names. */
export async function readSources(folder: string): Promise<SourcesRead> {
  const found = await readInputFile(folder, SOURCES_FILE);
  if (found instanceof Error) {
    const problems = absent(found);
    return { sources: problems.length === 0 ? [] : null, problems, read: null };
  }
  const { bytes } = found;
  const read = { ...found.read, rows: 0 };
  const text = decodeText(SOURCES_FILE, bytes);
  if (typeof text !== 'string') return { sources: null, problems: [text], read };
  const parsed = parseJson(text);
  const entries = 'fault' in parsed ? parsed : z.array(z.unknown()).safeParse(parsed.value);
  if ('fault' in entries) return { sources: null, problems: [brokenJson(entries.fault)], read };
  if (!entries.success) return { sources: null, problems: [noList()], read };
  const each = entries.data.map((entry, at) => readSource(entry, at + 1));
  const problems = each.flatMap((one) => one.problems);
  return {
    sources: problems.length === 0 ? each.flatMap(({ source }) => source ?? []) : null,
    problems,
    read: { ...read, rows: each.length },
  };
}

function absent(error: unknown): Problem[] {
  if (errorCode(error) === 'ENOENT') return [];
  return [unreadableInput(SOURCES_FILE, error)];
}

function brokenJson(fault: JsonFault): Problem {
  return problem('source-malformed', { file: SOURCES_FILE }, { case: 'not-json', ...fault });
}

function noList(): Problem {
  return problem('source-malformed', { file: SOURCES_FILE }, { case: 'no-list' });
}

function readSource(
  given: unknown,
  position: number,
): { source: Source | null; problems: Problem[] } {
  const expanded = expandPreset(given);
  if ('unknown' in expanded) return { source: null, problems: [unknownPreset(expanded, position)] };
  const { entry, ifThere, named, query } = expanded;
  const asGiven = (found: Problem): Problem => ({ ...found, column: columnAsGiven(found, named) });
  const parsed = SCHEMA.safeParse(entry);
  if (!parsed.success) {
    const table = z.looseObject({ table: z.enum(FACT_TABLE_NAMES) }).safeParse(entry).data?.table;
    return {
      source: null,
      problems: parsed.error.issues.flatMap((issue) =>
        malformed(issue, entry, position, table).map(asGiven),
      ),
    };
  }
  const { data } = parsed;
  const source = { ...sourceOf(data, position), mayLack: ifThere, presetQuery: query };
  const problems = checkSource(source).map(asGiven);
  return { source: problems.length === 0 ? source : null, problems };
}

/** What a preset is given as `merchant_id` is a constant of its mapping. */
function columnAsGiven({ column }: Problem, named: readonly string[]): string | null {
  const name = column?.replace(/^(constants|columns)\./, '') ?? null;
  return name !== null && named.includes(name) ? name : column;
}

function unknownPreset({ unknown: preset }: { unknown: string }, position: number): Problem {
  const place = { file: SOURCES_FILE, record: position, column: 'preset' };
  const presets = allPresets().map(({ name }) => name);
  const nearest = nearestWord(preset, presets);
  return problem('source-malformed', place, { case: 'unknown-preset', preset, presets, nearest });
}

function sourceOf(
  data: z.output<typeof SCHEMA>,
  position: number,
): Omit<Source, 'mayLack' | 'presetQuery'> {
  return {
    position,
    table: data.table,
    files: data.files,
    query: data.query,
    queryMinutes: data.query_minutes,
    columns: data.columns,
    constants: data.count_rows ? { ...data.constants, consultations: '1' } : data.constants,
    times: data.times,
    timeZone: data.time_zone,
    values: data.values,
    reading: {
      sheet: data.sheet,
      header: data.header,
      linesAboveHeader: data.skip_lines,
      rowsBelowHeader: data.skip_rows_below_header,
      delimiter: data.delimiter,
      encoding: data.encoding,
      decimalMark: data.decimal_mark ?? (data.thousands_mark === '.' ? ',' : '.'),
    },
    skipWhereBlank: data.skip_where_blank,
    skipWhereZero: data.skip_where_zero,
    skipWhere: data.skip_where,
    keepWhere: data.keep_where,
    lines: data.count_rows ? 'sum' : data.lines,
    countRows: data.count_rows,
    blanks: data.blanks,
    thousandsMark: data.thousands_mark,
    namesMarks: data.decimal_mark !== null || data.thousands_mark !== null,
    idPrefixes: data.id_prefixes,
  };
}

type Malformed = ProblemValues['source-malformed'];

function malformed(
  issue: z.core.$ZodIssue,
  entry: unknown,
  position: number,
  table: FactTableName | undefined,
): Problem[] {
  const at = issue.path.join('.');
  const place = { file: SOURCES_FILE, record: position, column: at === '' ? null : at };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem(
        'source-malformed',
        { ...place, column: key },
        {
          case: 'unknown-key',
          key,
          nearest: nearestWord(key, ['preset', ...Object.keys(SCHEMA.shape)]),
        },
      ),
    );
  }
  return [problem('source-malformed', place, faultOf(issue, entry, table))];
}

function faultOf(
  issue: z.core.$ZodIssue,
  entry: unknown,
  table: FactTableName | undefined,
): Malformed {
  if (issue.path.length === 0) return { case: 'no-object' };
  if (issue.code === 'too_small' && issue.origin === 'string') return blank(issue.path, table);
  if (issue.code === 'custom' && issue.params?.['format'] !== undefined) {
    const found = issue.params as { format: string; fault: TimeFormatFault; token: string };
    return { case: 'time-format', ...found, tokens: TIME_TOKENS };
  }
  return { case: 'setting', ...settingFault(issue, entry) };
}

/** What is to be filled in, by the key that it stands under. */
function blank(path: readonly PropertyKey[], table: FactTableName | undefined): Malformed {
  const [key, name = ''] = path.map(String);
  const mayBeNull = table !== undefined && FACT_TABLES[table].columns[name] === 'optional';
  if (key === 'constants') return { case: 'blank-constant', name, mayBeNull };
  if (key !== 'columns') return { case: 'blank' };
  return { case: 'blank-header', name, mayBeNull };
}
