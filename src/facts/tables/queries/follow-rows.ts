/**
 * Which rows of the export each row of a query comes from: a column that the query does not have is put
 * into its parse tree, and carried through its subqueries.
 *
 * > `SELECT id, sum(paid::DECIMAL(18, 2)) AS amount FROM source GROUP BY id` gets
 * > `flatten(list(list_value(source.record)))` beside its two columns.
 */
import { textOf, type Database } from '../../database.js';
import {
  expressionTree,
  isNode,
  listOf,
  namedQueries,
  nodeOf,
  wordOf,
  type Tree,
  type TreeNode,
} from './query-tree.js';

/** The column that holds the records of a row: a list of whole numbers. */
export const RECORDS = 'records_of_the_query';

/** The query with that column; null where its rows cannot be followed, as in a SELECT DISTINCT. */
export async function followRows(database: Database, query: TreeNode): Promise<TreeNode | null> {
  const rows = await database.rows(
    `SELECT DISTINCT function_name AS name FROM duckdb_functions() WHERE function_type = 'aggregate'`,
  );
  const aggregates = new Set(rows.map((row) => textOf(row, 'name').toLowerCase()));
  return new Follower(database, aggregates).select(query, new Map());
}

/** By name, whether the rows of a named query carry their records. */
type Named = ReadonlyMap<string, boolean>;

/** A table of a query as it carries its records: the SQL of them. */
interface Followed {
  readonly table: TreeNode;
  readonly records: readonly string[];
}

class Follower {
  constructor(
    private readonly database: Database,
    private readonly aggregates: ReadonlySet<string>,
  ) {}

  async select(query: TreeNode, outer: Named): Promise<TreeNode | null> {
    const { node, named } = await this.withNamed(query, outer);
    if (node['type'] === 'SET_OPERATION_NODE') return this.union(node, named);
    if (node['type'] !== 'SELECT_NODE' || isDistinct(node)) return null;
    const from = await this.table(nodeOf(node['from_table']), named);
    if (from.records.length === 0) return null;
    const [first = '', ...more] = from.records;
    const records = more.reduce((before, next) => `list_concat(${before}, ${next})`, first);
    const sql = this.isAggregated(node) ? `flatten(list(${records}))` : records;
    const column = await expressionTree(this.database, `${sql} AS ${RECORDS}`);
    return {
      ...node,
      from_table: from.table,
      select_list: [...listOf(node['select_list']), column],
    };
  }

  private async union(node: TreeNode, named: Named): Promise<TreeNode | null> {
    if (node['setop_type'] !== 'UNION' || node['setop_all'] !== true) return null;
    const [left, right] = [
      await this.select(nodeOf(node['left']), named),
      await this.select(nodeOf(node['right']), named),
    ];
    return left === null || right === null ? null : { ...node, left, right };
  }

  /** Each named query carries its records where it can. */
  private async withNamed(node: TreeNode, outer: Named): Promise<{ node: TreeNode; named: Named }> {
    const named = new Map(outer);
    const entries: Tree[] = [];
    const map = listOf(nodeOf(node['cte_map'])['map']);
    for (const [at, { name, query }] of namedQueries(node).entries()) {
      const followed = await this.select(query, named);
      named.set(name, followed !== null);
      const entry = nodeOf(map[at]);
      const value = nodeOf(entry['value']);
      const inner = { ...nodeOf(value['query']), node: followed ?? query };
      entries.push({ ...entry, value: { ...value, query: inner } });
    }
    return { node: { ...node, cte_map: { ...nodeOf(node['cte_map']), map: entries } }, named };
  }

  private async table(table: TreeNode, named: Named): Promise<Followed> {
    switch (table['type']) {
      case 'BASE_TABLE': {
        const name = wordOf(table['table_name']);
        const isCarrier = named.get(name.toLowerCase());
        const of = identifier(wordOf(table['alias']) || name);
        if (isCarrier !== undefined) {
          return { table, records: isCarrier ? [`${of}.${RECORDS}`] : [] };
        }
        return { table, records: [`list_value(${of}.record)`] };
      }
      case 'SUBQUERY': {
        const subquery = nodeOf(table['subquery']);
        const node = await this.select(nodeOf(subquery['node']), named);
        if (node === null) return { table, records: [] };
        const alias = wordOf(table['alias']);
        const records = [alias === '' ? RECORDS : `${identifier(alias)}.${RECORDS}`];
        return { table: { ...table, subquery: { ...subquery, node } }, records };
      }
      case 'JOIN': {
        const left = await this.table(nodeOf(table['left']), named);
        const right = await this.table(nodeOf(table['right']), named);
        return {
          table: { ...table, left: left.table, right: right.table },
          records: [...left.records, ...right.records],
        };
      }
      case 'PIVOT':
        return this.unpivot(table, named);
      default:
        return { table, records: [] };
    }
  }

  /** Columns that become rows keep the others beside them, and so the record. */
  private async unpivot(table: TreeNode, named: Named): Promise<Followed> {
    if (listOf(table['aggregates']).length > 0) return { table, records: [] };
    const { table: source, records } = await this.table(nodeOf(table['source']), named);
    const unqualified = records.map((sql) => sql.replace(/"(?:[^"]|"")*"\./, ''));
    return { table: { ...table, source }, records: unqualified };
  }

  private isAggregated(node: TreeNode): boolean {
    const isGrouped =
      listOf(node['group_expressions']).length > 0 ||
      node['aggregate_handling'] === 'FORCE_AGGREGATES';
    return isGrouped || isNode(node['having']) || this.holdsAggregate(node['select_list']);
  }

  private holdsAggregate(tree: Tree | undefined): boolean {
    if (Array.isArray(tree))
      return (tree as readonly Tree[]).some((one) => this.holdsAggregate(one));
    if (!isNode(tree) || tree['class'] === 'SUBQUERY' || tree['class'] === 'WINDOW') return false;
    const isOne =
      tree['class'] === 'FUNCTION' &&
      this.aggregates.has(wordOf(tree['function_name']).toLowerCase());
    return isOne || Object.values(tree).some((one) => this.holdsAggregate(one));
  }
}

function isDistinct(node: TreeNode): boolean {
  return listOf(node['modifiers']).some((one) => nodeOf(one)['type'] === 'DISTINCT_MODIFIER');
}

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
