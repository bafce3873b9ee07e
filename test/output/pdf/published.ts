/** The documents of every plan and of the demo, with those that a forced rerun of the demo reverses. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../../src/documents/document.js';
import { scenariosOf } from '../../../fixtures/scenario.js';
import { bill, DEMO, publishedDocuments } from '../../run/run-demo.js';
import { billed, type Billed } from '../../support/billed.js';
import { temporaryCopy } from '../../support/temporary-folder.js';

/** Billed by fixed salary, by ladder, and by base and commission. */
const REISSUED = new Set(['M01', 'M03', 'M05']);

export interface PublishedDocument {
  /** Which scenario and which number, for what a test says. */
  readonly name: string;
  readonly document: Document;
  readonly pdf: string;
  /** In bytes. */
  readonly size: number;
  /** The bytes of the document's own CSV, as published. */
  readonly csv: Buffer;
}

export async function publishAll(): Promise<PublishedDocument[]> {
  const published: PublishedDocument[] = [];
  for (const scenario of [...scenariosOf('plans'), 'demo'])
    published.push(...(await documentsOf(scenario, await billed(scenario))));
  const { output } = await billed('demo');
  const ledger = temporaryCopy(output);
  const result = await bill(DEMO, ledger, { reissued: REISSUED });
  return [...published, ...(await documentsOf('demo again', { output: ledger, result }))];
}

async function documentsOf(
  scenario: string,
  { output, result }: Pick<Billed, 'output' | 'result'>,
): Promise<PublishedDocument[]> {
  const batch = join(output, '2026-10', `batch-${String(result.batch).padStart(3, '0')}`);
  return (await publishedDocuments(output, result)).map((document) => {
    const pdf = join(batch, 'pdf', `${document.number}.pdf`);
    return {
      name: `${scenario} ${document.number}`,
      document,
      pdf,
      size: statSync(pdf).size,
      csv: readFileSync(join(batch, 'csv', `${document.number}.csv`)),
    };
  });
}
