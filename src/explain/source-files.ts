/** Which files of the input a line came from. */
import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import type { Line } from '../pricing/line.js';
import type { FileRecord } from '../ledger/manifest.js';
import { FACT_TABLE_NAMES } from '../facts/tables/fact-schema.js';
import { Figures } from './figures.js';

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
  const isOfFacts = FACT_TABLE_NAMES.some((table) => behind.includes(table));
  return inputs.filter(({ file }) => {
    if (file === 'sources.json') return isOfFacts;
    const tables = tablesOf.get(file) ?? new Set([file.replace(/\.csv$/, '')]);
    return behind.some((table) => tables.has(table));
  });
}

function tablesBehind(line: Line): string[] {
  const figures = new Figures(line);
  const workload = figures.has('consultations_per_agent_day');
  switch (line.kind) {
    case 'salary':
    case 'base':
      return ['contracts', 'shifts', ...(workload ? ['contract-tiers', 'consultations'] : [])];
    case 'appraisal':
      return ['contracts', 'kpi-scores'];
    case 'cap':
    case 'discount':
    case 'minimum':
      return ['contracts'];
    case 'commission': {
      const tiers = figures.has('tier_up_to') || figures.has('tier_above');
      const rates = figures.has('exchange_rate');
      return [
        'contracts',
        ...(tiers ? ['contract-tiers'] : []),
        ...(rates ? ['exchange-rates'] : []),
        'orders',
        'attributions',
        'refunds',
      ];
    }
    case 'ladder':
      return ['contracts', 'contract-tiers', 'consultations'];
    case 'overflow':
      return ['contracts', 'contract-tiers', 'consultations'];
    case 'event':
      return ['contracts', 'event-days'];
    case 'custody':
      return ['contracts', 'shifts'];
    case 'adjustment':
      return ['adjustments'];
  }
}
