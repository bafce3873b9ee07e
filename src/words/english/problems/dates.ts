/** English words for dates and times that are not what their column wants. */
import type { ProblemValues } from '../../../problem-values.js';
import { isDateWritten, isTimeWritten } from '../../iso-shape.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { quoted } from '../phrases.js';

export const DATES = {
  'date-malformed': dateMalformed,
  'time-malformed': timeMalformed,
  'time-nonexistent': ({ cell }, column) => ({
    message: `${column} is ${quoted(cell)}, a time that the clocks skip in the provider's time zone`,
    hint: 'correct it, or write it with its offset from UTC: 2026-10-01T08:00+08:00',
  }),
  'time-ambiguous': ({ cell }, column) => ({
    message: `${column} is ${quoted(cell)}, a time that occurs twice in the provider's time zone`,
    hint: 'say which of the two by its offset from UTC: 2026-10-01T08:00+08:00',
  }),
} satisfies Partial<ProblemWords>;

function dateMalformed(values: ProblemValues['date-malformed'], column: string): ProblemSentence {
  const found = `${column} is ${quoted(values.cell)}`;
  switch (values.case) {
    case 'month':
      return { message: `${found}, not a month`, hint: 'write it as YYYY-MM' };
    case 'export':
      return unreadTime(found, values.position);
    case 'table':
    case 'fact':
      return {
        message: isDateWritten(values.cell)
          ? `${found}, not a date that exists`
          : `${found}, which is not written as YYYY-MM-DD`,
        hint:
          values.case === 'table' ? 'write it as YYYY-MM-DD' : 'write it as YYYY-MM-DD: 2026-10-01',
      };
  }
}

function timeMalformed(values: ProblemValues['time-malformed'], column: string): ProblemSentence {
  const found = `${column} is ${quoted(values.cell)}`;
  switch (values.case) {
    case 'time-of-day':
      return { message: `${found}, not a time of day`, hint: 'write it as 08:00, up to 24:00' };
    case 'export':
      return unreadTime(found, values.position);
    case 'fact':
      return {
        message: isTimeWritten(values.cell)
          ? `${found}, not a time that exists`
          : `${found}, which is not written as YYYY-MM-DDTHH:MM`,
        hint: 'write it as 2026-10-01T08:00, with an offset or without',
      };
  }
}

/** A cell in a format that its source does not name. */
function unreadTime(found: string, position: number): ProblemSentence {
  return {
    message: `${found}, and no format in times of source ${position} of sources.json reads it`,
    hint: 'add its format to times, such as "yyyy/M/d H:mm" for 2026/10/1 8:30, or "MM/dd/yy" for 10/01/26',
  };
}
