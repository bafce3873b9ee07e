/** A query may read `source` and what it makes of it: no other table, file, setting, clock or chance. */
import {
  listOf,
  isNode,
  namedQueries,
  nodeOf,
  wordOf,
  type Tree,
  type TreeNode,
} from './query-tree.js';
import { textOf, type Database } from '../../database.js';

/** What a query may not name, and why. */
export interface ForbiddenName {
  readonly what: 'table' | 'table-function' | 'function' | 'clock';
  readonly name: string;
}

/** Functions that make rows of values alone. */
const ROW_MAKERS = new Set(['unnest', 'range', 'generate_series']);

/** Names of the clock and of the session, which SQL writes without brackets. */
const WITHOUT_BRACKETS = new Set([
  ...['current_date', 'current_time', 'current_timestamp', 'localtime', 'localtimestamp'],
  ...['current_user', 'session_user', 'user', 'current_role', 'current_catalog', 'current_schema'],
]);

/** The first name that the query may not use; null where there is none. */
export async function forbiddenName(
  database: Database,
  query: TreeNode,
  headers: readonly string[],
): Promise<ForbiddenName | null> {
  const functions = await pureFunctions(database);
  const columns = new Set(headers.map((name) => name.toLowerCase()));
  return [...forbiddenNames(query, new Set(['source']), { functions, columns })][0] ?? null;
}

/** Functions that give the same for the same cells, and read nothing else. */
async function pureFunctions(database: Database): Promise<ReadonlySet<string>> {
  const rows = await database.rows(`SELECT DISTINCT function_name AS name FROM duckdb_functions()
    WHERE schema_name = 'main' AND (function_type = 'aggregate'
      OR function_type = 'scalar' AND stability = 'CONSISTENT'
        AND function_name NOT IN ('current_setting', 'getvariable', 'version', 'json_serialize_plan')
      OR function_type = 'macro' AND internal AND NOT regexp_matches(function_name,
        '^(pg_|current_|has_|inet_|get_|session_user|user|ago|obj_|shobj_|col_|in_search)'))`);
  return new Set(['unnest', ...rows.map((row) => textOf(row, 'name').toLowerCase())]);
}

interface Known {
  readonly functions: ReadonlySet<string>;
  readonly columns: ReadonlySet<string>;
}

/** `scope`: the tables that may be named here. A named query knows those before it, and not itself: it might have no end. */
function* forbiddenNames(
  tree: Tree | undefined,
  scope: ReadonlySet<string>,
  known: Known,
): Generator<ForbiddenName> {
  if (Array.isArray(tree)) {
    for (const one of tree as readonly Tree[]) yield* forbiddenNames(one, scope, known);
    return;
  }
  if (!isNode(tree)) return;
  yield* own(tree, scope, known);
  let inner = scope;
  for (const { name, query } of namedQueries(tree)) {
    yield* forbiddenNames(query, inner, known);
    inner = new Set([...inner, name]);
  }
  for (const [key, value] of Object.entries(tree)) {
    if (key !== 'cte_map') yield* forbiddenNames(value, inner, known);
  }
}

/** What the node itself names. */
function* own(
  node: TreeNode,
  scope: ReadonlySet<string>,
  { functions, columns }: Known,
): Generator<ForbiddenName> {
  const type = wordOf(node['type']);
  if (isNode(node['sample'])) yield { what: 'function', name: 'SAMPLE' };
  if (type === 'BASE_TABLE') {
    const path = [node['catalog_name'], node['schema_name'], node['table_name']].map(wordOf);
    const name = path.filter((part) => part !== '').join('.');
    if (!scope.has(name.toLowerCase())) yield { what: 'table', name };
  } else if (type === 'TABLE_FUNCTION') {
    const name = wordOf(nodeOf(node['function'])['function_name']);
    if (!ROW_MAKERS.has(name.toLowerCase())) yield { what: 'table-function', name };
  } else if (type === 'SHOW_REF') {
    yield { what: 'table-function', name: 'SHOW' };
  } else if (node['class'] === 'FUNCTION') {
    const name = wordOf(node['function_name']);
    const isRowMaker = ROW_MAKERS.has(name.toLowerCase());
    if (!functions.has(name.toLowerCase()) && !isRowMaker) yield { what: 'function', name };
  } else if (node['class'] === 'COLUMN_REF') {
    const names = listOf(node['column_names']).map(wordOf);
    const name = names.join('.').toLowerCase();
    if (WITHOUT_BRACKETS.has(name) && !columns.has(name)) yield { what: 'clock', name };
  }
}
