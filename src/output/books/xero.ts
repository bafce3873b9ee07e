/**
 * Xero, sales invoices. One row per line with number and contact repeated; at most 500 invoices in an
 * import, and prices with or without tax, never both, in one file. A negative total is imported as a
 * credit note. Xero computes the tax from its own rate.
 */
import { text } from '../csv/csv.js';
import {
  amountCell,
  descriptionOf,
  formatDate,
  referenceOf,
  rowOf,
  sheet,
  type TableProfile,
} from './profile.js';

const COLUMNS = [
  '*ContactName',
  'EmailAddress',
  'POAddressLine1',
  'POAddressLine2',
  'POAddressLine3',
  'POAddressLine4',
  'POCity',
  'PORegion',
  'POPostalCode',
  'POCountry',
  '*InvoiceNumber',
  'Reference',
  '*InvoiceDate',
  '*DueDate',
  'InventoryItemCode',
  '*Description',
  '*Quantity',
  '*UnitAmount',
  'Discount',
  '*AccountCode',
  '*TaxType',
  'TrackingName1',
  'TrackingOption1',
  'TrackingName2',
  'TrackingOption2',
  'Currency',
  'BrandingTheme',
] as const;

const EXCLUSIVE = sheet('xero', COLUMNS);
const INCLUSIVE = sheet('xero-tax-inclusive', COLUMNS);

export const XERO: TableProfile = {
  kind: 'table',
  documentsMax: 500,
  sheetOf: ({ lines }) => (lines[0]?.taxIncluded === true ? INCLUSIVE : EXCLUSIVE),
  rowsOf: (document, codes) => {
    const format = codes.section.date_format ?? 'DD/MM/YYYY';
    const contact = codes.customer();
    return document.lines.map((line) =>
      rowOf(COLUMNS, {
        '*ContactName': text(contact),
        EmailAddress: text(document.merchant.email),
        '*InvoiceNumber': document.number,
        Reference: referenceOf(document),
        '*InvoiceDate': formatDate(document.issueDate, format),
        '*DueDate': formatDate(document.dueDate, format),
        '*Description': text(descriptionOf(document, line)),
        '*Quantity': '1',
        '*UnitAmount': amountCell(document, line.amount),
        '*AccountCode': text(codes.account(line)),
        '*TaxType': text(codes.taxCode(line.taxRate)),
        Currency: document.currency.code,
      }),
    );
  },
};
