/** A whole sheet at once. */
import type { SheetRow } from '../../src/workbooks/sheet-rows.js';
import { openWorkbook } from '../../src/workbooks/workbook.js';

interface WholeSheet {
  readonly rows: readonly SheetRow[];
  readonly texts: readonly (readonly string[])[];
  readonly hiddenColumns: readonly number[];
  readonly mergedRanges: readonly string[];
}

export async function readAll(path: string, nameOrPlace?: string | number): Promise<WholeSheet> {
  const workbook = await openWorkbook(path);
  try {
    const sheet = workbook.sheet(nameOrPlace);
    if (sheet === undefined) throw new Error('no such sheet');
    const reading = await workbook.read(sheet);
    const rows: SheetRow[] = [];
    for await (const row of reading.rows) rows.push(row);
    const texts = rows.map(({ cells }) => cells);
    const { mergedRanges } = reading;
    return { rows, texts, hiddenColumns: [...reading.hiddenColumns], mergedRanges };
  } finally {
    workbook.close();
  }
}
