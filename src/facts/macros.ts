/**
 * The types and macros of the engine: every piece of SQL that has a name, and no other file makes one.
 *
 * A macro that reads a text gives NULL where the text is not what it reads: the engine never guesses.
 */
import { FORMULA_START, GUARDED_AMONG_IDS } from '../formula-guard.js';
import { idKeySql } from '../id-key.js';
import { allCurrencies } from '../money/currency.js';
import { constantOffset } from '../period/constant-offset.js';
import { localDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import { isOneOf, quoted, type Database } from './database.js';
import { ROW_OUTCOMES } from '../row-outcome.js';

/** What every run needs. Times are local to `timeZone`; those near the period are converted fastest. */
export async function createMacros(
  database: Database,
  timeZone: string,
  period: Period,
): Promise<void> {
  await database.run(`
    CREATE TYPE row_outcome AS ENUM (${ROW_OUTCOMES.map(quoted).join(', ')});
    ${zoneMacros(timeZone, period)}
    ${TIMES}
    ${amounts()}
    ${CELLS_OF_TABLES}
    ${CELLS_OF_STATEMENTS}
    CREATE MACRO id_key(id) AS ${idKeySql('id')};`);
}

/** What exports are read by, beyond that: the engine takes its time to compile these patterns. */
export async function createExportMacros(database: Database): Promise<void> {
  await database.run(`${TIMES_OF_EXPORTS} ${CELLS_OF_EXPORTS}`);
}

/** SQL over `value`, worked out once: the engine copies what a macro is given to each place that names it. */
function once(given: string, sql: string): string {
  return `list_transform([${given}], lambda value: ${sql})[1]`;
}

const YEARS_AROUND = 2;
/** By how many minutes clocks are set back: half an hour on Lord Howe, two hours at Troll. */
const CLOCK_STEPS = [30, 60, 120];

/**
 * Between local time and instants; near the period by addition alone, where the clocks stand still.
 * The guards are CASEs, since the engine reorders what AND joins, and would ask the time zone for every row.
 */
function zoneMacros(timeZone: string, { id }: Period): string {
  const zone = quoted(timeZone);
  const year = Number(id.slice(0, 4));
  const first = localDate(`${year - YEARS_AROUND}-01-01`);
  const last = localDate(`${year + YEARS_AROUND}-12-31`);
  const offset = constantOffset(timeZone, first, last);
  const ahead = (offset ?? 0) * 60_000_000;
  const isNear = (moment: string): string =>
    offset === null ? 'false' : `${moment} BETWEEN '${first}' AND '${last}'`;
  return `
    CREATE MACRO zone_local(moment) AS CASE WHEN ${isNear('moment')}
      THEN make_timestamp(epoch_us(moment) + ${ahead}) ELSE timezone(${zone}, moment) END;
    CREATE MACRO zone_instant(moment) AS CASE WHEN ${isNear('moment')}
      THEN make_timestamptz(epoch_us(moment) - ${ahead}) ELSE timezone(${zone}, moment) END;
    CREATE MACRO is_nonexistent(moment) AS CASE WHEN ${isNear('moment')}
      THEN false ELSE timezone(${zone}, timezone(${zone}, moment)) <> moment END;
    CREATE MACRO is_ambiguous(moment) AS CASE WHEN ${isNear('moment')}
      THEN false ELSE ${isRepeated('moment', zone)} END;`;
}

/** SQL for whether the clocks of a zone show a local time twice. */
function isRepeated(moment: string, zone: string): string {
  const steps = CLOCK_STEPS.flatMap((minutes) => [minutes, -minutes]).join(', ');
  return `list_contains(list_transform([${steps}],
    lambda step: timezone(${zone}, timezone(${zone}, ${moment}) + to_minutes(step)) = ${moment}), true)`;
}

const LOCAL_TIME = '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?';
const OFFSET = '(Z|[+-](0\\d|1[0-8])(:?[0-5]\\d)?)';

/**
 * `plain_time` reads a local time in ISO 8601, `plain_time_or_day` a date too, as the start of that day,
 * `zoned_time` a time with an offset; `shown_time` shows a local one.
 */
const TIMES = `
  CREATE MACRO plain_time(text) AS
    CASE WHEN regexp_full_match(text, ${quoted(LOCAL_TIME)}) THEN TRY_CAST(text AS TIMESTAMP) END;
  CREATE MACRO plain_time_or_day(text) AS coalesce(plain_time(text),
    CASE WHEN regexp_full_match(text, '\\d{4}-\\d{2}-\\d{2}') THEN TRY_CAST(text AS TIMESTAMP) END);
  CREATE MACRO zoned_time(text) AS CASE WHEN regexp_full_match(text, ${quoted(LOCAL_TIME + OFFSET)})
    THEN TRY_CAST(CASE WHEN text[17] = ':' THEN text ELSE left(text, 16) || ':00' || substr(text, 17) END
      AS TIMESTAMPTZ) END;
  CREATE MACRO shown_time(moment) AS CASE WHEN second(moment) = 0
    THEN strftime(moment, '%Y-%m-%dT%H:%M') ELSE strftime(moment, '%Y-%m-%dT%H:%M:%S') END;`;

/**
 * `in_zone` gives a local time of another zone as an instant, and what the clocks of that zone skip or
 * show twice as no time; `date_text` gives the provider's date of a time.
 */
const TIMES_OF_EXPORTS = `
  CREATE MACRO in_zone(text, zone) AS ${once(
    'text',
    `CASE WHEN plain_time(value) IS NULL THEN value
    WHEN timezone(zone, timezone(zone, plain_time(value))) <> plain_time(value)
      OR ${isRepeated('plain_time(value)', 'zone')}
    THEN value || ' ' || zone
    ELSE strftime(timezone('UTC', timezone(zone, plain_time(value))), '%Y-%m-%dT%H:%M:%S.%f') || 'Z' END`,
  )};
  CREATE MACRO date_text(text) AS ${once(
    'text',
    `CASE WHEN plain_time(value) IS NOT NULL THEN left(value, 10)
    ELSE coalesce(strftime(zone_local(zoned_time(value)), '%Y-%m-%d'), value) END`,
  )};`;

/**
 * `minor_units('12.5', 2)` is 1250, and `decimal_text(1250, 2)` is `12.50`; `currency_digits` knows the
 * digits of a currency by its code. The usual case of each, two digits, goes first and is fast.
 */
function amounts(): string {
  const currencies = [...allCurrencies()];
  return `
    CREATE MACRO significant(text) AS
      CASE WHEN contains(text, '.') THEN rtrim(rtrim(text, '0'), '.') ELSE text END;
    CREATE MACRO fraction_digits(text) AS CASE WHEN contains(significant(text), '.')
      THEN strlen(significant(text)) - position('.' IN text) ELSE 0 END;
    CREATE MACRO minor_units(text, digits) AS CASE
      WHEN digits = 2 AND strlen(text) <= 17 AND TRY_CAST(text AS DECIMAL(18, 2))::VARCHAR = text
      THEN (TRY_CAST(text AS DECIMAL(18, 2)) * 100)::BIGINT
      WHEN regexp_full_match(text, '-?\\d+(\\.\\d+)?') AND fraction_digits(text) <= digits
      THEN TRY_CAST(replace(significant(text), '.', '') || repeat('0', digits - fraction_digits(text)) AS BIGINT) END;
    CREATE TYPE currency_code AS ENUM (${currencies.map(({ code }) => quoted(code)).join(', ')});
    CREATE MACRO currency_digits(code) AS CASE WHEN code = 'CNY' THEN 2 ELSE list_extract(
      [${currencies.map(({ fractionDigits }) => fractionDigits).join(', ')}],
      enum_code(TRY_CAST(code AS currency_code)) + 1) END;
    CREATE MACRO decimal_text(amount, digits) AS CASE WHEN amount = 0 AND digits = 2 THEN '0.00'
      ELSE CASE WHEN amount < 0 THEN '-' ELSE '' END
        || CASE digits WHEN 0 THEN abs(amount)::VARCHAR
          WHEN 2 THEN (abs(amount) // 100)::VARCHAR || '.' || lpad((abs(amount) % 100)::VARCHAR, 2, '0')
          ELSE (abs(amount) // (10 ** digits)::HUGEINT)::VARCHAR
            || '.' || lpad((abs(amount) % (10 ** digits)::HUGEINT)::VARCHAR, digits, '0') END END;`;
}

const BLANK = '[\\s\\v\\p{Z}\\x{FEFF}]';
/** A cell that a spreadsheet shall take for text: `="3515"`; a quote inside is doubled. */
const WRAPPER = `="${BLANK}*''?((?:[^"]|"")*)"`;

/** What stands for a currency, besides its code; a sign of several currencies stands for any of them. */
const MARKS: Readonly<Record<string, readonly string[]>> = {
  CNY: ['¥', '￥', '元', 'RMB', 'CN¥', '人民币'],
  JPY: ['¥', '￥', '円', 'JP¥'],
  USD: ['$', 'US$'],
  CAD: ['$', 'C$', 'CA$'],
  AUD: ['$', 'A$', 'AU$'],
  NZD: ['$', 'NZ$'],
  HKD: ['$', 'HK$'],
  TWD: ['$', 'NT$', '元'],
  SGD: ['$', 'S$', 'SG$'],
  MXN: ['$', 'MX$'],
  BRL: ['R$'],
  EUR: ['€'],
  GBP: ['£'],
  KRW: ['₩', '원'],
  VND: ['₫', 'Đ', 'VNĐ'],
  THB: ['฿'],
  IDR: ['RP', 'RP.'],
  MYR: ['RM'],
  PHP: ['₱'],
  INR: ['₹', 'RS', 'RS.'],
  PLN: ['ZŁ'],
  SEK: ['KR'],
};

/** Signs of currencies that are listed above: no other has them. */
const OF_ONE_CURRENCY = ['¥', '￥', '€', '£', '₩'];

/** Whether a mark may stand for a currency: none always may, and a dollar sign for no yuan. */
function markMacro(): string {
  const whens = Object.entries(MARKS).map(
    ([code, marks]) => `WHEN ${quoted(code)} THEN ${isOneOf('value', marks)}`,
  );
  return `CREATE MACRO mark_fits(mark, currency) AS ${once(
    'mark',
    `CASE WHEN value = '' OR value = currency THEN true ELSE CASE currency ${whens.join(' ')}
      ELSE regexp_full_match(value, '\\p{Sc}') AND NOT ${isOneOf('value', OF_ONE_CURRENCY)} END END`,
  )};`;
}

const NUMBER = "[0-9](?:[0-9.,''’]|[\\p{Z}][0-9])*";
const MARK = '(?:[\\p{L}\\p{Sc}][\\p{L}\\p{Sc}.]{0,3}[\\p{Z}]?)?[\\p{Sc}]?';
const SIGN = '[-+−－＋]?';
const AMOUNT = `(${SIGN})[\\p{Z}]*(${MARK})[\\p{Z}]*(${SIGN})(${NUMBER})[\\p{Z}]*(${MARK})[\\p{Z}]*(${SIGN})`;

/** `trimmed` takes away the blanks around a cell, whichever Unicode knows. */
const CELLS_OF_TABLES = `
  CREATE MACRO trimmed(cell) AS regexp_replace(cell, '^${BLANK}+|${BLANK}+$', '', 'g');`;

/** An amount of which nobody says how it marks decimals and thousands: over `value`, as the next one is. */
const PLAIN_AMOUNT = `CASE
    WHEN regexp_full_match(value, '-?[0-9.]+') AND NOT regexp_full_match(value, '-?\\d{1,3}(\\.\\d{3}){2,}') THEN value
    WHEN regexp_full_match(value, '-?\\d{1,3}((,\\d{3})+\\.\\d+|(,\\d{3}){2,})') THEN replace(value, ',', '')
    WHEN regexp_full_match(value, '-?(\\d{1,3}((\\.\\d{3})+,\\d+|(\\.\\d{3}){2,})|\\d+,\\d{1,2})')
    THEN replace(replace(value, '.', ''), ',', '.')
    WHEN regexp_full_match(value, '-?\\d{1,3}([\\p{Z}''’]\\d{3})+([.,]\\d{1,2})?')
    THEN replace(regexp_replace(value, '[\\p{Z}''’]', '', 'g'), ',', '.') ELSE value END`;

const MARKED_AMOUNT = `CASE
    WHEN regexp_full_match(
      CASE WHEN thousands_mark = '' THEN value ELSE replace(regexp_replace(value, '[\\p{Zs}]', ' ', 'g'), thousands_mark, '_') END,
      '-?(\\d{1,3}(_\\d{3})+|\\d+)([.,]\\d+)?')
      AND (contains(value, decimal_mark) OR NOT regexp_matches(replace(value, thousands_mark, ''), '[.,]'))
    THEN replace(replace(regexp_replace(value, '[\\p{Zs}]', ' ', 'g'), thousands_mark, ''), decimal_mark, '.')
    ELSE value || ' (decimal_mark ' || decimal_mark || ')' END`;

/**
 * Cells of a platform export.
 *
 * `bare_cell` takes away blanks, tabs and one leading apostrophe or backtick; `without_apostrophe` does the
 * same, many times faster, where a cell has no blanks around it; `unwrapped` takes the wrapper of a bare
 * cell. `amount_mark` gives the sign or code of a currency before or behind an amount, and `unmarked` the
 * amount without it: a mark at both ends is left, and makes the amount unreadable.
 * `plain_amount` takes marks of thousands and decimals only for what they can be alone; `marked_amount`
 * as they are named. `sure_amount` leaves `110.000` unread where a currency has no fraction: it may be 110,000.
 */
const CELLS_OF_EXPORTS = `
  CREATE MACRO bare_cell(cell) AS
    regexp_replace(coalesce(cell, ''), '^${BLANK}*[''\`]?${BLANK}*|${BLANK}+$', '', 'g');
  CREATE MACRO without_apostrophe(cell) AS CASE WHEN starts_with(cell, '''') OR starts_with(cell, '\`')
    THEN bare_cell(cell) ELSE coalesce(cell, '') END;
  CREATE MACRO unwrapped(cell) AS CASE WHEN NOT starts_with(cell, '=') THEN cell
    WHEN regexp_full_match(cell, '${WRAPPER}')
    THEN trimmed(replace(regexp_extract(cell, '${WRAPPER}', 1), '""', '"')) ELSE cell END;
  CREATE MACRO amount_parts(cell) AS regexp_extract(cell, '^${AMOUNT}$',
    ['sign', 'mark', 'sign_between', 'number', 'mark_behind', 'sign_behind']);
  CREATE MACRO amount_mark(cell) AS CASE WHEN regexp_full_match(cell, '-?[0-9.]+') THEN '' ELSE ${once(
    'amount_parts(cell)',
    `upper(replace(value.mark || value.mark_behind, ' ', ''))`,
  )} END;
  CREATE MACRO unmarked(cell) AS CASE WHEN regexp_full_match(cell, '-?[0-9.]+') THEN cell ELSE ${once(
    'amount_parts(cell)',
    `CASE WHEN value.number <> '' AND (value.mark = '' OR value.mark_behind = '')
      THEN CASE WHEN regexp_matches(value.sign || value.sign_between || value.sign_behind, '[-−－]')
        THEN '-' ELSE '' END || value.number ELSE cell END`,
  )} END;
  CREATE MACRO plain_amount(cell) AS ${once('cell', PLAIN_AMOUNT)};
  CREATE MACRO marked_amount(cell, decimal_mark, thousands_mark) AS ${once('cell', MARKED_AMOUNT)};
  CREATE MACRO is_decimal(cell) AS regexp_full_match(cell, '-?\\d+(\\.\\d+)?');
  CREATE MACRO sure_amount(cell, currency) AS ${once(
    'cell',
    `CASE WHEN currency_digits(currency) IS DISTINCT FROM 0 THEN value
    WHEN regexp_full_match(value, '-?[1-9]\\d{0,2}\\.000') THEN value || ' (decimal_mark?)' ELSE value END`,
  )};
  CREATE MACRO is_zero(cell) AS regexp_full_match(unmarked(cell), '-?0+([.,]0+)?');
  ${markMacro()}`;

/** More digits than a spreadsheet shows, zeros in front, and what may be a date or a power of ten. */
const CHANGED_BY_SPREADSHEETS = '[0-9]{12,}|0[0-9]+|[0-9]+[.,/:eE+-][0-9.,/:eE+-]*';

/**
 * Cells of a CSV that a spreadsheet opens: `harmless` puts an apostrophe before what it would take for
 * a formula, `csv_cell` quotes where a CSV needs it. Ids joined by commas that are `is_plain` need neither.
 * `kept_as_text` puts a tab behind an id that it would take for a number or a date, and change: our own
 * readers trim it, and a spreadsheet keeps it when it saves the file.
 */
const CELLS_OF_STATEMENTS = `
  CREATE MACRO harmless(text) AS
    CASE WHEN regexp_matches(text, ${quoted(FORMULA_START)}) THEN '''' || text ELSE text END;
  CREATE MACRO kept_as_text(id) AS
    CASE WHEN regexp_full_match(id, ${quoted(CHANGED_BY_SPREADSHEETS)}) THEN id || chr(9) ELSE id END;
  CREATE MACRO csv_cell(text) AS
    CASE WHEN regexp_matches(text, '[",\\r\\n]') THEN '"' || replace(text, '"', '""') || '"' ELSE text END;
  CREATE MACRO is_plain(ids) AS NOT regexp_matches(ids, ${quoted(`["\\r\\n]|${GUARDED_AMONG_IDS}`)});`;
