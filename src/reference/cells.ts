/** Cells of reference tables as zod schemas: text → value, or an issue that carries a problem's code. */
import { z } from 'zod';
import { findCurrency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { parseLocalDate } from '../period/local-date.js';
import { parsePeriod } from '../period/period.js';
import type { PaymentTerms } from '../pricing/contract.js';
import type { ProblemCode } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import { decimalMistake } from '../words/decimal-mistake.js';
import { nearestWord } from '../words/nearest-word.js';
import { choiceNamed } from '../words/table-words.js';
import { isOneLine } from './one-line.js';
import { isRoundedId } from './rounded-id.js';
import { isSpreadsheetError, spreadsheetErrorCase } from './spreadsheet-errors.js';

/** What is wrong with a cell: a problem that does not know its place yet. */
export class CellFault<Code extends ProblemCode = ProblemCode> {
  constructor(
    readonly code: Code,
    readonly values: ProblemValues[Code],
  ) {}
}

const ID_CHARACTERS_MAX = 200;
const CELL_BYTES_MAX = 1 << 20;
const SHOWN_CHARACTERS_MAX = 80;

function cell<T>(read: (text: string) => T | CellFault): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const value = faultOfAnyCell(text) ?? read(text);
    if (!(value instanceof CellFault)) return value;
    context.addIssue({ code: 'custom', params: { fault: value } });
    return z.NEVER;
  });
}

function faultOfAnyCell(text: string): CellFault | null {
  if (Buffer.byteLength(text) > CELL_BYTES_MAX)
    return new CellFault('cell-too-long', { case: 'table' });
  if (!isSpreadsheetError(text)) return null;
  return new CellFault('cell-error', { case: spreadsheetErrorCase(text), cell: text });
}

/** A blank cell is null; any other is read as the given kind. */
export function optional<T>(kind: z.ZodType<T, string>): z.ZodType<T | null, string> {
  return z.union([z.literal('').transform(() => null), kind]);
}

function required<T>(read: (text: string) => T | CellFault): z.ZodType<T, string> {
  return cell((text) =>
    text === '' ? new CellFault('cell-blank', { case: 'table' }) : read(text),
  );
}

function shown(text: string): string {
  return text.slice(0, SHOWN_CHARACTERS_MAX);
}

export const text = required((value) => value);
export const anyText = cell((value) => value);
/** An address of either kind: a mail merge takes what stands below its line end for a header of its own. */
export const address = cell((value) =>
  isOneLine(value) ? value : new CellFault('cell-line-break', { cell: shown(value) }),
);

function idOrFault(value: string): string | CellFault {
  if (isRoundedId(value)) return new CellFault('id-rounded', { cell: shown(value), moreRows: 0 });
  return value.length > ID_CHARACTERS_MAX || /\p{Cc}/u.test(value)
    ? new CellFault('id-malformed', { cell: shown(value), charactersMax: ID_CHARACTERS_MAX })
    : value;
}

export const id = required(idOrFault);
/** An id that only stands on documents, such as a tax id. */
export const shownId = cell((value) => (isRoundedId(value) ? idOrFault(value) : value));

export const date = required(
  (value) =>
    parseLocalDate(value) ?? new CellFault('date-malformed', { case: 'table', cell: shown(value) }),
);

/** A month. A spreadsheet makes of a typed `2026-10` its first day, and shows `Oct-26`. */
export const period = required((value) => {
  const month = /^\d{4}-\d{2}-01$/.test(value) ? value.slice(0, -'-01'.length) : value;
  return parsePeriod(month) === undefined
    ? new CellFault('date-malformed', { case: 'month', cell: shown(value) })
    : month;
});

/** An amount of money as it is written; only its currency tells how many digits it may have. Zeros at its end are no digits. */
export interface MoneyCell {
  readonly value: Rational;
  readonly fractionDigits: number;
}

export const money = required((text): MoneyCell | CellFault => {
  const value = Rational.parseDecimal(text);
  if (value === undefined) {
    return new CellFault('money-malformed', { cell: shown(text), mistake: decimalMistake(text) });
  }
  const [, fraction = ''] = text.split('.');
  return { value, fractionDigits: fraction.replace(/0+$/, '').length };
});

type Range = Extract<
  ProblemValues['number-out-of-range'],
  { case: 'not-negative' | 'positive' | 'share' | 'whole-positive' }
>['case'];

function decimalWhere(
  accepts: (value: Rational) => boolean,
  faultOf: (cell: string) => ProblemValues['number-out-of-range'],
): z.ZodType<Rational, string> {
  return required((value) => {
    const number = Rational.parseDecimal(value);
    const cell = shown(value);
    if (number === undefined) {
      const mistake = decimalMistake(value);
      return new CellFault('number-malformed', { case: 'decimal', cell, mistake });
    }
    return accepts(number) ? number : new CellFault('number-out-of-range', faultOf(cell));
  });
}

function decimalWithin(
  range: Range,
  accepts: (value: Rational) => boolean,
): z.ZodType<Rational, string> {
  return decimalWhere(accepts, (cell) => ({ case: range, cell }));
}

/** From 0 to the given most. */
function decimalUpTo(most: bigint): z.ZodType<Rational, string> {
  return decimalWhere(
    (value) => !value.isNegative() && value.isAtMost(Rational.of(most)),
    (cell) => ({ case: 'decimal-range', cell, least: '0', most: String(most) }),
  );
}

/** Any plain decimal, of either sign. */
export const decimal = decimalWhere(
  () => true,
  (cell) => ({ case: 'not-negative', cell }),
);
export const notNegative = decimalWithin('not-negative', (value) => !value.isNegative());
export const positive = decimalWithin(
  'positive',
  (value) => !value.isNegative() && !value.isZero(),
);
export const share = decimalWithin(
  'share',
  (value) => !value.isNegative() && value.isAtMost(Rational.ONE),
);
/** What a surcharge multiplies by: 1.5 is half more. */
export const multiplier = decimalWhere(
  (value) => !value.isAtMost(Rational.ONE),
  (cell) => ({ case: 'decimal-range', cell, least: '1', most: null }),
);
/** Points of a band: 100 is the target met. */
export const points = decimalUpTo(200n);
/** A score: 1 is the target met, so that 93 would be a percentage by mistake. */
export const score = decimalUpTo(2n);
export const wholePositive = decimalWithin(
  'whole-positive',
  (value) => value.isWhole() && value.numerator > 0n,
);

export const currency = required(
  (value) => findCurrency(value) ?? new CellFault('currency-unknown', { cell: shown(value) }),
);

export const boolean = required((value) => {
  const found = choiceNamed(value.toLowerCase(), ['true', 'false']);
  if (found !== undefined) return found === 'true';
  return new CellFault('value-unknown', { case: 'boolean', cell: shown(value) });
});

export function oneOf<const T extends string>(
  choices: readonly T[],
  code: 'value-unknown' | 'plan-unknown' = 'value-unknown',
): z.ZodType<T, string> {
  return required((value) => {
    const found = choiceNamed(value, choices);
    if (found !== undefined) return found;
    const told = { cell: shown(value), choices, nearest: nearestWord(value, choices) };
    return code === 'plan-unknown'
      ? new CellFault(code, told)
      : new CellFault(code, { case: 'choice', ...told });
  });
}

const DAYS_AFTER_ISSUE = /^(?:net (\d{1,3})|开具后 ?(\d{1,3}) ?天)$/;
const DAY_OF_NEXT_MONTH = /^(?:day (\d{1,2})|次月 ?(\d{1,2}) ?日)$/;

/** > `net 30` and 开具后30天; `day 10` and 次月10日. */
export const paymentTerms = required((value): PaymentTerms | CellFault => {
  const days = digitsOf(DAYS_AFTER_ISSUE, value);
  if (days !== null) return { kind: 'net', days };
  const dayOfMonth = digitsOf(DAY_OF_NEXT_MONTH, value);
  if (dayOfMonth !== null && dayOfMonth >= 1 && dayOfMonth <= 31)
    return { kind: 'day', dayOfMonth };
  return new CellFault('value-unknown', { case: 'payment-terms', cell: shown(value) });
});

/** The number in the pattern, in whichever language it is written; null where it is not so written. */
function digitsOf(pattern: RegExp, value: string): number | null {
  const digits = pattern.exec(value)?.slice(1).join('');
  return digits === undefined ? null : Number(digits);
}

/** `HH:MM`, to 24:00, as minutes after midnight; a time cell of a spreadsheet has its seconds, `08:00:00`. */
export const minuteOfDay = required((value) => {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)(?::00)?$/.exec(value) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 24 * 60
    ? minute
    : new CellFault('time-malformed', { case: 'time-of-day', cell: shown(value) });
});
