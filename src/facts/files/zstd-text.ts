/**
 * The text of a file that is packed by Zstandard. Node before 22.15 cannot unpack it, and the engine
 * reads UTF-8 alone; so its lines are read through the engine, one cell each.
 */
import { errorMessage } from '../../error-message.js';
import { problem, type Problem } from '../../problem.js';
import { quotedPath, textOf, type Database } from '../database.js';
import { throwEngineFault } from '../engine-fault.js';
import { QuotedCells } from './quoted-cells.js';
import { nulByte, openQuote } from './text-problems.js';

const LINE_BYTES_MAX = 8 << 20;

/** SQL for the lines, blank ones among them. */
function linesOf(path: string): string {
  return `read_csv(${quotedPath(path)}, auto_detect = false, hive_partitioning = false, header = false, columns = {'line': 'VARCHAR'},
    delim = '\u0001', quote = '', escape = '', max_line_size = ${LINE_BYTES_MAX})`;
}

/** The first lines. */
export async function zstdHead(database: Database, path: string, lines: number): Promise<string> {
  const rows = await database
    .rows(`SELECT line FROM ${linesOf(path)} LIMIT ${lines}`)
    .catch((error: unknown) => {
      throwEngineFault(error);
      return [];
    });
  return rows.map((row) => textOf(row, 'line')).join('\n');
}

/** What keeps the text from being read as it is meant: a quote that stays open, a NUL byte, another encoding. */
export async function zstdFault(
  database: Database,
  path: string,
  file: string,
  linesAbove: number,
  delimiter: string,
): Promise<Problem | null> {
  const quotes = new QuotedCells(0, delimiter);
  try {
    // a line without a quote changes nothing
    const lines = database.texts(`SELECT line FROM
        (SELECT row_number() OVER () AS line_number, line FROM ${linesOf(path)})
      WHERE line_number > ${linesAbove} AND (contains(line, '"') OR contains(line, chr(0)))`);
    for await (const some of lines) {
      if (some.some((line) => line.includes('\0'))) return nulByte(file);
      quotes.add(Buffer.from(some.map((line) => `${line}\n`).join('')));
    }
  } catch (error) {
    throwEngineFault(error);
    return unread(file, errorMessage(error));
  }
  return quotes.isOpen() ? openQuote(file) : null;
}

function unread(file: string, reason: string): Problem {
  if (reason.includes('unicode')) return problem('encoding-unknown', { file }, { case: 'packed' });
  const [line = ''] = reason.split('\n');
  return problem('file-unreadable', { file }, { case: 'not-lines', reason: line });
}
