/** Every code that `finance.json` lacks, as a snippet to paste into it. */
import { isOfCode, type Problem } from '../problem.js';
import { FINANCE_FILE } from '../reference/read-finance.js';

interface Snippet {
  [key: string]: Snippet | '';
}

/** null where none is missing. Keys stand together as they do in the file. */
export function missingCodes(problems: readonly Problem[]): string | null {
  const missing = problems.filter((found) => isOfCode(found, 'finance-code-missing'));
  if (missing.length === 0) return null;
  const snippet: Snippet = {};
  for (const { file, column, values } of missing)
    if (file === FINANCE_FILE && column !== null) put(snippet, keysOf(column, values.of));
  return JSON.stringify(snippet, null, 2);
}

/** The last key may hold a point: (`xero.tax_codes.0.06`, `0.06`) → xero, tax_codes, 0.06. */
function keysOf(column: string, last: string | null): string[] {
  if (last === null || !column.endsWith(`.${last}`)) return column.split('.');
  return [...column.slice(0, -last.length - 1).split('.'), last];
}

function put(snippet: Snippet, [key, ...rest]: readonly string[]): void {
  if (key === undefined) return;
  if (rest.length === 0) {
    snippet[key] ??= '';
    return;
  }
  const inner = snippet[key];
  const section: Snippet = typeof inner === 'object' ? inner : {};
  snippet[key] = section;
  put(section, rest);
}
