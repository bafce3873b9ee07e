/** A published document → its explanation, from what was published, and down to rows with the input. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import type { Replaced } from '../documents/what-changed.js';
import { pathKind } from '../path-kind.js';
import { readReference } from '../reference/read-reference.js';
import { atPlaces, placesOf } from '../reference/table-places.js';
import type { IdentifiedFile } from '../reference/file-identity.js';
import { addDays, earlier } from '../period/local-date.js';
import { parsePeriod, wholePeriod, type BillingSpan } from '../period/period.js';
import type { Problem } from '../problem.js';
import { assert } from '../problem.js';
import { fileNameOf } from '../ledger/file-name.js';
import { openFacts } from '../facts/facts.js';
import { readBilledBefore } from '../run/read-billed-before.js';
import { WorkFolder } from '../run/work-folder.js';
import { explainDraft } from './explain-draft.js';
import type {
  ExplainedLine,
  Explanation,
  InputComparison,
  IssuedLinks,
  StatedOrders,
} from './explanation.js';
import { findDocument, type FoundDocument } from '../ledger/find-document.js';
import type { Say } from '../words/bilingual.js';
import { rowsOfLine } from './line-rows.js';
import { comesToBasis, groupsOf, orderGroups, type OrderGroup } from './order-groups.js';
import { sourceFiles, tablesOfFiles } from './line-sources.js';

const FIRST_ORDERS = 3;

/** From published files alone. */
export async function explainDocument(
  output: string,
  found: FoundDocument,
  say: Say,
): Promise<Explanation> {
  const { document, batch, manifest } = found;
  const isReversal = document.cancels !== null;
  const { lines, totals } = explainDraft(document, say);
  const statement = `${batch}/statements/${fileNameOf(document.merchant.merchantId)}-orders.csv`;
  const groups = isReversal ? [] : await publishedGroups(join(output, statement));
  const tables = isReversal
    ? new Map<string, Set<string>>()
    : await tablesOfFiles(join(output, batch, 'row-accounting.csv'));
  return {
    draft: document,
    period: document.period,
    issued: issuedLinks(found),
    lines: lines.map((explained) => ({
      ...explained,
      files: isReversal ? [] : sourceFiles(explained.line, manifest.inputs, tables),
      orders: isReversal ? null : statedOrders(explained, groups, statement),
      rows: null,
    })),
    totals,
    replaced: await replacedBy(output, document),
    input: null,
  };
}

async function replacedBy(output: string, { replaces }: Document): Promise<Replaced | null> {
  if (replaces === null) return null;
  const found = await findDocument(output, replaces);
  assert('document' in found, 'what a document replaces was published');
  return found.document;
}

function issuedLinks({ document, batch, cancelledBy, replacedBy }: FoundDocument): IssuedLinks {
  const { number, type, issueDate, cancels, replaces } = document;
  return { number, type, issueDate, batch, cancels, replaces, cancelledBy, replacedBy };
}

async function publishedGroups(path: string): Promise<OrderGroup[]> {
  if ((await pathKind(path)) !== 'file') return [];
  return orderGroups(createReadStream(path), FIRST_ORDERS);
}

/** What a statement says of a commission line; null for any other. */
export function statedOrders(
  { line }: Pick<ExplainedLine, 'line'>,
  groups: readonly OrderGroup[],
  file: string | null,
): StatedOrders | null {
  if (line.kind !== 'commission') return null;
  const own = groupsOf(groups, line.contractId);
  return { file, groups: own, comesToBasis: comesToBasis(own, line) };
}

/**
 * The explanation with the rows behind its lines, read again from the input; or why they cannot be
 * read. A reversal has none: it is made from the ledger alone.
 */
export async function withInputRows(
  explanation: Explanation,
  { document, manifest }: FoundDocument,
  output: string,
  inputFolder: string,
  rowsMax: number,
): Promise<Explanation | { readonly problems: readonly Problem[] }> {
  if (document.cancels !== null) return explanation;
  const { tables, files, problems, reads } = await readReference(inputFolder);
  const places = placesOf(Object.values(reads));
  if (tables === null) return { problems: atPlaces(problems, places) };
  const span = spanOf(document.period, document.number, document.issueDate);
  await using workFolder = await WorkFolder.create();
  const { billedBefore } = await readBilledBefore({ mode: 'publish', output }, document.period);
  const job = { inputFolder, workFolder: workFolder.path, tables, span, billedBefore };
  await using facts = await openFacts(job);
  const context = {
    merchantId: document.merchant.merchantId,
    period: document.period,
    tables,
    facts,
    reads,
    places,
    rowsMax,
  };
  const lines: ExplainedLine[] = [];
  for (const line of explanation.lines)
    lines.push({ ...line, rows: await rowsOfLine(line.line, context) });
  const input = compared(manifest.inputs, [...files, ...facts.files]);
  return { ...explanation, lines, input };
}

function spanOf(
  id: string,
  number: string,
  issueDate: FoundDocument['document']['issueDate'],
): BillingSpan {
  const period = parsePeriod(id);
  assert(period !== undefined, 'a document has a period');
  if (!number.startsWith('PREVIEW-')) return wholePeriod(period);
  return { period, through: earlier(addDays(issueDate, -1), period.lastDay) };
}

function compared(
  published: FoundDocument['manifest']['inputs'],
  read: readonly (IdentifiedFile & { readonly sha256: string })[],
): InputComparison {
  const hashes = new Map(read.map(({ file, sha256 }) => [file, sha256]));
  const known = new Set(published.map(({ file }) => file));
  const differing = [
    ...published.filter(({ file, sha256 }) => hashes.get(file) !== sha256).map(({ file }) => file),
    ...read.map(({ file }) => file).filter((file) => !known.has(file)),
  ];
  return { files: published.length, differing };
}
