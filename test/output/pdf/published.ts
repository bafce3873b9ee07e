/** The documents of every plan and of the demo, with those that a forced rerun of the demo reverses. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/documents/document.js';
import { bill, DEMO, emptyFolder, publishedDocuments } from '../../run/run-demo.js';

const PLANS = join(import.meta.dirname, '../../../fixtures/plans');
/** Billed by fixed salary, by ladder, and by base and commission. */
const REISSUED = new Set(['M01', 'M03', 'M05']);

export interface PublishedDocument {
  /** Which scenario and which number, for what a test says. */
  readonly name: string;
  readonly document: Document;
  readonly pdf: string;
  /** The bytes of the document's own CSV, as published. */
  readonly csv: Buffer;
}

export async function publishAll(): Promise<PublishedDocument[]> {
  const published: PublishedDocument[] = [];
  for (const plan of readdirSync(PLANS))
    published.push(...(await publish(plan, join(PLANS, plan, 'input'), emptyFolder())));
  const ledger = emptyFolder();
  published.push(...(await publish('demo', DEMO, ledger)));
  published.push(...(await publish('demo again', DEMO, ledger, REISSUED)));
  return published;
}

async function publish(
  scenario: string,
  input: string,
  output: string,
  reissued: ReadonlySet<string> = new Set(),
): Promise<PublishedDocument[]> {
  const result = await bill(input, output, { reissued });
  const batch = join(output, '2026-10', `batch-${String(result.batch).padStart(3, '0')}`);
  return (await publishedDocuments(output, result)).map((document) => ({
    name: `${scenario} ${document.number}`,
    document,
    pdf: join(batch, 'pdf', `${document.number}.pdf`),
    csv: readFileSync(join(batch, 'csv', `${document.number}.csv`)),
  }));
}
