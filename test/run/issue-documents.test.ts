import { expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import { readLedger } from '../../src/ledger/read-ledger.js';
import { issueDocuments } from '../../src/run/issue-documents.js';
import { documentOf, writeTwoMonths } from '../ledger/written-ledger.js';
import { PROVIDER } from '../output/pdf/documents.js';
import { span } from '../pricing/builders.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const output = temporaryFolder();
writeTwoMonths(output);
const ledger = await readLedger(output, '2026-10');

function billing(mode: 'publish' | 'preview') {
  return {
    request: { mode, output },
    tables: { provider: { ...PROVIDER, invoicePrefix: 'NEW' } },
    ledger,
    span: span('2026-10'),
    issueDate: localDate('2026-11-21'),
  } as never;
}

it('reads what is cancelled, negates it, and numbers on after the ledger and the run', async () => {
  const [, standing = null] = ledger.standing;
  const draft = documentOf('', 'M1', 12_000n);
  const issued = await issueDocuments(billing('publish'), [{ cancelled: standing, draft }], 2);
  // Four documents are in the ledger and two were issued by the run before these.
  expect(
    issued.map(({ number, total, cancels, replaces }) => [number, total, cancels, replaces]),
  ).toEqual([
    ['NEW-202610-000007', -11_000n, 'YD-202610-000004', null],
    ['NEW-202610-000008', 12_000n, null, 'YD-202610-000004'],
  ]);
  // The reversal is of who issued the old document, with each of its lines negated.
  expect(issued[0]?.issuer.invoicePrefix).toBe('YD');
  expect(issued[0]?.lines.map(({ amount }) => amount)).toEqual([-11_000n]);
});

it('numbers a preview as one', async () => {
  const draft = documentOf('', 'M1', 12_000n);
  const [issued] = await issueDocuments(billing('preview'), [{ cancelled: null, draft }], 0);
  expect(issued?.number).toBe('PREVIEW-202610-000005');
});
