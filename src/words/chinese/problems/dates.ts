/** Chinese words for dates and times that are not what their column wants. */
import type { ProblemValues } from '../../../problem-values.js';
import { isDateWritten, isTimeWritten } from '../../iso-shape.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { quoted } from '../phrases.js';

export const DATES = {
  'date-malformed': dateMalformed,
  'time-malformed': timeMalformed,
  'time-nonexistent': ({ cell }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}，服务商所在时区的时钟拨快时跳过了这一时间`,
    hint: '请更正，或写明与 UTC 的时差：2026-10-01T08:00+08:00',
  }),
  'time-ambiguous': ({ cell }, column) => ({
    message: `${column} 的内容是 ${quoted(cell)}，服务商所在时区的时钟拨慢时这一时间出现两次`,
    hint: '请写明与 UTC 的时差，以区分是哪一次：2026-10-01T08:00+08:00',
  }),
} satisfies Partial<ProblemWords>;

function dateMalformed(values: ProblemValues['date-malformed'], column: string): ProblemSentence {
  const found = `${column} 的内容是 ${quoted(values.cell)}`;
  switch (values.case) {
    case 'month':
      return { message: `${found}，不是月份`, hint: '请写作 YYYY-MM' };
    case 'export':
      return unreadTime(found, values.position);
    case 'table':
    case 'fact':
      return {
        message: isDateWritten(values.cell)
          ? `${found}，不是存在的日期`
          : `${found}，没有写成 YYYY-MM-DD`,
        hint: values.case === 'table' ? '请写作 YYYY-MM-DD' : '请写作 YYYY-MM-DD，如 2026-10-01',
      };
  }
}

function timeMalformed(values: ProblemValues['time-malformed'], column: string): ProblemSentence {
  const found = `${column} 的内容是 ${quoted(values.cell)}`;
  switch (values.case) {
    case 'time-of-day':
      return { message: `${found}，不是一天中的时刻`, hint: '请写作 08:00，最晚 24:00' };
    case 'export':
      return unreadTime(found, values.position);
    case 'fact':
      return {
        message: isTimeWritten(values.cell)
          ? `${found}，不是存在的时间`
          : `${found}，没有写成 YYYY-MM-DDTHH:MM`,
        hint: '请写作 2026-10-01T08:00，可带也可不带时差',
      };
  }
}

/** A cell in a format that its source does not name. */
function unreadTime(found: string, position: number): ProblemSentence {
  return {
    message: `${found}，而 sources.json 的第 ${position} 个来源的 times 中没有这种格式`,
    hint: '请在 times 中补上格式，如 2026/10/1 8:30 写作 "yyyy/M/d H:mm"，10/01/26 写作 "MM/dd/yy"',
  };
}
