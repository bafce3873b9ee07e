/** Who sells and who buys, in UBL. What our tables do not know of them comes from `finance.json`. */
import type { Document } from '../../documents/document.js';
import type { UblPartySettings, UblSettings } from '../../reference/finance-settings.js';
import type { MissingCodes } from './code-book.js';

type Element = Readonly<Record<string, unknown>>;

interface Party {
  readonly name: string;
  readonly legalName: string;
  readonly taxId: string;
  readonly address: string;
  readonly email: string;
}

/** The seller must have a tax identifier of its own: BR-S-02, BR-Z-02, BR-E-02. */
export function sellerParty(
  { issuer }: Document,
  { seller = {} }: UblSettings,
  missing: MissingCodes,
): Element {
  missing.expect(seller.vat_id, ['ubl', 'seller', 'vat_id'], { missing: 'vat-id', of: null });
  const party = { ...issuer, legalName: issuer.name };
  return partyElement(party, seller, { path: ['ubl', 'seller'], merchantId: null, missing });
}

export function buyerParty(
  { merchant }: Document,
  { buyers = {} }: UblSettings,
  missing: MissingCodes,
): Element {
  const { merchantId } = merchant;
  const party = { ...merchant, legalName: merchant.legalName || merchant.name };
  const place = { path: ['ubl', 'buyers', merchantId], merchantId, missing };
  return partyElement(party, buyers[merchantId] ?? {}, place);
}

interface Place {
  readonly path: readonly string[];
  /** null: the seller. */
  readonly merchantId: string | null;
  readonly missing: MissingCodes;
}

const CODES = {
  country: 'country',
  endpoint_scheme: 'endpoint-scheme',
  endpoint_id: 'endpoint-id',
} as const;

function partyElement(party: Party, settings: UblPartySettings, place: Place): Element {
  const expected = (key: 'country' | 'endpoint_scheme' | 'endpoint_id'): string =>
    place.missing.expect(settings[key], [...place.path, key], {
      missing: CODES[key],
      of: place.merchantId,
    });
  const taxScheme = {
    'cbc:CompanyID': settings.vat_id,
    'cac:TaxScheme': { 'cbc:ID': 'VAT' },
  };
  return {
    'cac:Party': {
      'cbc:EndpointID': {
        '@schemeID': expected('endpoint_scheme'),
        '#': expected('endpoint_id'),
      },
      'cac:PartyName': { 'cbc:Name': party.name },
      'cac:PostalAddress': {
        ...unlessBlank('cbc:StreetName', party.address),
        'cac:Country': { 'cbc:IdentificationCode': expected('country') },
      },
      ...(settings.vat_id === undefined ? {} : { 'cac:PartyTaxScheme': taxScheme }),
      'cac:PartyLegalEntity': {
        'cbc:RegistrationName': party.legalName,
        ...unlessBlank('cbc:CompanyID', party.taxId),
      },
      ...(party.email === '' ? {} : { 'cac:Contact': { 'cbc:ElectronicMail': party.email } }),
    },
  };
}

/** An empty element is not allowed: PEPPOL-EN16931-R008. */
function unlessBlank(name: string, value: string): Element {
  return value.trim() === '' ? {} : { [name]: value };
}
