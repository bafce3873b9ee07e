import { expect, it } from 'vitest';
import { EMPTY_LEDGER } from '../../src/ledger/read-ledger.js';
import { RunSoFar } from '../../src/run/run-so-far.js';
import { documentOf, reversalOf } from '../ledger/written-ledger.js';
import { problemOf } from '../support/problem-of.js';

const publishing = (strict = false): RunSoFar => new RunSoFar({ mode: 'publish', strict });
const blocking = problemOf('time-malformed', { merchantId: 'M1' });
const first = documentOf('I-1', 'M1', 100n);
const manifest = { batch: 2, previous: 'hash', ledger: 'L1' };

it('publishes although a merchant is blocked, but not where it is strict', () => {
  for (const [strict, refused] of [
    [false, false],
    [true, true],
  ] as const) {
    const run = publishing(strict);
    expect(run.isRefused()).toBe(false);
    run.addProblems([problemOf('row-repeated'), blocking]);
    expect(run.isRefused()).toBe(refused);
  }
});

it('publishes nothing where an error is nobody’s in particular', () => {
  const run = publishing();
  run.addProblems([problemOf('column-missing')]);
  expect(run.isRefused()).toBe(true);
  expect(run.refused([blocking])).toMatchObject({
    status: 'refused',
    documents: [],
    blocked: new Set(['M1']),
    problems: [{ code: 'column-missing' }, { code: 'time-malformed' }],
  });
});

it('counts what it leaves, and what it cancels without replacement', () => {
  const run = publishing();
  const standing = ['M1', 'M2', 'M3'].map((id) => ({ ...documentOf(`I-${id}`, id, 1n) }));
  const before = { standing: standing as never, id: 'L1' };
  const renewed = documentOf('I-5', 'M1', 90n, { replaces: 'I-1' });
  run.addIssued(
    [
      { cancelled: null, draft: renewed },
      { cancelled: null, draft: null },
    ],
    [reversalOf(first, 'I-4'), renewed, reversalOf(documentOf('I-2', 'M2', 5n), 'I-6')],
  );
  expect(run.cancelledWithoutReplacement).toBe(1);
  // Of three, two are cancelled.
  expect(run.published(manifest, before)).toMatchObject({ status: 'published', left: 1, batch: 2 });
  expect(run.planned(before, [])).toMatchObject({ status: 'planned', left: 1, batch: null });
});

it('says which ledger it starts, and a preview starts none', () => {
  const going = { ...EMPTY_LEDGER, id: 'L1' };
  expect(publishing().published(manifest, EMPTY_LEDGER).startedLedger).toBe('L1');
  expect(publishing().published(manifest, going).startedLedger).toBeNull();
  const preview = new RunSoFar({ mode: 'preview', strict: false });
  expect(preview.published(manifest, EMPTY_LEDGER).startedLedger).toBeNull();
});

it('keeps those for whom no line came about, but not those who are merchants no more', () => {
  const run = publishing();
  const { merchant } = first;
  run.addPriced({
    members: [
      { merchantId: 'M1', merchant, standing: [], drafts: [] },
      { merchantId: 'M2', merchant: null, standing: [], drafts: [] },
      { merchantId: 'M3', merchant, standing: [], drafts: [first] },
    ],
    contracts: [],
    usageOf: () => {
      throw new Error('nobody asks');
    },
    surchargedOf: () => [],
    problems: [blocking],
  });
  expect(run.checked()).toMatchObject({ unbilled: ['M1'], problems: [blocking] });
  expect([...run.billed.contracts]).toEqual(['C1']);
});
