/** The parse tree of a query, as the engine itself gives it: what a query is judged by. */
import { quoted, textOf, type Database } from '../../database.js';

/** A node of the tree: a statement, a table, an expression or a part of one. */
export interface TreeNode {
  readonly [key: string]: Tree;
}
export type Tree = string | number | boolean | null | TreeNode | readonly Tree[];

/** Why a text is not one SELECT; `near` is where the engine stopped. */
export interface NoQuery {
  readonly fault: 'syntax' | 'no-select' | 'several';
  readonly near: string;
}

/** Before a whole number that JavaScript would round, where a tree holds one: it is a text meanwhile. */
const MARK = '\ue000';

function withMarks(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d{16,}/g, (token) =>
    token.startsWith('"') ? token : `"${MARK}${token}"`,
  );
}

function withoutMarks(json: string): string {
  return json.replaceAll(new RegExp(`"${MARK}(-?\\d+)"`, 'g'), '$1');
}

/** The node of the one SELECT that the text is. */
export async function parseQuery(database: Database, sql: string): Promise<TreeNode | NoQuery> {
  const [row] = await database.rows(`SELECT json_serialize_sql(${quoted(sql)})::VARCHAR AS tree`);
  const parsed = JSON.parse(row === undefined ? '{}' : withMarks(textOf(row, 'tree'))) as {
    error_message?: string;
    statements?: readonly { readonly node: TreeNode }[];
  };
  const reason = parsed.error_message ?? '';
  if (reason.startsWith('Only SELECT')) return { fault: 'no-select', near: '' };
  if (reason !== '') return { fault: 'syntax', near: /near "(.*)"/s.exec(reason)?.[1] ?? '' };
  const [first, ...others] = parsed.statements ?? [];
  if (first === undefined) return { fault: 'no-select', near: '' };
  return others.length > 0 ? { fault: 'several', near: '' } : first.node;
}

/** The SQL of a tree. */
export async function queryText(database: Database, node: TreeNode): Promise<string> {
  const statements = [{ node, named_param_map: [] }];
  const tree = withoutMarks(JSON.stringify({ error: false, statements }));
  const [row] = await database.rows(`SELECT json_deserialize_sql(${quoted(tree)}) AS text`);
  return row === undefined ? '' : textOf(row, 'text');
}

/** An expression of the select list, from its SQL. */
export async function expressionTree(database: Database, sql: string): Promise<Tree> {
  const node = await parseQuery(database, `SELECT ${sql}`);
  const list = 'select_list' in node ? node['select_list'] : null;
  return Array.isArray(list) ? ((list as readonly Tree[])[0] ?? null) : null;
}

export function isNode(tree: Tree | undefined): tree is TreeNode {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}

export function nodeOf(tree: Tree | undefined): TreeNode {
  return isNode(tree) ? tree : {};
}

export function listOf(tree: Tree | undefined): readonly Tree[] {
  return Array.isArray(tree) ? (tree as readonly Tree[]) : [];
}

export function wordOf(tree: Tree | undefined): string {
  return typeof tree === 'string' ? tree : '';
}

/** The named queries of a node (WITH), in their order. */
export function namedQueries(
  node: TreeNode,
): { readonly name: string; readonly query: TreeNode }[] {
  return listOf(nodeOf(node['cte_map'])['map']).map((entry) => {
    const { key, value } = nodeOf(entry);
    return {
      name: wordOf(key).toLowerCase(),
      query: nodeOf(nodeOf(nodeOf(value)['query'])['node']),
    };
  });
}
