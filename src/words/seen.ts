/** What people see of the input: rows as their spreadsheet numbers them, and merchants by name. */
export interface Seen {
  /** By file, the row of the spreadsheet in which the header stands; 1 where nothing is said. */
  readonly headerRows: ReadonlyMap<string, number>;
  /** By id. */
  readonly merchantNames: ReadonlyMap<string, string>;
}

export const NOTHING_SEEN: Seen = { headerRows: new Map(), merchantNames: new Map() };

/** No spreadsheet shows a list of JSON, or Parquet, as rows. */
const WITHOUT_ROWS = /\.(json|parquet)$/i;

/** Record 1 is the row below the header: row 2, where the header stands in row 1. */
export function rowOf(file: string, record: number, { headerRows }: Seen): number | null {
  if (WITHOUT_ROWS.test(file)) return null;
  return record + (headerRows.get(file) ?? 1);
}
