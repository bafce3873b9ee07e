/** Where a reference table is kept: in a file of its own, or as a sheet of one workbook for all of them. */
import { readdir } from 'node:fs/promises';
import { problem, type Problem } from '../problem.js';
import { ifAbsent } from '../system-fault.js';
import { referenceWorkbooks, sheetsOf } from './reference-workbook.js';
import { isNamedAfter, tableOf } from './table-names.js';
import { UnfitInput, unreadableInput } from './unfit-input.js';
import { workbookProblem } from './workbook-problems.js';

const ENDINGS = ['.csv', '.xlsx'];

export interface FoundTable {
  /** In the input folder. */
  readonly file: string;
  /** Of the workbook for all tables; null: the file is of this table alone. */
  readonly sheet: string | null;
}

/** null where it is nowhere; a problem where it is in two places, or where the workbook for all cannot be read. */
export async function findTable(
  folder: string,
  tableFile: string,
): Promise<FoundTable | Problem | null> {
  const table = tableOf(tableFile);
  const places = await ownFiles(folder, table);
  for (const file of await referenceWorkbooks(folder)) {
    const sheets = await sheetsOf(folder, file).catch((thrown: unknown) =>
      thrown instanceof UnfitInput ? unreadableInput(file, thrown) : workbookProblem(file, thrown),
    );
    if ('code' in sheets) return sheets;
    for (const { name } of sheets) {
      if (isNamedAfter(name, table)) places.push({ file, sheet: name });
    }
  }
  if (places.length < 2) return places[0] ?? null;
  const names = places.map(placeName).join(', ');
  return problem('table-doubled', { file: names }, { table, times: places.length });
}

/** What problems call it: `contracts.csv`, or `reference.xlsx: 合同`. */
export function placeName({ file, sheet }: FoundTable): string {
  return sheet === null ? file : `${file}: ${sheet}`;
}

/** Endings in capitals are the same endings. */
async function ownFiles(folder: string, table: string): Promise<FoundTable[]> {
  const wanted = ENDINGS.map((ending) => table + ending);
  const entries = await readdir(folder).catch(ifAbsent([]));
  const found = entries.filter((name) => wanted.includes(name.toLowerCase())).sort();
  return found.map((file) => ({ file, sheet: null }));
}
