/** What `finance.json` holds for e-invoices: what our tables do not know of those who sell and buy. */
import { z } from 'zod';
import { ADDRESS_SCHEMES, COUNTRIES, IDENTIFIER_SCHEMES, VAT_PREFIXES } from './e-invoice-codes.js';
import { identifierFault } from './identifier-faults.js';

const text = z.string().trim().min(1);

/** Text that is in a code list. */
function oneOf(
  codes: ReadonlySet<string>,
  fault: 'country' | 'endpoint-scheme' | 'identifier-scheme',
) {
  return z.string().refine((code) => codes.has(code), { params: { found: { fault } } });
}

const PARTY = z
  .strictObject({
    country: oneOf(COUNTRIES, 'country').optional(),
    endpoint_scheme: oneOf(ADDRESS_SCHEMES, 'endpoint-scheme').optional(),
    endpoint_id: text.optional(),
    vat_id: text
      .refine((id) => VAT_PREFIXES.has(id.slice(0, 2)), {
        params: { found: { fault: 'vat-prefix' } },
      })
      .optional(),
    /** The number in a register of companies, where it is not the tax id of our tables. */
    legal_id: text.optional(),
    legal_id_scheme: oneOf(IDENTIFIER_SCHEMES, 'identifier-scheme').optional(),
    city: text.optional(),
    postal_zone: text.optional(),
    contact_name: text.optional(),
    telephone: text.optional(),
  })
  .superRefine((party, context) => {
    const pairs = [
      ['endpoint_scheme', 'endpoint_id'],
      ['legal_id_scheme', 'legal_id'],
    ] as const;
    for (const [scheme, id] of pairs) {
      const of = party[scheme] ?? '';
      const why = party[id] === undefined ? null : identifierFault(of, party[id]);
      const params = { found: { fault: 'identifier', scheme: of, why } };
      if (why !== null) context.addIssue({ code: 'custom', path: [id], params });
    }
  });
export type UblPartySettings = z.output<typeof PARTY>;

/** S: standard rate; Z: zero rated; E: exempt, with the reason. */
const TAX_CATEGORY = z.discriminatedUnion('category', [
  z.strictObject({ category: z.literal('S') }),
  z.strictObject({ category: z.literal('Z') }),
  z.strictObject({ category: z.literal('E'), reason: text }),
]);
export type UblTaxCategory = z.output<typeof TAX_CATEGORY>;

export const UBL = z.strictObject({
  seller: PARTY.optional(),
  buyers: z.record(z.string(), PARTY).optional(),
  tax_categories: z.record(z.string().regex(/^\d+(\.\d+)?$/), TAX_CATEGORY).optional(),
});
export type UblSettings = z.output<typeof UBL>;
