/** English words for what an accounting system, the tax bureau or an e-invoice cannot take as it is. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { partyName } from '../phrases.js';
import { identifierFaultWords } from './setting-faults.js';

type Values = ProblemValues['finance-unsupported'];

export function financeUnsupported(values: Values): ProblemSentence {
  switch (values.case) {
    case 'tax-category':
      return {
        message: `the category ${values.category} does not go with the rate ${values.rate}`,
        hint: 'give a rate above zero the category S, and zero the category Z or E',
      };
    case 'currency-digits':
      return withoutUbl(
        `EN 16931 has amounts of at most ${values.digitsMax} digits after the point, and ${values.currency} has ${values.digits}`,
      );
    case 'currency-unlisted':
      return withoutUbl(`${values.currency} is not in the list of currencies that Peppol takes`);
    case 'seller-country':
      return withoutUbl(
        `sellers in ${values.country} have rules of their own, which e-invoices here do not keep`,
      );
    case 'number-length':
      return {
        message: `${values.profile} takes numbers of at most ${values.charactersMax} characters, and those of this period have ${values.characters}`,
        hint: `shorten the prefix, or run without the profile ${values.profile}`,
      };
    case 'portal-tax':
      return {
        message: `the portal's tax on ${values.item} of ${values.number} is ${values.portalTax}, and the document's ${values.tax}`,
        hint: 'give the plans of the document one tax code and one item, so that they are one row, or correct the tax in the portal',
      };
    case 'template-no-workbook':
    case 'template-no-sheet':
    case 'template-no-columns':
      return { message: `the workbook ${templateFault(values)}`, hint: NEW_TEMPLATE };
    default:
      return partyFault(values);
  }
}

function withoutUbl(message: string): ProblemSentence {
  return { message, hint: 'run without the profile ubl' };
}

const NEW_TEMPLATE =
  'download the template from the portal anew, or take fapiao.template out of finance.json';

function templateFault(values: Extract<Values, { case: `template-${string}` }>): string {
  switch (values.case) {
    case 'template-no-workbook':
      return 'is no workbook (.xlsx)';
    case 'template-no-sheet':
      return `has no sheet ${values.sheet}`;
    case 'template-no-columns':
      return `has no column ${values.columns.join(', ')} in row ${values.row} of ${values.sheet}`;
  }
}

type PartyValues = Extract<
  Values,
  { case: 'text-length' | 'party-field' | 'legal-id' | 'bank-account' | 'buyer-tax-id' }
>;

/** What is told of a seller or a buyer. */
function partyFault(values: PartyValues): ProblemSentence {
  switch (values.case) {
    case 'text-length':
      return {
        message: `${values.field} has at most ${values.charactersMax} characters, and that of the merchant ${values.merchantId} has ${values.characters}`,
        hint: 'shorten it, or run without the profile fapiao',
      };
    case 'party-field': {
      const field = values.field === 'street' ? 'address' : 'email';
      return {
        message: `an e-invoice of this seller names the ${field} of the ${partyName(values.of)}, and there is none`,
        hint: 'fill it in, or run without the profile ubl',
      };
    }
    case 'legal-id':
      return {
        message: `the registration number of the ${partyName(values.of)} ${identifierFaultWords(values.scheme, values.why)}`,
        hint: 'correct it, or its scheme',
      };
    case 'bank-account':
      return {
        message: `an e-invoice of a seller in ${values.country} says where to pay, and there is no bank account`,
        hint: 'fill it in',
      };
    case 'buyer-tax-id':
      return {
        message: `a ${values.fapiaoType} names the buyer's tax id, and the merchant ${values.merchantId} has none`,
        hint: 'fill it in, or take the merchant out of fapiao.types for a 普通发票',
      };
  }
}
