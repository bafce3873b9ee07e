/** The embedded engine that rolls up facts: in memory, spilling beyond it, reaching no network. */
import { resolve } from 'node:path';
import { errorMessage } from '../error-message.js';
import { engineFaultOf } from './engine-fault.js';
import {
  DuckDBInstance,
  LIST,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBValue,
} from '@duckdb/node-api';

export type Row = Readonly<Record<string, DuckDBValue>>;

/** A cell of a row that is given to the engine: as text, whatever the type of its column is. */
export type Cell = string | null | readonly string[];

const MEMORY_DEFAULT = '2GB';
const MS_A_MINUTE = 60_000;

export class Database {
  private constructor(
    private readonly instance: DuckDBInstance,
    private readonly isOwner: boolean,
    private readonly connection: DuckDBConnection,
    private readonly fault: (error: unknown) => unknown,
  ) {}

  /**
   * `spillFolder` takes what does not fit into `memory`, such as `2GB`. Where the engine lacks either, each
   * of its calls throws an `EngineFault`.
   */
  static async open(spillFolder: string, memory = MEMORY_DEFAULT): Promise<Database> {
    const fault = (error: unknown): unknown => engineFaultOf(error, spillFolder, memory);
    return orFault(fault, async () => {
      const instance = await DuckDBInstance.create(':memory:', {
        memory_limit: memory,
        temp_directory: spillFolder,
        autoinstall_known_extensions: 'false',
        autoload_known_extensions: 'false',
      });
      const connection = await instance.connect();
      await connection.run(`SET TimeZone = 'UTC'`);
      return new Database(instance, true, connection, fault);
    });
  }

  /**
   * The same engine and memory, with tables, types and macros of its own: what is temporary is so for each
   * connection, and the rest lies in a schema of that name.
   */
  async beside(schema: string): Promise<Database> {
    return orFault(this.fault, async () => {
      const connection = await this.instance.connect();
      await connection.run(`SET TimeZone = 'UTC'; CREATE SCHEMA ${schema}; USE memory.${schema}`);
      return new Database(this.instance, false, connection, this.fault);
    });
  }

  async run(sql: string): Promise<void> {
    await orFault(this.fault, () => this.connection.run(sql));
  }

  /** False where it took longer: it is interrupted then, and nothing of it is done. */
  async runWithin(minutes: number, sql: string): Promise<boolean> {
    const over = new AbortController();
    const timer = setTimeout(() => {
      over.abort();
      this.connection.interrupt();
    }, minutes * MS_A_MINUTE);
    try {
      await this.run(sql);
      return true;
    } catch (error) {
      if (over.signal.aborted && isInterruption(error)) return false;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async rows(sql: string): Promise<Row[]> {
    return orFault(this.fault, async () => {
      const result = await this.connection.runAndReadAll(sql);
      return result.getRowObjectsJS() as Row[];
    });
  }

  /** Rows, some at a time: nothing holds all of them as the engine gives them. */
  async *someRows(sql: string): AsyncGenerator<Row[]> {
    const result = await orFault(this.fault, () => this.connection.stream(sql));
    const names = result.columnNames();
    for (;;) {
      const chunk = await orFault(this.fault, () => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getRowObjects(names);
    }
  }

  /** A column of texts, some at a time: nothing holds all of them. */
  async *texts(sql: string): AsyncGenerator<string[]> {
    const result = await orFault(this.fault, () => this.connection.stream(sql));
    for (;;) {
      const chunk = await orFault(this.fault, () => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      yield chunk.getColumnValues(0).map(String);
    }
  }

  /** Appends rows; the engine reads each text as a value of its column. */
  async append(table: string, rows: readonly (readonly Cell[])[]): Promise<void> {
    await orFault(this.fault, async () => {
      const appender = await this.connection.createAppender(table);
      for (const row of rows) {
        for (const cell of row) {
          if (cell === null) appender.appendNull();
          else if (typeof cell === 'string') appender.appendVarchar(cell);
          else appender.appendList(cell, LIST(VARCHAR));
        }
        appender.endRow();
      }
      appender.closeSync();
    });
  }

  close(): void {
    this.connection.closeSync();
    if (this.isOwner) this.instance.closeSync();
  }
}

function isInterruption(error: unknown): boolean {
  return errorMessage(error).startsWith('INTERRUPT');
}

async function orFault<T>(fault: (error: unknown) => unknown, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fault(error);
  }
}

/**
 * SQL for whether a text is one of a list. Behind `IN` the engine would join more than five values, for all
 * rows and whatever is asked before it, which costs several times what looking them up does.
 */
export function isOneOf(text: string, values: readonly string[]): string {
  return `list_contains([${values.map(quoted).join(', ')}], ${text})`;
}

/** A text as SQL. */
export function quoted(text: string | null): string {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}

/**
 * A path as SQL that is read literally: no glob, no home folder, no URL. From the root on, nothing else
 * can stand before it. Whoever reads it turns `hive_partitioning` off, or `key=value` in it is a column.
 */
export function quotedPath(path: string): string {
  return quoted(resolve(path).replace(/[*?[]/g, '[$&]'));
}

/** A cell of a row that holds text. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** A cell of a row that holds a whole number. */
export function wholeOf(row: Row, column: string): bigint {
  const value = row[column];
  return typeof value === 'bigint' ? value : BigInt(typeof value === 'number' ? value : 0);
}

/** A cell of a row that holds a list of texts. */
export function textsOf(row: Row, column: string): string[] {
  const value = row[column];
  return Array.isArray(value) ? value.map(String) : [];
}
