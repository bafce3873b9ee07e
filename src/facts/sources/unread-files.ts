/** Files in the input folder that nothing reads: somebody put them there for something. */
import { FINANCE_FILE } from '../../reference/read-finance.js';
import { PROVIDER_FILE } from '../../reference/read-provider.js';
import { isReferenceFile, REFERENCE_WORKBOOK } from '../../reference/reference-workbook.js';
import { SOURCES_FILE } from './source.js';
import type { ReferenceTables } from '../../reference/reference-tables.js';
import { isNamedAfter, tableOf } from '../../reference/table-names.js';
import { REFERENCE_TABLES } from '../../reference/table-specs.js';
import { nearestWord } from '../../words/nearest-word.js';
import { problem, type Problem } from '../../problem.js';
import { FACT_FILE_ENDINGS } from '../files/fact-file.js';
import { FACT_TABLE_NAMES, type FactTableName } from '../fact-tables.js';

const SETTINGS = [PROVIDER_FILE, FINANCE_FILE, SOURCES_FILE];
const TABLES = REFERENCE_TABLES.map(({ file }) => file);

/** A warning for each; a folder in which nothing is read gets one warning for all that is in it. */
export function unreadFiles(
  files: readonly string[],
  { logo, finance }: Pick<ReferenceTables, 'logo' | 'finance'>,
  readBySources: readonly string[],
): Problem[] {
  const named = [logo, finance.template].flatMap((one) => one?.file ?? []);
  const readFiles = new Set([...named, ...readBySources]);
  const isRead = (file: string): boolean =>
    SETTINGS.includes(file) ||
    isReferenceFile(file, TABLES) ||
    readFiles.has(file) ||
    isPlainlyNamed(file);
  const foldersRead = new Set(['', ...files.filter(isRead).map(folderOf)]);
  const unread = files.filter((file) => !isRead(file));
  const places = new Set(
    unread.map((file) => (foldersRead.has(folderOf(file)) ? file : `${folderOf(file)}/`)),
  );
  const expected = [
    ...SETTINGS,
    ...TABLES,
    REFERENCE_WORKBOOK,
    ...FACT_TABLE_NAMES.map((name) => `${name}.csv`),
  ];
  return [...places].map((file) =>
    problem(
      'file-unknown',
      { file },
      {
        case: file.endsWith('/') ? 'folder' : 'file',
        nearest: tableNamed(file) ?? nearestWord(file, expected),
      },
    ),
  );
}

/** What a file should be called that has the name of a table in either language: `订单.csv` → `orders.csv`. */
function tableNamed(file: string): string | null {
  const [, name = '', ending = ''] = /^([^/]+)\.(\w+)$/.exec(file) ?? [];
  const reference = TABLES.map(tableOf).find((table) => isNamedAfter(name, table));
  const facts = FACT_TABLE_NAMES.find((table) => table === name || CHINESE[table].includes(name));
  const table = reference ?? facts;
  if (table === undefined) return null;
  return `${table}.${SPREADSHEET.test(ending) ? 'xlsx' : 'csv'}`;
}

const CHINESE: Readonly<Record<FactTableName, readonly string[]>> = {
  shifts: ['班次', '排班', '出勤'],
  consultations: ['咨询量', '咨询'],
  orders: ['订单'],
  refunds: ['退款'],
  attributions: ['归属'],
};

/** What spreadsheet programs save beside `.xlsx`; each saves that too. */
const SPREADSHEET = /^(xls[xbm]?|et|ods)$/i;

/** `orders.csv`, `orders.csv.gz`, …, and all that is in the folder `orders`. */
function isPlainlyNamed(file: string): boolean {
  return FACT_TABLE_NAMES.some(
    (name) =>
      file.startsWith(`${name}/`) ||
      FACT_FILE_ENDINGS.some(
        (ending) => file.startsWith(name) && file.toLowerCase() === name + ending,
      ),
  );
}

/** The first folder of a path; blank for a file at the top. */
function folderOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : '';
}
