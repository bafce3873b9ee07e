/** `sources.json`: which platform exports feed which fact tables, and how they are read. */
import { z } from 'zod';
import { told, type Problem } from '../../problem.js';
import { FACT_TABLE_NAMES, FACT_TABLES, type FactTableName } from '../fact-tables.js';
import { parseTimeFormat, type TimeFormat } from './time-formats.js';
import { decodeText } from '../../reference/decode-text.js';
import { didYouMean } from '../../words/did-you-mean.js';
import { parseJson } from '../../reference/parse-json.js';
import type { InputFile } from '../../reference/file-identity.js';
import { isNotFound, readInputFile } from '../../reference/read-input-file.js';
import { checkSource } from './check-source.js';
import { SOURCES_FILE, type Source } from './source.js';

const SKIPPED_LINES_MAX = 1000;

const filled = z.string().trim().min(1);

const oneOrMany = z
  .union([filled, z.array(filled)], { error: 'is neither a text nor a list of texts' })
  .transform((value) => (typeof value === 'string' ? [value] : value))
  .default([]);

const times = oneOrMany.transform((formats, context): TimeFormat[] =>
  formats.flatMap((format) => {
    const parsed = parseTimeFormat(format);
    if (!('fault' in parsed)) return parsed;
    context.addIssue({ code: 'custom', message: `${JSON.stringify(format)}: ${parsed.fault}` });
    return [];
  }),
);

const SCHEMA = z.strictObject({
  table: z.enum(FACT_TABLE_NAMES),
  files: filled,
  columns: z.record(z.string(), filled),
  constants: z.record(z.string(), filled.nullable()).default({}),
  times,
  skip_lines: z.int().min(0).max(SKIPPED_LINES_MAX).default(0),
  skip_where_blank: oneOrMany,
  skip_where_zero: oneOrMany,
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
  if (isNotFound(error)) return [];
  return [
    told(
      'file-unreadable',
      { file: SOURCES_FILE },
      'the file cannot be read',
      'check its permissions',
    ),
  ];
}

function brokenJson(fault: string): Problem {
  return told(
    'source-malformed',
    { file: SOURCES_FILE },
    `the file is no JSON: ${fault}`,
    'correct it there, or look just before it for a missing comma, quote or bracket',
  );
}

function noList(): Problem {
  return told(
    'source-malformed',
    { file: SOURCES_FILE },
    'the file is no list of sources',
    'write [ { "table": "orders", "files": "…", "columns": { … } } ]',
  );
}

function readSource(
  entry: unknown,
  position: number,
): { source: Source | null; problems: Problem[] } {
  const parsed = SCHEMA.safeParse(entry);
  if (!parsed.success) {
    const table = z.looseObject({ table: z.enum(FACT_TABLE_NAMES) }).safeParse(entry).data?.table;
    return {
      source: null,
      problems: parsed.error.issues.flatMap((issue) => malformed(issue, position, table)),
    };
  }
  const { data } = parsed;
  const source: Source = {
    position,
    table: data.table,
    files: data.files,
    columns: data.columns,
    constants: data.constants,
    times: data.times,
    skipLines: data.skip_lines,
    skipWhereBlank: data.skip_where_blank,
    skipWhereZero: data.skip_where_zero,
    idPrefixes: data.id_prefixes,
  };
  const problems = checkSource(source);
  return { source: problems.length === 0 ? source : null, problems };
}

function malformed(
  issue: z.core.$ZodIssue,
  position: number,
  table: FactTableName | undefined,
): Problem[] {
  const at = issue.path.join('.');
  const place = { file: SOURCES_FILE, record: position, column: at === '' ? null : at };
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      told(
        'source-malformed',
        { ...place, column: key },
        `${JSON.stringify(key)} is no key of a source`,
        `${didYouMean(key, Object.keys(SCHEMA.shape))} Otherwise take it out`,
      ),
    );
  }
  if (issue.code === 'too_small' && issue.origin === 'string') {
    return [told('source-malformed', place, `${at} is blank`, fillIn(at, table))];
  }
  const message = at === '' ? 'the source is no JSON object' : `${at}: ${issue.message}`;
  return [
    told('source-malformed', place, message, 'correct it; the input reference lists all keys'),
  ];
}

function fillIn(path: string, table: FactTableName | undefined): string {
  const [key, column = ''] = path.split('.');
  if (key === 'columns') {
    const isOptional = table !== undefined && FACT_TABLES[table].columns[column] === 'optional';
    return `fill in the header of the export that holds ${column}, or take it out and give a constant${isOptional ? '; null in constants where there is none' : ''}`;
  }
  if (key === 'constants') return `fill in what every row has as ${column}`;
  return 'fill it in, or take it out';
}
