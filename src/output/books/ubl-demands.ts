/**
 * What an e-invoice must say of those who sell and buy: what EN 16931 and Peppol BIS Billing 3 ask of
 * all, and what Peppol's national rules ask of sellers in some countries. Each is found before anything
 * is published.
 */
import type { Document } from '../../documents/document.js';
import type { FinanceCode } from '../../problem-finance-values.js';
import { FINANCE_FILE } from '../../reference/read-finance.js';
import { identifierFault } from '../../reference/identifier-faults.js';
import type { DocumentCodes } from './document-codes.js';
import type { FinanceProblems } from './finance-problems.js';
import type { UblParty } from './ubl-parties.js';

/** Sellers there have rules that no setting here keeps: DK-R, GR-R, IS-R, NO-R, SE-R. */
const UNSUPPORTED_SELLERS: ReadonlySet<string> = new Set(['DK', 'GR', 'IS', 'NO', 'SE']);

type Field = keyof UblParty;

/** Fields that are settings of `finance.json`, and how one is told that is missing. */
const SETTINGS: Readonly<
  Partial<Record<Field, { readonly key: string; readonly missing: FinanceCode }>>
> = {
  country: { key: 'country', missing: 'country' },
  endpointScheme: { key: 'endpoint_scheme', missing: 'endpoint-scheme' },
  endpointId: { key: 'endpoint_id', missing: 'endpoint-id' },
  vatId: { key: 'vat_id', missing: 'vat-id' },
  city: { key: 'city', missing: 'city' },
  postalZone: { key: 'postal_zone', missing: 'postal-zone' },
  contactName: { key: 'contact_name', missing: 'contact-name' },
  telephone: { key: 'telephone', missing: 'telephone' },
};

const OF_ALL: readonly Field[] = ['endpointScheme', 'endpointId', 'country'];
/** The seller must have a tax identifier of its own: BR-S-02, BR-Z-02, BR-E-02. */
const OF_SELLERS: readonly Field[] = ['vatId'];
const ADDRESS: readonly Field[] = ['street', 'city', 'postalZone'];

/** By the seller's country; `home`: where the buyer is in the same one. */
const NATIONAL: Readonly<Record<string, { seller: readonly Field[]; home: HomeDemands }>> = {
  // DE-R-001 to DE-R-009: among Germans
  DE: {
    seller: [],
    home: {
      seller: ['city', 'postalZone', 'contactName', 'telephone', 'email'],
      buyer: ['city', 'postalZone'],
    },
  },
  // IT-R-002 to IT-R-004
  IT: { seller: ADDRESS, home: { seller: [], buyer: [] } },
  // NL-R-002, NL-R-004
  NL: { seller: ADDRESS, home: { seller: [], buyer: ADDRESS } },
};
/** DE-R-001, NL-R-007. */
const PAYMENT_MEANS: ReadonlySet<string> = new Set(['DE', 'NL']);
/** NL-R-003, NL-R-005: KVK or OIN. */
const DUTCH_SCHEMES: ReadonlySet<string> = new Set(['0106', '0190']);

interface HomeDemands {
  readonly seller: readonly Field[];
  readonly buyer: readonly Field[];
}

export function checkParties(
  document: Document,
  { seller, buyer }: { readonly seller: UblParty; readonly buyer: UblParty },
  { sources: { problems } }: DocumentCodes,
): void {
  const { merchantId } = document.merchant;
  const isHome = seller.country === buyer.country;
  const national = NATIONAL[seller.country];
  const ofHome = isHome ? national?.home : undefined;
  const ofSeller: Place = { path: 'ubl.seller', of: null, table: 'provider.json', problems };
  const ofBuyer: Place = {
    path: `ubl.buyers.${merchantId}`,
    of: merchantId,
    table: 'merchants.csv',
    problems,
  };
  const sellersFields = [...OF_ALL, ...OF_SELLERS, ...(national?.seller ?? [])];
  demand(seller, [...sellersFields, ...(ofHome?.seller ?? [])], ofSeller);
  demand(buyer, [...OF_ALL, ...(ofHome?.buyer ?? [])], ofBuyer);
  checkLegalId(seller, seller.country === 'NL', ofSeller);
  checkLegalId(buyer, seller.country === 'NL' && isHome, ofBuyer);
  checkSeller(document, seller, problems);
}

interface Place {
  /** Of the party's settings in `finance.json`. */
  readonly path: string;
  /** The merchant; null is the seller. */
  readonly of: string | null;
  /** Where our own table has the rest. */
  readonly table: string;
  readonly problems: FinanceProblems;
}

function demand(party: UblParty, fields: readonly Field[], place: Place): void {
  const { path, of, table, problems } = place;
  for (const field of new Set(fields)) {
    if (party[field].trim() !== '') continue;
    const setting = SETTINGS[field];
    if (setting !== undefined)
      problems.missing(`${path}.${setting.key}`, { missing: setting.missing, of });
    else if (field === 'street')
      problems.unsupported({ file: table, column: 'address' }, { case: 'party-field', field, of });
    else if (field === 'email')
      problems.unsupported({ file: table, column: field }, { case: 'party-field', field, of });
  }
}

function checkLegalId(
  { legalId, legalIdScheme: scheme }: UblParty,
  isDutch: boolean,
  { path, of, problems }: Place,
): void {
  if (legalId === '') return;
  if (isDutch && !DUTCH_SCHEMES.has(scheme))
    problems.missing(`${path}.legal_id_scheme`, { missing: 'legal-id-scheme', of });
  const why = identifierFault(scheme, legalId);
  if (why === null) return;
  const place = { file: FINANCE_FILE, column: `${path}.legal_id` };
  problems.unsupported(place, { case: 'legal-id', of, scheme, why });
}

function checkSeller({ issuer }: Document, { country }: UblParty, problems: FinanceProblems): void {
  if (UNSUPPORTED_SELLERS.has(country))
    problems.unsupported(
      { file: FINANCE_FILE, column: 'ubl.seller.country' },
      { case: 'seller-country', country },
    );
  if (PAYMENT_MEANS.has(country) && issuer.bankAccount === '')
    problems.unsupported(
      { file: 'provider.json', column: 'bank_account' },
      { case: 'bank-account', country },
    );
}
