/** SQL that reads a cell's text as what it must be, behind a pattern: NULL where it is not. */
import { allCurrencies } from '../../money/currency.js';
import { constantOffset } from '../../period/constant-offset.js';
import { localDate } from '../../period/local-date.js';
import type { Period } from '../../period/period.js';
import { ROW_OUTCOMES } from '../../row-outcome.js';
import { quoted, type Database } from '../database.js';

const LOCAL_TIME = '\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,6})?)?';
const OFFSET = '(Z|[+-](0\\d|1[0-8])(:?[0-5]\\d)?)';

/** The types, macros and the currency table that conversions use. */
export async function prepareConversions(
  database: Database,
  timeZone: string,
  period: Period,
): Promise<void> {
  const currencies = [...allCurrencies()];
  await database.run(`
    CREATE TYPE row_outcome AS ENUM (${ROW_OUTCOMES.map(quoted).join(', ')});
    ${zoneMacros(timeZone, period)}
    CREATE MACRO plain_time(text) AS
      CASE WHEN regexp_full_match(text, ${quoted(LOCAL_TIME)}) THEN TRY_CAST(text AS TIMESTAMP) END;
    CREATE MACRO zoned_time(text) AS CASE WHEN regexp_full_match(text, ${quoted(LOCAL_TIME + OFFSET)})
      THEN TRY_CAST(CASE WHEN text[17] = ':' THEN text ELSE left(text, 16) || ':00' || substr(text, 17) END
        AS TIMESTAMPTZ) END;
    CREATE MACRO shown_time(moment) AS CASE WHEN second(moment) = 0
      THEN strftime(moment, '%Y-%m-%dT%H:%M') ELSE strftime(moment, '%Y-%m-%dT%H:%M:%S') END;
    CREATE MACRO fraction_digits(text) AS
      CASE WHEN contains(text, '.') THEN strlen(text) - position('.' IN text) ELSE 0 END;
    CREATE MACRO minor_units(text, digits) AS CASE
      WHEN digits = 2 AND strlen(text) <= 17 AND TRY_CAST(text AS DECIMAL(18, 2))::VARCHAR = text
      THEN (TRY_CAST(text AS DECIMAL(18, 2)) * 100)::BIGINT
      WHEN regexp_full_match(text, '-?\\d+(\\.\\d+)?') AND fraction_digits(text) <= digits
      THEN TRY_CAST(replace(text, '.', '') || repeat('0', digits - fraction_digits(text)) AS BIGINT) END;
    CREATE TYPE currency_code AS ENUM (${currencies.map(({ code }) => quoted(code)).join(', ')});
    CREATE MACRO currency_digits(code) AS CASE WHEN code = 'CNY' THEN 2 ELSE list_extract(
      [${currencies.map(({ fractionDigits }) => fractionDigits).join(', ')}],
      enum_code(TRY_CAST(code AS currency_code)) + 1) END;
    CREATE TEMP TABLE currencies (code VARCHAR, digits INTEGER);
    INSERT INTO currencies VALUES ${currencies
      .map(({ code, fractionDigits }) => `(${quoted(code)}, ${fractionDigits})`)
      .join(', ')};
  `);
}

const YEARS_AROUND = 2;

/** Between local time and instants; near the period by addition alone, where the clocks stand still. */
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
    CREATE MACRO is_nonexistent(moment) AS NOT (${isNear('moment')})
      AND timezone(${zone}, timezone(${zone}, moment)) <> moment;
    CREATE MACRO is_ambiguous(moment) AS NOT (${isNear('moment')}) AND (
      timezone(${zone}, timezone(${zone}, moment) + INTERVAL 1 HOUR) = moment
      OR timezone(${zone}, timezone(${zone}, moment) - INTERVAL 1 HOUR) = moment);`;
}
