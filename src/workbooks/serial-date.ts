/**
 * Days since an epoch, as a workbook keeps dates, in ISO 8601. The fraction of a day is a decimal and is
 * turned into seconds by whole numbers.
 */
import type { NumberFormat } from './number-format.js';
import { exactDecimal, roundedQuotient } from './plain-decimal.js';

/** 1900: Excel on Windows, WPS, LibreOffice. 1904: Excel on old Macs, where it was asked for. */
export type DateSystem = 1900 | 1904;

const DAY_MILLISECONDS = 86_400_000;
const SECOND_MILLISECONDS = 1000;
/** 9999-12-31 in either system. */
const DAY_MAX = { 1900: 2_958_465, 1904: 2_957_003 };
const EPOCH = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };
/** Lotus 1-2-3 believed in 1900-02-29, day 60; Excel keeps it, and the days before count from one day later. */
const LEAP_DAY_THAT_NEVER_WAS = 60;

/**
 * A serial number as its format shows it: the date, the time, or both with a `T` between them. A time is
 * rounded to the second, or to the millisecond where the format shows fractions.
 * Null where a spreadsheet shows `####`: a negative number, or a day after 9999-12-31.
 *
 * 46296.5208333333 with `yyyy/m/d h:mm` → `2026-10-01T12:30:00`; with `h:mm` → `12:30:00`;
 * 1.25 with `[h]:mm` → `30:00:00`.
 */
export function serialDate(
  digits: string,
  format: NumberFormat,
  system: DateSystem,
): string | null {
  const milliseconds = millisecondsOf(digits, format.hasFractionOfSecond);
  if (milliseconds === null) return null;
  const day = Math.floor(milliseconds / DAY_MILLISECONDS);
  if (day > DAY_MAX[system]) return null;
  const time = timeText(
    format.isDuration && !format.hasDate ? milliseconds : milliseconds % DAY_MILLISECONDS,
    format.hasFractionOfSecond,
  );
  if (!format.hasDate) return time;
  const date = dateText(day, system);
  return format.hasTime ? `${date}T${time}` : date;
}

/** Milliseconds since day 0; null for a negative number or none. */
function millisecondsOf(digits: string, hasFraction: boolean): number | null {
  const exact = exactDecimal(digits);
  if (exact === null || exact.coefficient < 0n) return null;
  const unit = hasFraction ? 1 : SECOND_MILLISECONDS;
  const units = exact.coefficient * BigInt(DAY_MILLISECONDS / unit);
  return Number(roundedQuotient(units, 10n ** BigInt(exact.scale))) * unit;
}

function dateText(day: number, system: DateSystem): string {
  if (system === 1900 && day === 0) return '1900-01-00';
  if (system === 1900 && day === LEAP_DAY_THAT_NEVER_WAS) return '1900-02-29';
  const shift = system === 1900 && day < LEAP_DAY_THAT_NEVER_WAS ? 1 : 0;
  const instant = new Date(EPOCH[system] + (day + shift) * DAY_MILLISECONDS);
  return instant.toISOString().slice(0, 'yyyy-mm-dd'.length);
}

function timeText(milliseconds: number, hasFraction: boolean): string {
  const seconds = Math.floor(milliseconds / SECOND_MILLISECONDS);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const text = parts.map((part) => String(part).padStart(2, '0')).join(':');
  const rest = milliseconds % SECOND_MILLISECONDS;
  return hasFraction ? `${text}.${String(rest).padStart(3, '0')}` : text;
}
