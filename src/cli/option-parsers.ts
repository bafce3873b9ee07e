/** What options take, read from their words; what cannot be read is wrong usage. */
import { InvalidArgumentError } from 'commander';
import { DATED_TABLES, type DatedTable } from '../facts/dated-tables.js';
import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { parsePeriod, periodAfter, type Period } from '../period/period.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../reference/finance-profiles.js';
import type { Words } from '../words/in-language.js';

export interface OptionParsers {
  readonly period: (text: string) => Period;
  /** One, or all from one to another: `2026-09..2026-12`. */
  readonly periods: (text: string) => readonly Period[];
  readonly date: (text: string) => LocalDate;
  readonly count: (text: string) => number;
  /** Several are separated by commas, or given one option each. */
  readonly datedTables: (text: string, before?: readonly DatedTable[]) => DatedTable[];
  readonly financeProfiles: (text: string) => FinanceProfileName[];
  readonly memorySize: (text: string) => string;
}

export function optionParsers({ commands: words }: Words): OptionParsers {
  return {
    period: (text) => parsePeriod(text) ?? wrong(words.notPeriod),
    periods: (text) => {
      const [first, last, ...more] = text.split('..').map(parsePeriod);
      if (first === undefined || more.length > 0) return wrong(words.notPeriod);
      if (!text.includes('..')) return [first];
      if (last === undefined || last.id < first.id) return wrong(words.notPeriods);
      return periodsThrough(first, last);
    },
    date: (text) => {
      const isOfPeriod = parsePeriod(text.slice(0, 7)) !== undefined;
      return (isOfPeriod ? parseLocalDate(text) : undefined) ?? wrong(words.notDate);
    },
    count: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : wrong(words.notCount)),
    datedTables: (text, before = []) => [
      ...before,
      ...text.split(',').map((name) => {
        const known = DATED_TABLES.find((table) => table === name.trim());
        return known ?? wrong(words.notTable(name, DATED_TABLES));
      }),
    ],
    financeProfiles: (text) =>
      text.split(',').map((name) => {
        const known = FINANCE_PROFILES.find((profile) => profile === name.trim());
        return known ?? wrong(words.notProfile(name, FINANCE_PROFILES));
      }),
    memorySize: (text) => (/^\d{1,6}(MB|GB)$/.test(text) ? text : wrong(words.notSize)),
  };
}

function periodsThrough(first: Period, last: Period): Period[] {
  const periods = [first];
  for (let next = periodAfter(first); next.id <= last.id; next = periodAfter(next))
    periods.push(next);
  return periods;
}

function wrong(fault: string): never {
  throw new InvalidArgumentError(fault);
}
