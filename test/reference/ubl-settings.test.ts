import { describe, expect, it } from 'vitest';
import { FINANCE_SCHEMA } from '../../src/reference/finance-settings.js';
import { settingFault } from '../../src/reference/setting-fault.js';

/** The faults of a seller's settings, by their keys. */
function faultsOf(seller: Readonly<Record<string, string>>): unknown[] {
  const settings = { ubl: { seller } };
  const { error } = FINANCE_SCHEMA.safeParse(settings);
  return (error?.issues ?? []).map((issue) => [issue.path.at(-1), settingFault(issue, settings)]);
}

describe('codes are those of the lists', () => {
  it.each([
    ['country', 'ZZ', 'country'],
    ['endpoint_scheme', '9999', 'endpoint-scheme'],
    // in the list of EN 16931, and not in Peppol's
    ['endpoint_scheme', 'EM', 'endpoint-scheme'],
    ['legal_id_scheme', '9999', 'identifier-scheme'],
    ['vat_id', '91330108MADEMO0000', 'vat-prefix'],
    ['vat_id', 'GR123456789X'.replace('GR', 'ZZ'), 'vat-prefix'],
  ])('%s %s is refused', (key, code, fault) => {
    expect(faultsOf({ [key]: code })).toEqual([[key, { fault }]]);
  });

  it.each([
    ['country', 'SG'],
    ['endpoint_scheme', '0060'],
    ['legal_id_scheme', '0106'],
    ['vat_id', 'EL123456789'],
  ])('%s %s is taken', (key, code) => {
    expect(faultsOf({ [key]: code })).toEqual([]);
  });
});

it('identifiers are those of their schemes', () => {
  expect(faultsOf({ endpoint_scheme: '0088', endpoint_id: '5790000436058' })).toEqual([
    ['endpoint_id', { fault: 'identifier', scheme: '0088', why: 'check-digit' }],
  ]);
  expect(faultsOf({ legal_id_scheme: '0106', legal_id: '123' })).toEqual([
    ['legal_id', { fault: 'identifier', scheme: '0106', why: 'shape' }],
  ]);
});
