/** Finds the files of a fact table by its plain names: `orders.csv`, `orders.csv.gz`, …, or a folder `orders/`. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { problem, type Problem } from '../../problem.js';
import { FACT_FILE_ENDINGS } from './fact-file.js';
import { isHidden } from './list-files.js';

export interface FoundFiles {
  /** Relative to the input folder, in order of name. */
  readonly files: readonly string[];
  readonly problems: readonly Problem[];
}

/** What a source reads into the table is left to it. */
export async function findFactFiles(
  inputFolder: string,
  table: string,
  readBySources: ReadonlySet<string>,
): Promise<FoundFiles> {
  const entries = new Set(await readdir(inputFolder));
  const wanted = FACT_FILE_ENDINGS.map((ending) => table + ending);
  const found = [...entries].filter(
    (name) => isNamed(name, table, wanted) && !readBySources.has(name),
  );
  if (entries.has(table) && (await stat(join(inputFolder, table))).isDirectory()) found.push(table);
  if (found.length > 1) return { files: [], problems: [tableDoubled(table, found)] };
  if (found[0] !== table) return { files: found, problems: [] };
  const isFed = (name: string): boolean =>
    [...readBySources].some((file) => `${file}/`.startsWith(`${table}/${name}/`));
  const parts = (await readdir(join(inputFolder, table))).filter(
    (name) => !isHidden(name) && !isFed(name),
  );
  return { files: parts.sort().map((name) => `${table}/${name}`), problems: [] };
}

/** `orders.CSV` is `orders.csv`; the table's own name is written in small letters. */
function isNamed(name: string, table: string, wanted: readonly string[]): boolean {
  return name.startsWith(table) && wanted.includes(name.toLowerCase());
}

function tableDoubled(table: string, found: readonly string[]): Problem {
  return problem('table-doubled', { file: found.join(', ') }, { table, times: found.length });
}
