/** The documents of a month that stand, without their lines, read back from the ledger one by one. */
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { netByPlan } from '../documents/net-by-plan.js';
import { documentFromJson } from '../publishing/document-json.js';
import type { ReportDocument } from '../publishing/report/report-data.js';

const BATCH = /^batch-\d{3,}$/;

/** By number. */
export type StandingDocuments = Map<string, ReportDocument>;

export type Reading =
  | { readonly state: 'compared'; readonly standing: StandingDocuments; readonly issueDate: string }
  | { readonly state: 'absent' | 'unreadable' };

/** A reversal takes away what it cancels; anything else is added. */
function stand(standing: StandingDocuments, document: Document): void {
  if (document.cancels !== null) standing.delete(document.cancels);
  else standing.set(document.number, withoutLines(document));
}

export function withoutLines(document: Document): ReportDocument {
  const { number, type, merchant, currency, net, tax, total, cancels, replaces } = document;
  return {
    number,
    type,
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    currency,
    net,
    tax,
    total,
    netByPlan: netByPlan(document),
    cancels,
    replaces,
  };
}

/** What stands of a published month. */
export async function readMonth(output: string, period: string): Promise<Reading> {
  const entries = await readdir(join(output, period)).catch((): string[] => []);
  const batches = entries
    .filter((name) => BATCH.test(name))
    .sort((left, right) => left.length - right.length || (left < right ? -1 : 1));
  return readDocuments(batches.map((batch) => join(output, period, batch)));
}

/** What the latest preview of a month has. */
export async function readPreview(output: string, period: string): Promise<Reading> {
  const entries = await readdir(join(output, period)).catch((): string[] => []);
  return readDocuments(entries.includes('preview') ? [join(output, period, 'preview')] : []);
}

/** A comparison that cannot be had stops no billing: the report says so. */
async function readDocuments(folders: readonly string[]): Promise<Reading> {
  if (folders.length === 0) return { state: 'absent' };
  const standing: StandingDocuments = new Map();
  let issueDate = '';
  try {
    for (const folder of folders) {
      for await (const line of linesOf(join(folder, 'documents.jsonl'))) {
        const document = documentFromJson(line);
        issueDate = document.issueDate;
        stand(standing, document);
      }
    }
  } catch {
    return { state: 'unreadable' };
  }
  return { state: 'compared', standing, issueDate };
}

/** Line feeds alone end a line: Node's own reader would also cut a name at U+2028. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
