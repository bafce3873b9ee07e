/**
 * A source that names a preset → the mapping that it stands for. What stands beside the preset goes
 * before it; of columns, constants and filters one by one.
 *
 * > `{ "preset": "shopify-orders", "files": "orders*.csv", "merchant_id": "M1" }` is the mapping of
 * > `presets/shopify-orders.json` with these files, and `M1` in every row.
 */
import { z } from 'zod';
import { FACT_TABLES } from '../fact-tables.js';
import { findPreset, queryOf, type Preset } from './presets.js';

/** Keys whose value is by column or by header. */
const BY_NAME = ['columns', 'constants', 'values', 'id_prefixes', 'skip_where', 'keep_where'];

const NAMED = z.looseObject({ preset: z.unknown() });

export interface Expanded {
  /** The entry as if there were no presets. */
  readonly entry: unknown;
  /** Headers that its files may lack. */
  readonly ifThere: readonly string[];
  /** The constants that stand beside the preset by their own names. */
  readonly named: readonly string[];
  /** The text of the preset's query; null where there is none, or another stands beside it. */
  readonly query: string | null;
}

/** The name of a preset that there is not, or the source without a preset. */
export function expandPreset(entry: unknown): Expanded | { readonly unknown: string } {
  const found = NAMED.safeParse(entry);
  if (!found.success || !('preset' in found.data))
    return { entry, ifThere: [], named: [], query: null };
  const { preset: name, ...beside } = found.data;
  const preset = findPreset(String(name));
  if (preset === undefined) return { unknown: String(name) };
  const named = namedConstants(beside, preset);
  const own = withoutKeys(beside, named);
  const constants = Object.fromEntries(named.map((column) => [column, beside[column]]));
  const parts = { ...own, constants: { ...constants, ...asRecord(own['constants']) } };
  const query = 'query' in own ? null : queryOf(preset);
  return { entry: merged(preset, parts), ifThere: preset.if_there, named, query };
}

type Entry = Readonly<Record<string, unknown>>;

/** `"merchant_id": "M1"` beside a preset is short for a constant. */
function namedConstants(beside: Entry, { mapping }: Preset): string[] {
  const { columns } = FACT_TABLES[mapping.table];
  return Object.keys(beside).filter((key) => key in columns);
}

function merged({ mapping }: Preset, own: Entry): Entry {
  const byName = BY_NAME.filter(
    (key) => isObject(own[key] ?? {}) && (key in mapping || key in own),
  ).map((key) => [key, { ...asRecord(mapping[key]), ...asRecord(own[key]) }] as const);
  const entry = { ...mapping, ...own, ...Object.fromEntries(byName) };
  // a column is fed by one of the two, and what stands beside the preset says by which
  const fed = Object.keys(asRecord(own['columns']));
  const constant = Object.keys(asRecord(own['constants']));
  return {
    ...entry,
    columns: withoutKeys(asRecord(entry['columns']), constant),
    constants: withoutKeys(asRecord(entry['constants']), fed),
  };
}

function withoutKeys(entry: Entry, keys: readonly string[]): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.includes(key)));
}

/** What is no object has no keys; the check of the whole entry says what is wrong with it. */
function asRecord(value: unknown): Entry {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
