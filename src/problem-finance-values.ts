/** What problems of the books say besides their place: see `problem-values.ts`. */

/** What is wrong with the identifier of a party. */
export type IdentifierFault = 'shape' | 'check-digit';

/** A code that the books need of `finance.json`. */
export type FinanceCode =
  | 'account'
  | 'item'
  | 'tax-code'
  | 'included-tax-code'
  | 'output-tax'
  | 'customer'
  | 'receivable'
  | 'tax-category'
  | 'vat-id'
  | 'country'
  | 'endpoint-scheme'
  | 'endpoint-id'
  | 'legal-id-scheme'
  | 'city'
  | 'postal-zone'
  | 'contact-name'
  | 'telephone'
  | 'exemption-reason'
  | 'service-code'
  | 'fapiao-type'
  | 'books-currency';

/** What an accounting system, the tax bureau or an e-invoice cannot take as it is; `of` null is the seller. */
export type FinanceUnsupported =
  | { case: 'tax-category'; category: string; rate: string }
  | { case: 'currency-digits'; currency: string; digits: number; digitsMax: number }
  | { case: 'currency-unlisted'; currency: string }
  | { case: 'number-length'; profile: string; characters: number; charactersMax: number }
  | {
      case: 'text-length';
      field: string;
      merchantId: string;
      characters: number;
      charactersMax: number;
    }
  | { case: 'party-field'; field: 'street' | 'email'; of: string | null }
  | { case: 'legal-id'; of: string | null; scheme: string; why: IdentifierFault }
  | { case: 'seller-country'; country: string }
  | { case: 'bank-account'; country: string }
  | { case: 'buyer-tax-id'; fapiaoType: string; merchantId: string }
  | { case: 'portal-tax'; number: string; item: string; portalTax: string; tax: string }
  | { case: 'template-no-workbook' }
  | { case: 'template-no-sheet'; sheet: string }
  | { case: 'template-no-columns'; sheet: string; row: number; columns: readonly string[] };
