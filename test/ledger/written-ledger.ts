/** Small ledgers, written as runs write them: documents, manifest and chain. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/documents/document.js';
import { negatedLines } from '../../src/documents/revise.js';
import { batchPlace } from '../../src/ledger/batch-place.js';
import { controlTotals } from '../../src/ledger/control-totals.js';
import { documentToJson } from '../../src/ledger/document-json.js';
import { headText } from '../../src/ledger/head.js';
import { manifestText, type Manifest } from '../../src/ledger/manifest.js';
import { sha256 } from '../../src/ledger/sha256.js';
import { invoice, PROVIDER, salaryLine } from '../output/pdf/documents.js';

/** An invoice of a merchant over so many fen, without tax. */
export function documentOf(
  number: string,
  merchantId: string,
  net: bigint,
  changes: Partial<Document> = {},
): Document {
  const made = invoice([salaryLine('A1', net)], { number, ...changes });
  return { ...made, merchant: { ...made.merchant, merchantId, name: `商家 ${merchantId}` } };
}

/** What cancels a document in full. */
export function reversalOf(document: Document, number: string): Document {
  const { merchant, lines, net, tax, total, period } = document;
  const reversal = invoice(negatedLines(lines), { number, cancels: document.number, period });
  return { ...reversal, merchant, net: -net, tax: -tax, total: -total };
}

/** Writes one batch; its manifest may name more outputs. Gives its hash, which the next one names. */
export function writeBatch(
  output: string,
  period: string,
  sequence: number,
  documents: readonly Document[],
  changes: Partial<Manifest> = {},
): string {
  const folder = join(output, batchPlace(period, sequence));
  mkdirSync(folder, { recursive: true });
  const content = documents.map((document) => `${documentToJson(document)}\n`).join('');
  writeFileSync(join(folder, 'documents.jsonl'), content);
  const text = manifestText({
    period,
    batch: sequence,
    previous: null,
    earlier: null,
    ledger: 'ledger-1',
    version: '0.1.0',
    arguments: {},
    provider: { name: PROVIDER.name, tax_id: PROVIDER.taxId },
    settlement_days: 7,
    time_zone: 'Asia/Shanghai',
    inputs: [],
    control_totals: controlTotals(documents),
    ...changes,
    outputs: [
      { file: 'documents.jsonl', sha256: sha256(content), rows: documents.length },
      ...(changes.outputs ?? []),
    ],
  });
  writeFileSync(join(folder, 'manifest.json'), text);
  return sha256(text);
}

/**
 * September: one batch of one document. October: M1 and M2 in batch 1; M1 is cancelled and issued anew
 * in batch 2. Gives the hashes of the three manifests.
 */
export function writeTwoMonths(output: string): readonly [string, string, string] {
  const september = documentOf('YD-202609-000001', 'M1', 50_000n, { period: '2026-09' });
  const first = documentOf('YD-202610-000001', 'M1', 10_000n);
  const second = documentOf('YD-202610-000002', 'M2', 20_000n);
  const reversal = reversalOf(first, 'YD-202610-000003');
  const renewed = documentOf('YD-202610-000004', 'M1', 11_000n, { replaces: first.number });
  const one = writeBatch(output, '2026-09', 1, [september]);
  const two = writeBatch(output, '2026-10', 1, [first, second], { previous: one });
  const three = writeBatch(output, '2026-10', 2, [reversal, renewed], { previous: two });
  const months = { '2026-09': [one], '2026-10': [two, three] };
  const batches = Object.entries(months).flatMap(([period, hashes]) =>
    hashes.map((hash) => ({ period, hash })),
  );
  writeFileSync(join(output, 'HEAD'), headText('ledger-1', batches));
  return [one, two, three];
}

/** Writes a manifest anew with other fields. */
export function editManifest(output: string, place: string, changes: Partial<Manifest>): void {
  const file = join(output, place, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  writeFileSync(file, manifestText({ ...manifest, ...changes }));
}
