/** What options take, read from their words; what cannot be read is wrong usage. */
import { InvalidArgumentError } from 'commander';
import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { parsePeriod, type Period } from '../period/period.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../reference/finance-profiles.js';
import type { Words } from '../words/in-language.js';

export interface OptionParsers {
  readonly period: (text: string) => Period;
  readonly date: (text: string) => LocalDate;
  readonly count: (text: string) => number;
  readonly financeProfiles: (text: string) => FinanceProfileName[];
  readonly memorySize: (text: string) => string;
}

export function optionParsers({ commands: words }: Words): OptionParsers {
  return {
    period: (text) => parsePeriod(text) ?? wrong(words.notPeriod),
    date: (text) => {
      const isOfPeriod = parsePeriod(text.slice(0, 7)) !== undefined;
      return (isOfPeriod ? parseLocalDate(text) : undefined) ?? wrong(words.notDate);
    },
    count: (text) => (/^\d{1,9}$/.test(text) ? Number(text) : wrong(words.notCount)),
    financeProfiles: (text) =>
      text.split(',').map((name) => {
        const known = FINANCE_PROFILES.find((profile) => profile === name.trim());
        return known ?? wrong(words.notProfile(name, FINANCE_PROFILES));
      }),
    memorySize: (text) => (/^\d{1,6}(MB|GB)$/.test(text) ? text : wrong(words.notSize)),
  };
}

function wrong(fault: string): never {
  throw new InvalidArgumentError(fault);
}
