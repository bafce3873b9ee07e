/**
 * The trimmed names of a header up to the last one: a spreadsheet saves the empty columns beside a
 * table as well. Where their cells are blank too, nothing is lost; any that is filled breaks its row.
 */
export function namedColumns(header: readonly string[]): string[] {
  return header.slice(0, header.findLastIndex((name) => name !== '') + 1);
}
