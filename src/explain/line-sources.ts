/** What a line came from, as its term says: tables, files and rows of the input. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { RowsQuery } from '../facts/usage/source-rows.js';
import { FACT_TABLE_NAMES } from '../facts/fact-tables.js';
import type { FileRecord } from '../ledger/manifest.js';
import type { Source } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { figuresOf } from '../pricing/terms.js';
import type { RowsOf } from '../words/explain-words.js';

/** The table that each file feeds, by the file's name; a file may feed several. */
export type TablesOfFiles = ReadonlyMap<string, ReadonlySet<string>>;

/** Out of the row accounting of a batch, which names the table of every file. */
export async function tablesOfFiles(rowAccountingPath: string): Promise<TablesOfFiles> {
  const tables = new Map<string, Set<string>>();
  const rows = createReadStream(rowAccountingPath).pipe(parse({ columns: true, bom: true }));
  for await (const row of rows) {
    const { file = '', table = '' } = row as Record<string, string>;
    tables.set(file, (tables.get(file) ?? new Set()).add(table));
  }
  return tables;
}

/** The input files behind a line, as the manifest records them. */
export function sourceFiles(
  line: Line,
  inputs: readonly FileRecord[],
  tablesOf: TablesOfFiles,
): FileRecord[] {
  const behind = tablesBehind(line);
  const isOfFacts = FACT_TABLE_NAMES.some((table) => behind.has(table));
  return inputs.filter(({ file }) => {
    if (file === 'sources.json') return isOfFacts;
    const tables = tablesOf.get(file) ?? [file.replace(/\.csv$/, '')];
    return [...tables].some((table) => behind.has(table));
  });
}

/**
 * Every line but an adjustment rests on its contract; an order may be attributed beside its own row,
 * a holiday takes hours from the surcharge of the night, and a band is picked by a value.
 */
function tablesBehind(line: Line): Set<string> {
  const tables = new Set<string>(sourcesOf(line).map(({ table }) => table));
  if (line.kind !== 'adjustment') tables.add('contracts');
  if (tables.has('orders')) tables.add('attributions');
  if (tables.has('contract-surcharges')) tables.add('calendar');
  if (tables.has('kpi-bands')) tables.add('kpi-values');
  return tables;
}

export function sourcesOf({ terms }: Line): Source[] {
  return [terms.quantity, terms.unitPrice].flatMap(figuresOf).map(({ source }) => source);
}

export interface WantedRows {
  readonly what: RowsOf;
  readonly query: RowsQuery;
}

/** Where the facts behind a line are found; `period` is the month of its document. */
export function factQueries(line: Line, period: string): WantedRows[] {
  const wanted = new Map<string, WantedRows>();
  for (const source of sourcesOf(line))
    for (const one of queriesOf(line, source, period)) wanted.set(JSON.stringify(one), one);
  return inOneQuery([...wanted.values()]);
}

function queriesOf({ contractId, subject }: Line, source: Source, period: string): WantedRows[] {
  switch (source.table) {
    case 'shifts': {
      const { agentId, shift, dates } = source;
      const query = { table: 'shifts', contractId, agentId, shift, dates } as const;
      if (subject.surcharge !== undefined && dates !== null)
        return [{ what: 'shifts_of_dates', query }];
      // lines about all agents rest on the lines of each
      if (subject.agent === undefined || agentId === null) return [];
      return [{ what: 'shifts', query }];
    }
    case 'consultations': {
      const { dates } = source;
      return [{ what: 'consultations', query: { table: 'consultations', contractId, dates } }];
    }
    case 'orders':
      return [
        { what: 'attributed_orders', query: { table: 'orders', contractId, outcome: 'billed' } },
        { what: 'silent_orders', query: { table: 'orders', contractId, outcome: 'silent_order' } },
      ];
    case 'refunds': {
      const isLate = source.orderPeriod !== period;
      const what = isLate ? 'late_refunds' : 'refunds';
      return [{ what, query: { table: 'refunds', contractId, period, isLate } }];
    }
    default:
      return [];
  }
}

/** Consultations of several days are looked for at once. */
function inOneQuery(wanted: readonly WantedRows[]): WantedRows[] {
  const dates = wanted.flatMap(({ query }) => (query.table === 'consultations' ? query.dates : []));
  const first = wanted.find(({ query }) => query.table === 'consultations');
  return wanted.flatMap((one) => {
    if (one.query.table !== 'consultations') return [one];
    return one === first ? [{ ...one, query: { ...one.query, dates } }] : [];
  });
}
