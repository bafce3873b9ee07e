/** Who sells and who buys, in UBL. What our tables do not know of them comes from `finance.json`. */
import { ownValue } from '../../own-value.js';
import type { Document } from '../../documents/document.js';
import type { UblPartySettings, UblSettings } from '../../reference/ubl-settings.js';
import type { XmlElement } from './xml-file.js';

/** What is known of a party, from our tables and from `finance.json`; blank where it is not. */
export interface UblParty {
  readonly name: string;
  readonly legalName: string;
  readonly street: string;
  readonly city: string;
  readonly postalZone: string;
  readonly country: string;
  readonly endpointScheme: string;
  readonly endpointId: string;
  readonly vatId: string;
  readonly legalId: string;
  readonly legalIdScheme: string;
  readonly contactName: string;
  readonly telephone: string;
  readonly email: string;
}

export function sellerOf({ issuer }: Document, { seller = {} }: UblSettings): UblParty {
  const { name, address, email, taxId, phone } = issuer;
  return {
    ...partyOf(seller, taxId),
    name,
    legalName: name,
    street: address,
    telephone: seller.telephone ?? phone,
    email,
  };
}

export function buyerOf({ merchant }: Document, { buyers = {} }: UblSettings): UblParty {
  const { merchantId, name, legalName, address, email, taxId } = merchant;
  return {
    ...partyOf(ownValue(buyers, merchantId) ?? {}, taxId),
    name,
    legalName: legalName || name,
    street: address,
    email,
  };
}

function partyOf(
  settings: UblPartySettings,
  taxId: string,
): Omit<UblParty, 'name' | 'legalName' | 'street' | 'email'> {
  return {
    city: settings.city ?? '',
    postalZone: settings.postal_zone ?? '',
    country: settings.country ?? '',
    endpointScheme: settings.endpoint_scheme ?? '',
    endpointId: settings.endpoint_id ?? '',
    vatId: settings.vat_id ?? '',
    legalId: settings.legal_id ?? taxId,
    legalIdScheme: settings.legal_id_scheme ?? '',
    contactName: settings.contact_name ?? '',
    telephone: settings.telephone ?? '',
  };
}

/** An empty element is not allowed: PEPPOL-EN16931-R008. */
export function partyElement(party: UblParty): XmlElement {
  const vat = { 'cbc:CompanyID': party.vatId, 'cac:TaxScheme': { 'cbc:ID': 'VAT' } };
  const contact = withoutBlanks({
    'cbc:Name': party.contactName,
    'cbc:Telephone': party.telephone,
    'cbc:ElectronicMail': party.email,
  });
  return {
    'cac:Party': {
      'cbc:EndpointID': { '@schemeID': party.endpointScheme, '#': party.endpointId },
      'cac:PartyName': { 'cbc:Name': party.name },
      'cac:PostalAddress': {
        ...withoutBlanks({
          'cbc:StreetName': party.street,
          'cbc:CityName': party.city,
          'cbc:PostalZone': party.postalZone,
        }),
        'cac:Country': { 'cbc:IdentificationCode': party.country },
      },
      ...(party.vatId === '' ? {} : { 'cac:PartyTaxScheme': vat }),
      'cac:PartyLegalEntity': {
        'cbc:RegistrationName': party.legalName,
        ...legalId(party),
      },
      ...(Object.keys(contact).length === 0 ? {} : { 'cac:Contact': contact }),
    },
  };
}

function legalId({ legalId: id, legalIdScheme: scheme }: UblParty): XmlElement {
  if (id === '') return {};
  return { 'cbc:CompanyID': scheme === '' ? id : { '@schemeID': scheme, '#': id } };
}

function withoutBlanks(texts: Readonly<Record<string, string>>): XmlElement {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}
