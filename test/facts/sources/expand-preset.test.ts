/** What stands beside a preset goes before it. */
import { expect, it } from 'vitest';
import { expandPreset } from '../../../src/facts/sources/expand-preset.js';

const SHOPIFY = { preset: 'shopify-orders', files: 'orders*.csv' };

/** The mapping of a source, by key. */
function mappingOf(source: object): Record<string, unknown> {
  const expanded = expandPreset(source);
  if ('unknown' in expanded) throw new Error(expanded.unknown);
  return expanded.entry as Record<string, unknown>;
}

it('is the mapping of its file, and the constants that are named beside it', () => {
  const mapping = mappingOf({ ...SHOPIFY, merchant_id: 'M1', store_id: null });
  expect(mapping).toMatchObject({
    table: 'orders',
    files: 'orders*.csv',
    columns: { order_id: 'Name', paid_at: 'Paid at', amount: 'Total', currency: 'Currency' },
    constants: { merchant_id: 'M1', store_id: null },
  });
  expect(mapping).not.toHaveProperty('preset');
  expect(mapping).not.toHaveProperty('merchant_id');
});

it('a column may be fed by another header, or by a constant, and the others stay', () => {
  const { columns, constants } = mappingOf({
    ...SHOPIFY,
    columns: { order_id: 'Id' },
    currency: 'CAD',
  });
  expect(columns).toEqual({ order_id: 'Id', paid_at: 'Paid at', amount: 'Total' });
  expect(constants).toEqual({ currency: 'CAD' });
});

it('what was a constant may be a column', () => {
  const { columns, constants } = mappingOf({
    preset: 'taobao-orders',
    columns: { currency: '币种' },
  });
  expect(columns).toMatchObject({ currency: '币种' });
  expect(constants).toEqual({});
});

it('filters are by header, and other keys as a whole', () => {
  const mapping = mappingOf({
    ...SHOPIFY,
    skip_where: { Source: ['pos'] },
    times: ['yyyy-MM-dd HH:mm'],
  });
  expect(mapping['skip_where']).toEqual({
    'Financial Status': ['pending', 'authorized', 'expired', 'voided'],
    Source: ['pos'],
  });
  expect(mapping['times']).toEqual(['yyyy-MM-dd HH:mm']);
});

it('what is malformed beside it stays so, to be told', () => {
  expect(mappingOf({ ...SHOPIFY, columns: 7 })['columns']).not.toEqual({ order_id: 'Name' });
  expect(mappingOf({ ...SHOPIFY, skip_where: 'x' })['skip_where']).toBe('x');
});

it.each([[[]], [null], ['shopify-orders'], [{ table: 'orders' }]])('%j has no preset', (entry) => {
  expect(expandPreset(entry)).toEqual({ entry, ifThere: [], named: [], query: null });
});

it.each([['shopify'], [7], [null]])('there is no preset %j', (preset) => {
  expect(expandPreset({ preset })).toEqual({ unknown: String(preset) });
});

it('a query comes with its preset, unless another stands beside it', () => {
  const settlement = { preset: 'amazon-settlement-orders', files: '*.txt' };
  expect(expandPreset(settlement)).toMatchObject({
    query: expect.stringContaining('SELECT "order-id" AS order_id') as string,
  });
  expect(expandPreset({ ...settlement, query: 'sources/own.sql' })).toMatchObject({
    entry: { query: 'sources/own.sql' },
    query: null,
  });
});
