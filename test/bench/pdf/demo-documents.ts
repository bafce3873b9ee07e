/** The demo's documents, each with the CSV that travels inside of its PDF. */
import { issueChanges, type ReadChange } from '../../../src/documents/revise.js';
import { openFacts } from '../../../src/facts/facts.js';
import type { DocumentWithStatement } from '../../../src/output/batch-writer.js';
import { csvOf, DOCUMENT_LINES } from '../../../src/output/csv/csv.js';
import type { Attachment } from '../../../src/output/pdf/render-pdf.js';
import { localDate } from '../../../src/period/local-date.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { readReference } from '../../../src/reference/read-reference.js';
import { compareWithIssued } from '../../../src/run/compare-with-issued.js';
import { documentsWithStatements } from '../../../src/run/documents-with-statements.js';
import { Pricing } from '../../../src/run/price-merchants.js';
import { priceSlice } from '../../../src/run/price-slice.js';
import { WorkFolder } from '../../../src/run/work-folder.js';

export interface DemoDocument extends DocumentWithStatement {
  readonly csv: Attachment;
}

/** `folder`: the demo's input. */
export async function demoDocuments(folder: string): Promise<DemoDocument[]> {
  const { tables } = await readReference(folder);
  const period = parsePeriod('2026-10');
  assert(tables !== null && period !== undefined, 'the demo can be read');
  const [span, issueDate] = [wholePeriod(period), localDate('2026-11-20')];
  const pricing = new Pricing({ tables, span, issueDate, policy: (problem) => problem });
  await using workFolder = await WorkFolder.create();
  const job = { inputFolder: folder, workFolder: workFolder.path, tables, span };
  await using facts = await openFacts(job);
  const members = tables.merchants.map((merchant) => {
    return { merchantId: merchant.merchantId, merchant, standing: [] };
  });
  const priced = await priceSlice(members, pricing, facts);
  const documents = issueChanges(compareWithIssued(priced, new Set()).map(unissued), {
    issuer: tables.provider,
    period,
    issueDate,
    prefix: 'INV',
    firstSequence: 1,
  });
  return documentsWithStatements(documents, priced, { before: () => null }).map((one) => {
    const { document } = one;
    const csv = {
      name: `${document.number}.csv`,
      content: csvOf(DOCUMENT_LINES, [document]),
    };
    return { ...one, csv };
  });
}

/** Nothing was issued before, so that nothing is cancelled. */
function unissued({ draft }: Pick<ReadChange, 'draft'>): ReadChange {
  return { draft, cancelled: null };
}
