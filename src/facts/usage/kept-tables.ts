/**
 * The tables that are asked once facts are rolled up, in a file of the engine: whoever opens it asks them
 * as if it had rolled the facts up itself. What is a view there is a table here.
 */
import { resolve } from 'node:path';
import { quoted, type Database } from '../database.js';
import type { EngineTableName } from '../engine-tables/engine-tables.js';

const WORK = ['attendance', 'shift_times', 'custody_days', 'consultation_days'] as const;
const SALES = ['sales', 'late_refunds', 'contract_rates', 'currencies', 'contracts'] as const;
const ORDERS = ['order_outcomes', 'refunded_orders', 'order_deductions', 'order_agents'] as const;
const ASKED_LATER: readonly EngineTableName[] = [...WORK, ...SALES, ...ORDERS, 'row_sums'];

const KEPT = 'kept';

/** Makes the file. */
export async function keepTables(database: Database, path: string): Promise<void> {
  await database.run(`ATTACH ${quoted(resolve(path))} AS ${KEPT}`);
  for (const name of ASKED_LATER)
    await database.run(`CREATE TABLE ${KEPT}.${name} AS FROM ${name}`);
  await database.run(`DETACH ${KEPT}`);
}

/** Opens it beside the schema that a database has to itself. Nothing is written into it. */
export async function openKeptTables(
  database: Database,
  schema: string,
  path: string,
): Promise<void> {
  const kept = `${schema}_${KEPT}`;
  await database.run(`ATTACH ${quoted(resolve(path))} AS ${kept} (READ_ONLY);
    SET search_path = 'memory.${schema},${kept}.main';
    CREATE TEMP VIEW orders AS SELECT order_id FROM order_outcomes`);
}
