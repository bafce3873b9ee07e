import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { readLedger } from '../../src/ledger/read-ledger.js';
import { endsBeforePublishing } from '../../src/run/ends-before-publishing.js';
import type { RunRequest } from '../../src/run/run-request.js';
import { RunSoFar } from '../../src/run/run-so-far.js';
import { documentOf, reversalOf, writeTwoMonths } from '../ledger/written-ledger.js';
import { problemOf } from '../support/problem-of.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const output = temporaryFolder();
writeTwoMonths(output);
const ledger = await readLedger(output, '2026-10');

/** The end of a run that issued so many new documents and cancelled so many of the two standing ones. */
function endOf(
  mode: RunRequest['mode'],
  { issued = 0, cancelled = 0, confirmed = 0, error = false, date = '2026-11-20' } = {},
) {
  const run = new RunSoFar({ mode, strict: false });
  if (error) run.addProblems([problemOf('column-missing')]);
  const reversals = ['M1', 'M2']
    .slice(0, cancelled)
    .map((id) => reversalOf(documentOf(`I-${id}`, id, 1n), `R-${id}`));
  const invoices = Array.from({ length: issued }, (_, at) => documentOf(`N-${at}`, 'M9', 1n));
  run.addIssued(
    reversals.map(() => ({ cancelled: null, draft: null })),
    [...reversals, ...invoices],
  );
  const request = { mode, confirmCancellations: confirmed, confirmRevisions: 0 };
  const billing = { request, ledger, issueDate: localDate(date) };
  const ending = endsBeforePublishing(billing as never, run);
  return {
    status: ending?.status ?? 'publishes',
    codes: run.problems.map(({ code }) => code),
    ending,
  };
}

it.each([
  ['check', { issued: 1 }, 'checked'],
  ['check', { error: true }, 'checked'],
  ['publish', { error: true, issued: 1 }, 'refused'],
  ['publish', {}, 'unchanged'],
  ['publish', { issued: 1 }, 'publishes'],
  ['publish', { cancelled: 1 }, 'publishes'],
  // Both of two documents go: more than 2 %, and at least 2.
  ['publish', { cancelled: 2 }, 'refused'],
  ['publish', { cancelled: 2, confirmed: 2 }, 'publishes'],
  ['dry-run', { issued: 1 }, 'planned'],
  ['dry-run', { cancelled: 2 }, 'planned'],
  ['dry-run', {}, 'unchanged'],
  ['preview', {}, 'publishes'],
  ['preview', { error: true }, 'refused'],
] as const)('a %s with %j %s', (mode, what, status) => {
  expect(endOf(mode, what).status).toBe(status);
});

it('tells in a plan what would keep it from being published', () => {
  const { ending } = endOf('dry-run', { cancelled: 2 });
  expect(ending?.problems).toMatchObject([{ code: 'cancellations-unconfirmed' }]);
});

it('warns of a date that runs back, but not in a preview', () => {
  const back = { issued: 1, date: '2026-11-19' };
  expect(endOf('publish', back).codes).toEqual(['issue-date-backwards']);
  expect(endOf('preview', back).codes).toEqual([]);
});
