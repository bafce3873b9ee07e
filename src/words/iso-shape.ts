/** Whether a cell is written as ISO 8601 wants it, be there such a day or not. */

/** > `2026-02-30` is written so, and `2026/10/1` is not. */
export function isDateWritten(cell: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(cell);
}

/** > `2026-02-30T08:00` is written so, and `2026-02-30` is not. */
export function isTimeWritten(cell: string): boolean {
  return /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}(:?\d{2})?)?$/.test(cell);
}
