/** English words for provider.json, sources.json and finance.json. */
import type { FinanceCode } from '../../../problem-finance-values.js';
import type { PictureFault } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { didYouMean, partyName, quoted } from '../phrases.js';
import { jsonFaultWords, settingFaultWords } from './setting-faults.js';
import { financeUnsupported } from './finance-unsupported.js';
import { queryMalformed } from './query-malformed.js';
import { sourceMalformed } from './source-malformed.js';

export const SETTINGS = {
  'provider-malformed': providerMalformed,
  'provider-incomplete': ({ blank }) => ({
    message: `the documents will lack ${blank.join(', ')}`,
    hint: 'fill them in, so that merchants know whom and where to pay',
  }),
  'email-doubtful': (values) =>
    values.case === 'malformed'
      ? {
          message: `${quoted(values.cell)} is no address that mail can be sent to`,
          hint: 'write it as name@company.example; between several stands a comma or a semicolon',
        }
      : {
          message: `no address for ${values.merchants.join(', ')}${values.moreMerchants > 0 ? ` and ${values.moreMerchants} more` : ''}`,
          hint: 'index.csv names their documents without an address: fill it in, or send these by other means',
        },
  'source-malformed': sourceMalformed,
  'source-unmatched': ({ glob, nearest }) => ({
    message: `${quoted(glob)} matches no file of the input folder`,
    hint: didYouMean(
      nearest,
      'add the export; where there is truly nothing, one with the header alone says so',
    ),
  }),
  'source-doubled': ({ positions }) => ({
    message: `sources ${positions.join(' and ')} of sources.json both read the file into one table`,
    hint: 'narrow one of their globs, so that no fact is billed twice',
  }),
  'query-malformed': queryMalformed,
  'zone-unstated': ({ position, zone }, column) => ({
    message: `the header ${quoted(column)} speaks of ${zone}, and source ${position} of sources.json names no zone for its times`,
    hint: 'give the source its time_zone, such as "UTC" or "Asia/Shanghai"',
  }),
  'status-unfiltered': ({ position, table }, column) => ({
    message: `${quoted(column)} looks like a status, and source ${position} of sources.json feeds rows of ${table} whatever it says`,
    hint: 'say which rows count with keep_where, or which do not with skip_where',
  }),
  'finance-malformed': financeMalformed,
  'finance-code-missing': ({ missing, of }, column) => ({
    message: `there is no ${financeCode(missing, of)}`,
    hint: `add ${column} to finance.json; a run publishes nothing without it`,
  }),
  'finance-unsupported': financeUnsupported,
  'finance-not-booked': ({ profile, number, cancelled }) => ({
    message: `${number} reverses ${cancelled}, whose batch was not written for ${profile}: the reversal takes today's codes and rate`,
    hint: 'write that batch by the command finance, import it first, and see that both are booked alike',
  }),
} satisfies Partial<ProblemWords>;

function providerMalformed(
  values: ProblemValues['provider-malformed'],
  column: string,
): ProblemSentence {
  switch (values.case) {
    case 'unknown-setting':
      return {
        message: `${quoted(values.setting)} is no setting`,
        hint: didYouMean(values.nearest, 'take it out'),
      };
    case 'not-json':
      return {
        message: `the file is no JSON: ${jsonFaultWords(values)}`,
        hint: 'correct it there, or look just before it for a missing comma, quote or bracket',
      };
    case 'no-object':
      return {
        message: 'the file is no JSON object',
        hint: 'look for a comma, a quote or a bracket that is missing or too many',
      };
    case 'setting':
      return {
        message: `${column} is ${values.found ?? 'missing'}, which is not ${expectedSetting(column, values.choices)}`,
        hint: 'correct the setting; the input reference lists them all',
      };
    case 'logo-unread':
      return ofLogo(values.logo, `the logo cannot be read: ${values.reason}`);
    case 'logo-too-large':
      return ofLogo(
        values.logo,
        `the logo has ${values.bytes} bytes, and at most ${values.bytesMax} may be in every PDF`,
      );
    case 'logo-unfit':
      return ofLogo(values.logo, `the logo ${PICTURE_FAULTS[values.fault]}`);
  }
}

function expectedSetting(setting: string, choices: readonly string[]): string {
  switch (setting) {
    case 'name':
      return 'a name';
    case 'address':
    case 'email':
      return 'a text on one line';
    case 'time_zone':
      return 'a time zone, such as Asia/Shanghai';
    case 'invoice_prefix':
      return 'up to 20 letters, digits and hyphens';
    case 'settlement_days':
      return 'a whole number of days from 0 to 3650';
    case 'language':
      return `one of ${choices.join(', ')}`;
    case 'logo':
      return 'the name of a PNG or JPEG in the input folder';
    case 'finance':
      return `a list of ${choices.join(', ')}`;
    default:
      return 'a text';
  }
}

const PICTURE_FAULTS: Readonly<Record<PictureFault, string>> = {
  not_a_picture: 'is neither a JPEG nor a PNG',
  cut_off: 'is cut off: the end of the picture is missing',
  malformed: 'is damaged: its header says what no picture has',
  interlaced: 'is an interlaced PNG',
  transparent: 'is a PNG with transparency',
  cmyk: 'is a JPEG in CMYK',
  rare_kind: 'is a JPEG of a kind that few programs read',
};

function ofLogo(logo: string, fault: string): ProblemSentence {
  return {
    message: `${logo}: ${fault}`,
    hint: 'save it as a small JPEG in RGB, or as a PNG that is neither interlaced nor transparent; or take logo out of provider.json',
  };
}

function financeMalformed(
  values: ProblemValues['finance-malformed'],
  column: string,
): ProblemSentence {
  switch (values.case) {
    case 'not-json':
      return {
        message: `the file is no JSON: ${jsonFaultWords(values)}`,
        hint: 'correct it there, or look just before it for a missing comma, quote or bracket',
      };
    case 'unknown-setting': {
      const of = values.section === null ? '' : ` of ${values.section}`;
      return {
        message: `${quoted(values.setting)} is no setting${of}`,
        hint: didYouMean(values.nearest, 'take it out'),
      };
    }
    case 'no-object':
      return { message: 'the file is no JSON object', hint: CORRECT_SETTING };
    case 'template-unread':
      return {
        message: `the workbook ${values.template} cannot be read: ${values.reason}`,
        hint: 'put it beside finance.json under that name, or take the setting out',
      };
    case 'setting':
      return { message: `${column}: ${settingFaultWords(values)}`, hint: CORRECT_SETTING };
  }
}

const CORRECT_SETTING = 'correct the setting; the input reference lists them all';

/** `of`: a plan, a rate or a merchant; null is the seller. */
function financeCode(missing: FinanceCode, of: string | null): string {
  switch (missing) {
    case 'account':
      return `account for ${of ?? ''}`;
    case 'item':
      return `item for ${of ?? ''}`;
    case 'tax-code':
      return `tax code for the rate ${of ?? ''}`;
    case 'included-tax-code':
      return `code of the included tax for the rate ${of ?? ''}`;
    case 'output-tax':
      return `account of output tax for the rate ${of ?? ''}`;
    case 'tax-category':
      return `tax category for the rate ${of ?? ''}`;
    case 'customer':
      return `customer code for the merchant ${of ?? ''}`;
    case 'receivable':
      return 'account of receivables';
    case 'vat-id':
      return "seller's tax identifier";
    case 'country':
      return `country of the ${partyName(of)}`;
    case 'endpoint-scheme':
      return `scheme of the electronic address of the ${partyName(of)}`;
    case 'endpoint-id':
      return `electronic address of the ${partyName(of)}`;
    case 'legal-id-scheme':
      return `scheme 0106 (KVK) or 0190 (OIN) of the registration number of the ${partyName(of)}`;
    case 'city':
      return `city of the ${partyName(of)}`;
    case 'postal-zone':
      return `post code of the ${partyName(of)}`;
    case 'contact-name':
      return `contact of the ${partyName(of)}`;
    case 'telephone':
      return `telephone number of the ${partyName(of)}`;
    case 'exemption-reason':
      return `reason of the exemption for the rate ${of ?? ''}`;
    case 'service-code':
      return `tax code of the service for ${of ?? ''}`;
    case 'fapiao-type':
      return `type of fapiao for the merchant ${of ?? ''}`;
    case 'books-currency':
      return 'currency of the books';
  }
}
