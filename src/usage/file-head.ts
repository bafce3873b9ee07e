/** The first lines of a fact file, which hold its header. */
import { open } from 'node:fs/promises';
import { quotedPath, textOf, type Database } from './database.js';

const HEADER_BYTES_MAX = 1 << 20;

/** The start of a file of text. */
export async function headOf(path: string): Promise<string> {
  const handle = await open(path);
  const { buffer, bytesRead } = await handle.read(
    Buffer.alloc(HEADER_BYTES_MAX),
    0,
    HEADER_BYTES_MAX,
    0,
  );
  await handle.close();
  return buffer.subarray(0, bytesRead).toString();
}

/** The first lines of a compressed file, read by the engine as one cell each. */
export async function compressedHead(
  database: Database,
  path: string,
  lines: number,
): Promise<string> {
  const rows = await database
    .rows(
      `SELECT line FROM read_csv(${quotedPath(path)}, auto_detect = false, header = false,
        columns = {'line': 'VARCHAR'}, delim = '\u0001', quote = '', escape = '', max_line_size = ${HEADER_BYTES_MAX}) LIMIT ${lines}`,
    )
    .catch(() => []);
  return rows.map((row) => textOf(row, 'line')).join('\n');
}
