/** The mappings that come with the program, for the exports that this trade has: `presets/*.json`, a file each. */
import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { FACT_TABLE_NAMES, FACT_TABLES, type FactTableName } from '../fact-tables.js';

const FOLDER = new URL('../../../presets/', import.meta.url);

const inTwoLanguages = z.strictObject({ en: z.string(), zh: z.string() });

const SCHEMA = z.strictObject({
  title: inTwoLanguages,
  /** How the exports are usually called. */
  exports: z.string(),
  /** What a person has to know who uses it. */
  notes: inTwoLanguages,
  /** Headers that some exports lack: what is left out by them is then left out by nothing. */
  if_there: z.array(z.string()).default([]),
  /** Of a query: the columns that it makes, and the headers that it reads. */
  makes: z.array(z.string()).default([]),
  reads: z.array(z.string()).default([]),
  /** A source as `sources.json` holds it, without its files. */
  mapping: z.looseObject({
    table: z.enum(FACT_TABLE_NAMES),
    /** A file beside the preset. */
    query: z.string().optional(),
    columns: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
    constants: z.record(z.string(), z.string()).default({}),
    count_rows: z.boolean().optional(),
    skip_where: z.record(z.string(), z.array(z.string())).optional(),
    keep_where: z.record(z.string(), z.array(z.string())).optional(),
  }),
  /** Every header of such an export, where it was found written down. */
  header: z.array(z.string()),
});

export interface Preset extends z.output<typeof SCHEMA> {
  readonly name: string;
}

/** The text of a preset's query; null where it is a mapping. */
export function queryOf({ mapping }: Preset): string | null {
  return mapping.query === undefined ? null : readFileSync(new URL(mapping.query, FOLDER), 'utf8');
}

let loaded: readonly Preset[] | null = null;

/** In order of their names. */
export function allPresets(): readonly Preset[] {
  loaded ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      name: file.replace(/\.json$/, ''),
      ...SCHEMA.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
    }));
  return loaded;
}

export function findPreset(name: string): Preset | undefined {
  return allPresets().find((preset) => preset.name === name);
}

/** The columns of its table that no export of the preset has: a source names them beside it. */
export function unfedColumns({ mapping, makes }: Preset): string[] {
  const { columns, optionalColumns } = FACT_TABLES[mapping.table];
  const isCounted = (name: string): boolean =>
    mapping.count_rows === true && name === 'consultations';
  return Object.keys(columns).filter(
    (name) =>
      !(name in mapping.columns) &&
      !makes.includes(name) &&
      !(name in mapping.constants) &&
      !optionalColumns.includes(name) &&
      !isCounted(name),
  );
}

/** The headers that an export must have. */
export function neededHeaders({ mapping, reads }: Preset): string[] {
  return [...new Set([...Object.values(mapping.columns).flat(), ...reads])];
}

/** So many known headers are no chance, however many others an account has added of its own. */
const KNOWN_ENOUGH = 15;

/**
 * The presets whose headers a header has, at most one a table: the one whose known headers the header is
 * most of. A header of which few are known, and less than half, is no such export.
 */
export function recognisedPresets(header: readonly string[]): Preset[] {
  const names = header.filter((name) => name !== '');
  const best = new Map<FactTableName, { preset: Preset; known: number }>();
  for (const preset of allPresets()) {
    if (!neededHeaders(preset).every((name) => names.includes(name))) continue;
    const known = names.filter((name) => preset.header.includes(name)).length;
    if (2 * known < names.length && known < KNOWN_ENOUGH) continue;
    const { table } = preset.mapping;
    if (known > (best.get(table)?.known ?? 0)) best.set(table, { preset, known });
  }
  return FACT_TABLE_NAMES.flatMap((table) => best.get(table)?.preset ?? []);
}
