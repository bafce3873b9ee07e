/** Cells of reference tables as zod schemas: text → value, or an issue that carries a problem's code. */
import { z } from 'zod';
import { findCurrency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { parseLocalDate } from '../period/local-date.js';
import { parsePeriod } from '../period/period.js';
import type { PaymentTerms } from '../pricing/contract.js';
import type { ProblemCode } from '../problem.js';
import { decimalHint } from '../words/decimal-hint.js';
import { didYouMean } from '../words/did-you-mean.js';
import { isRoundedId, roundedIdWords } from './rounded-id.js';

/** What is wrong with a cell. */
export interface CellFault {
  readonly code: ProblemCode;
  readonly message: string;
  readonly hint: string;
}

const ID_CHARACTERS_MAX = 200;
const CELL_BYTES_MAX = 1 << 20;

function cell<T>(read: (text: string) => T | CellFault): z.ZodType<T, string> {
  return z.string().transform((text, context) => {
    const value =
      Buffer.byteLength(text) > CELL_BYTES_MAX
        ? fault('cell-too-long', 'longer than 1 MiB', 'look for a quote that is not closed')
        : read(text);
    if (!isFault(value)) return value;
    context.addIssue({ code: 'custom', message: value.message, params: { fault: value } });
    return z.NEVER;
  });
}

function fault(code: ProblemCode, message: string, hint: string): CellFault {
  return { code, message, hint };
}

function isFault(value: unknown): value is CellFault {
  return typeof value === 'object' && value !== null && 'code' in value && 'hint' in value;
}

/** A blank cell is null; any other is read as the given kind. */
export function optional<T>(kind: z.ZodType<T, string>): z.ZodType<T | null, string> {
  return z.union([z.literal('').transform(() => null), kind]);
}

function required<T>(read: (text: string) => T | CellFault): z.ZodType<T, string> {
  return cell((text) => (text === '' ? fault('cell-blank', 'blank', 'fill it in') : read(text)));
}

const found = (text: string): string => JSON.stringify(text.slice(0, 80));

export const text = required((value) => value);
export const anyText = cell((value) => value);

function idOrFault(value: string): string | CellFault {
  if (isRoundedId(value)) return { code: 'id-rounded', ...roundedIdWords(value.slice(0, 80)) };
  return value.length > ID_CHARACTERS_MAX || /\p{Cc}/u.test(value)
    ? fault(
        'id-malformed',
        `${found(value)}, and an id has at most ${ID_CHARACTERS_MAX} characters and no line break, tab or other control character`,
        'shorten the id, or type it anew',
      )
    : value;
}

export const id = required(idOrFault);
/** An id that only stands on documents, such as a tax id. */
export const shownId = cell((value) => (isRoundedId(value) ? idOrFault(value) : value));

export const date = required(
  (value) =>
    parseLocalDate(value) ??
    fault('date-malformed', `${found(value)}, not a date that exists`, 'write it as YYYY-MM-DD'),
);

export const period = required((value) =>
  parsePeriod(value) === undefined
    ? fault('date-malformed', `${found(value)}, not a month`, 'write it as YYYY-MM')
    : value,
);

function notDecimal(value: string, code: ProblemCode = 'number-malformed'): CellFault {
  return fault(code, `${found(value)}, not a plain decimal`, decimalHint(value));
}

/** An amount of money as it is written; only its currency tells how many digits it may have. */
export interface MoneyCell {
  readonly value: Rational;
  readonly fractionDigits: number;
}

export const money = required((text): MoneyCell | CellFault => {
  const value = Rational.parseDecimal(text);
  if (value === undefined) return notDecimal(text, 'money-malformed');
  return { value, fractionDigits: text.split('.')[1]?.length ?? 0 };
});

function decimalWithin(
  accepts: (value: Rational) => boolean,
  expected: string,
  hint = `write a number ${expected}`,
): z.ZodType<Rational, string> {
  return required((value) => {
    const number = Rational.parseDecimal(value);
    if (number === undefined) return notDecimal(value);
    if (accepts(number)) return number;
    return fault('number-out-of-range', `${found(value)}, not ${expected}`, hint);
  });
}

export const notNegative = decimalWithin((value) => !value.isNegative(), 'zero or above');
export const positive = decimalWithin(
  (value) => !value.isNegative() && !value.isZero(),
  'above zero',
);
export const share = decimalWithin(
  (value) => !value.isNegative() && value.isAtMost(Rational.ONE),
  'from 0 to 1',
  'write a share as a decimal fraction: 0.02 for 2 %',
);
export const wholePositive = decimalWithin(
  (value) => value.isWhole() && value.numerator > 0n,
  'a whole number from 1',
  'write 1 or more, without a fraction',
);

export const currency = required(
  (value) =>
    findCurrency(value) ??
    fault(
      'currency-unknown',
      `${found(value)}, no code of ISO 4217`,
      'write its three capitals, such as CNY or USD',
    ),
);

export const boolean = required((value) => {
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true';
  return fault('value-unknown', `${found(value)}, neither true nor false`, 'write true or false');
});

export function oneOf<const T extends string>(
  words: readonly T[],
  code: ProblemCode = 'value-unknown',
): z.ZodType<T, string> {
  return required(
    (value) =>
      words.find((word) => word === value) ??
      fault(code, `${found(value)}, not one of ${words.join(', ')}`, didYouMean(value, words)),
  );
}

export const paymentTerms = required((value): PaymentTerms | CellFault => {
  const [, kind, digits] = /^(net|day) (\d{1,3})$/.exec(value) ?? [];
  const days = Number(digits);
  if (kind === 'net') return { kind: 'net', days };
  if (kind === 'day' && days >= 1 && days <= 31) return { kind: 'day', dayOfMonth: days };
  return fault(
    'value-unknown',
    `${found(value)}, neither net N nor day N`,
    'write net 30 or day 15',
  );
});

/** `HH:MM`, to 24:00, as minutes after midnight. */
export const minuteOfDay = required((value) => {
  const [, hours, minutes] = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(value) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return minute <= 24 * 60
    ? minute
    : fault(
        'time-malformed',
        `${found(value)}, not a time of day`,
        'write it as 08:00, up to 24:00',
      );
});
