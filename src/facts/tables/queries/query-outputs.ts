/** The columns that a query makes: those of its table, with amounts that are exact. */
import { textOf, type Database } from '../../database.js';
import { FACT_TABLES } from '../../fact-tables.js';
import { parquetText, textForSource } from '../../files/parquet-text.js';
import { nearestWord } from '../../../words/nearest-word.js';
import type { Source } from '../../sources/source.js';
import { RECORDS } from './follow-rows.js';
import type { QueryFault } from './query-problems.js';

export interface Output {
  /** In small letters, as the engine compares names. */
  readonly name: string;
  readonly type: string;
}

/** The columns of `queried`, without the records that its rows were made of. */
export async function outputsOf(database: Database): Promise<Output[]> {
  const rows = await database.rows('DESCRIBE queried');
  return rows
    .map((row) => ({
      name: textOf(row, 'column_name').toLowerCase(),
      type: textOf(row, 'column_type'),
    }))
    .filter(({ name }) => !name.startsWith(RECORDS));
}

const OF_THE_ROW = ['record', 'records'];
const EXACT = ['money', 'amount', 'whole'];

export function outputFaults(outputs: readonly Output[], source: Source): QueryFault[] {
  const { table } = source;
  const { columns, optionalColumns } = FACT_TABLES[table];
  const names = Object.keys(columns);
  const made = outputs.map(({ name }) => name);
  return [
    ...made
      .filter((name) => !names.includes(name) && !OF_THE_ROW.includes(name))
      .map((name): QueryFault => {
        const nearest = nearestWord(name, names);
        return { case: 'unknown-output', table, name, columns: names, nearest };
      }),
    ...names
      .filter((name) => !optionalColumns.includes(name))
      .filter((name) => !made.includes(name) && !(name in source.constants))
      .map((name): QueryFault => ({
        case: 'unfed-output',
        table,
        name,
        mayBeNull: columns[name] === 'optional',
      })),
    ...made
      .filter((name) => name in source.constants)
      .map((name): QueryFault => ({ case: 'fed-twice', name })),
    ...outputs
      .filter(({ name, type }) => EXACT.includes(columns[name] ?? '') && isFloating(type))
      .map(({ name, type }): QueryFault => ({ case: 'floating', name, type })),
  ];
}

function isFloating(type: string): boolean {
  return type === 'DOUBLE' || type === 'FLOAT';
}

/** SQL for a cell of a query as the text that a CSV would hold. */
export function outputText({ name, type }: Output, { table, reading }: Source): string {
  const kind = FACT_TABLES[table].columns[name];
  if (kind === 'time' && type === 'DATE') return parquetText(`${name}::TIMESTAMP`, 'TIMESTAMP');
  return textForSource(name, type, reading.decimalMark);
}
