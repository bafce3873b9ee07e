/** English words for what keeps a setting from being what its schema wants. */
import type { IdentifierFault } from '../../../problem-finance-values.js';
import type { JsonFault, SettingFault, TimeFormatFault } from '../../../problem-faults.js';
import { quoted } from '../phrases.js';

/** > it breaks at line 2, column 23. */
export function jsonFaultWords({ line, column, repeatedKey }: JsonFault): string {
  const place = `line ${line}, column ${column}`;
  return repeatedKey === null
    ? `it breaks at ${place}`
    : `the key ${repeatedKey} occurs again at ${place}`;
}

/** > Invalid input: expected string, received number. */
export function settingFaultWords(found: SettingFault): string {
  switch (found.fault) {
    case 'type':
      return `Invalid input: expected ${found.expected}, received ${found.received}`;
    case 'choice':
      return `Invalid option: expected one of ${found.choices.map(quoted).join('|')}`;
    case 'too-small':
      return `Too small: expected ${found.of} to be >=${found.least}`;
    case 'too-large':
      return found.of === 'string'
        ? `Too big: expected at most ${found.most} characters`
        : `Too big: expected ${found.of} to be <=${found.most}`;
    case 'pattern':
      return PATTERNS[found.pattern] ?? `Invalid string: must match pattern ${found.pattern}`;
    case 'key':
      return `Invalid key in ${found.of}`;
    case 'currency':
      return 'is no currency of ISO 4217';
    case 'text-or-list':
      return 'is neither a text nor a list of texts';
    case 'time-zone':
      return 'is no time zone, such as UTC or Asia/Tokyo';
    case 'kind':
      return `Invalid discriminator value. Expected ${found.choices.map((one) => `'${one}'`).join(' | ')}`;
    case 'comma':
      return 'has a comma, at which Odoo splits it';
    case 'country':
      return 'is not in the list of countries, ISO 3166-1';
    case 'endpoint-scheme':
      return 'is not in the list of electronic address schemes that Peppol takes';
    case 'identifier-scheme':
      return 'is not in the list of identifier schemes, ISO 6523';
    case 'vat-prefix':
      return 'does not begin with the code of a country';
    case 'identifier':
      return identifierFaultWords(found.scheme, found.why);
    case 'blank':
      return 'Too small: expected string to have >=1 characters';
  }
}

/** What settings look like, by the pattern of their schema. */
const PATTERNS: Readonly<Record<string, string>> = {
  '/^\\d{19}$/': 'must be 19 digits',
  '/^\\d+(\\.\\d+)?$/': 'must be a decimal, such as 0.06',
  '/^[^/\\\\]+\\.xlsx$/i': 'must be the name of an .xlsx file in the input folder',
  '/^[^/\\\\]+\\.(png|jpe?g)$/i': 'must be the name of a .png or .jpg file in the input folder',
  '/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/':
    'must be at most 20 letters, digits and hyphens, and not begin with a hyphen',
};

/** `scheme`: a code of ISO 6523. */
export function identifierFaultWords(scheme: string, why: IdentifierFault): string {
  const expected = IDENTIFIERS[scheme] ?? `what the scheme ${scheme} has`;
  return why === 'shape' ? `is not ${expected}` : `is not ${expected}: its check digit is wrong`;
}

const IDENTIFIERS: Readonly<Record<string, string>> = {
  '0007': 'a Swedish organisation number of 10 digits',
  '0088': 'a GLN of 13 digits',
  '0106': 'a KVK number of 8 digits',
  '0151': 'an Australian business number of 11 digits',
  '0184': 'a Danish CVR number of 8 digits',
  '0192': 'a Norwegian organisation number of 9 digits',
  '0201': 'a Codice IPA of 6 letters and digits',
  '0208': 'a Belgian enterprise number of 10 digits',
  '0210': 'a Codice Fiscale of 11 digits or 16 characters',
  '0211': 'a Partita IVA: IT and 11 digits',
};

export function timeFormatFaultWords(
  fault: TimeFormatFault,
  token: string,
  tokens: readonly string[],
): string {
  switch (fault) {
    case 'unknown-token':
      return `the token ${token} is not one of ${tokens.join(' ')}; letters that stand for themselves go between quotes: 'T'`;
    case 'several-zones':
      return `${token} is the name of several zones; give the source its time_zone, and files without the name`;
    default:
      return TIME_FORMAT_FAULTS[fault];
  }
}

type TokenFault = 'unknown-token' | 'several-zones';

const TIME_FORMAT_FAULTS: Readonly<Record<Exclude<TimeFormatFault, TokenFault>, string>> = {
  'quote-open': 'a quote is not closed',
  'part-twice': 'it names one part of a time twice',
  'no-date': 'it needs a year, a month and a day',
  'hour-twice': 'it names the hour twice',
  meridiem: 'h needs a, and a needs h',
  minutes: 'an hour needs its minutes, and minutes their hour',
  seconds: 'seconds need an hour',
  fraction: 'a fraction needs its seconds',
  offset: 'an offset needs an hour',
  'digits-touch': 'tokens of one or two digits need something between them',
};
