/** What cells of closed lists are called in rosters and attendance reports. */

/** By column, the words of each value. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  status: {
    worked: ['出勤', '正常', '已出勤', '上班', '正常出勤', 'Present', 'Worked'],
    absent: ['缺勤', '旷工', '缺卡', 'Absent'],
    leave: ['请假', '休假', '事假', '病假', '年假', '调休', 'Leave'],
  },
  role: {
    pre_sales: ['售前', '售前客服', 'Pre-sales'],
    after_sales: ['售后', '售后客服', 'After-sales'],
  },
};

const VALUES_MAX = 12;

/** Whether the cells of a column are of a closed list. */
export function hasClosedList(column: string): boolean {
  return column in WORDS;
}

/**
 * What each cell of a closed list stands for, blank where that is not known; null where they stand for
 * themselves, or are too many to be a list.
 *
 * > 出勤, 请假, 外勤 of `status` → worked, leave and a blank.
 */
export function valuesOf(column: string, cells: readonly string[]): Record<string, string> | null {
  const words = WORDS[column] ?? {};
  const found = [...new Set(cells)].filter((cell) => cell !== '').sort();
  if (found.length === 0 || found.length > VALUES_MAX) return null;
  if (found.every((cell) => cell in words)) return null;
  return Object.fromEntries(
    found.map((cell) => {
      const [value = ''] = Object.entries(words).find(([, of]) => of.includes(cell)) ?? [];
      return [cell, cell in words ? cell : value];
    }),
  );
}
