import { expect, it } from 'vitest';
import { brokenChain, brokenLinks } from '../../src/ledger/chain.js';
import { batchPlace } from '../../src/ledger/batch-place.js';
import type { Batch } from '../../src/ledger/batch.js';
import type { Manifest } from '../../src/ledger/manifest.js';

/** A batch whose manifest has the hash `name`, and names `previous`. */
function batch(
  period: string,
  sequence: number,
  hash: string,
  previous: string | null,
  ledger = 'L',
): Batch {
  const manifest: Manifest = {
    period,
    batch: sequence,
    previous,
    earlier: null,
    ledger,
    version: '0.1.0',
    arguments: {},
    provider: { name: 'P', tax_id: '1' },
    settlement_days: 7,
    time_zone: 'UTC',
    inputs: [],
    outputs: [],
    control_totals: [],
  };
  return { period, sequence, hash, manifest, place: batchPlace(period, sequence) };
}

const SEPTEMBER = batch('2026-09', 1, 'sep-1', null);
const OCTOBER = [batch('2026-10', 1, 'oct-1', 'sep-1'), batch('2026-10', 2, 'oct-2', 'oct-1')];

const placesOf = (found: readonly { readonly file: string }[]): string[] =>
  found.map(({ file }) => file);

it('finds nothing in a chain that is whole', () => {
  expect(brokenLinks(OCTOBER)).toEqual([]);
  expect(brokenChain([SEPTEMBER, ...OCTOBER])).toEqual([]);
  expect(brokenChain([])).toEqual([]);
});

it('holds a first batch that follows an earlier batch of the month before, revised since', () => {
  const revised = batch('2026-09', 2, 'sep-2', 'sep-1');
  expect(brokenChain([SEPTEMBER, revised, ...OCTOBER])).toEqual([]);
});

it('finds a batch that is gone from the middle', () => {
  const [first, second] = OCTOBER as [Batch, Batch];
  expect(placesOf(brokenLinks([second]))).toEqual(['2026-10/batch-002']);
  const fifth = batch('2026-10', 5, 'oct-5', 'oct-4');
  expect(placesOf(brokenLinks([first, second, fifth]))).toEqual(['2026-10/batch-005']);
});

it('finds a batch that does not name the one before it', () => {
  const other = batch('2026-10', 2, 'oct-2', 'oct-1-as-it-was');
  expect(placesOf(brokenLinks([OCTOBER[0] as Batch, other]))).toEqual(['2026-10/batch-002']);
});

it('finds an earlier period that is gone or changed', () => {
  expect(placesOf(brokenChain(OCTOBER))).toEqual(['2026-10/batch-001']);
});

it('finds batches of two ledgers in one folder', () => {
  const other = batch('2026-11', 1, 'nov-1', null, 'other');
  expect(placesOf(brokenChain([SEPTEMBER, ...OCTOBER, other]))).toEqual(['manifest.json']);
});
