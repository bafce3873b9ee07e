/** A merchant priced from the input without publishing, each line explained; or what blocks it. */
import { append } from '../append.js';
import { Readable } from 'node:stream';
import type { Merchant, Provider } from '../documents/document.js';
import { nearestWord } from '../words/nearest-word.js';
import { readReference, type ReferenceRead } from '../reference/read-reference.js';
import { atPlaces, placesOf } from '../reference/table-places.js';
import type { ReferenceReads } from '../reference/read-tables.js';
import { tableOf } from '../reference/table-names.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import { blockedMerchants, problem, runErrors, type Problem } from '../problem.js';
import { openFacts, type Facts, type FactsWithRows } from '../facts/facts.js';
import { Pricing } from '../run/price-merchants.js';
import { ofKnownMerchants, policyOf } from '../run/problem-policy.js';
import { readBilledBefore } from '../run/read-billed-before.js';
import type { SpanChoice } from '../run/run-request.js';
import { WorkFolder } from '../run/work-folder.js';
import { explainDraft } from './explain-draft.js';
import { statedOrders } from './explain-document.js';
import type { ExplainedLine, Explanation } from './explanation.js';
import type { Say } from '../words/bilingual.js';
import { rowsOfLine } from './line-rows.js';
import { orderGroups, type OrderGroup } from './order-groups.js';
import { sourceFiles, type TablesOfFiles } from './line-sources.js';

export interface MerchantQuestion {
  readonly inputFolder: string;
  /** What stands published decides of late refunds. */
  readonly output: string;
  readonly merchantId: string;
  /** A month that has not ended is priced to date, as a preview. */
  readonly modeOf: (provider: Provider) => 'publish' | 'preview';
  readonly spanOf: (provider: Provider) => SpanChoice;
  readonly say: (provider: Provider) => Say;
  readonly rowsMax: number;
}

/** One explanation per currency; none where an error blocks the merchant or the run. */
export interface MerchantAnswer {
  readonly explanations: readonly Explanation[];
  /** The merchant's, and those of nobody in particular. */
  readonly problems: readonly Problem[];
}

export async function explainMerchant(question: MerchantQuestion): Promise<MerchantAnswer> {
  const reference = await readReference(question.inputFolder);
  const answer = await explainedFrom(reference, question);
  return {
    ...answer,
    problems: atPlaces(answer.problems, placesOf(Object.values(reference.reads))),
  };
}

async function explainedFrom(
  { tables, files, problems, reads }: ReferenceRead,
  question: MerchantQuestion,
): Promise<MerchantAnswer> {
  const { inputFolder, merchantId } = question;
  if (tables === null) return { explanations: [], problems };
  const merchant = tables.merchants.find((one) => one.merchantId === merchantId);
  const choice = question.spanOf(tables.provider);
  if ('refused' in choice) return { explanations: [], problems: [choice.refused] };
  if (merchant === undefined) return unknownMerchant(merchantId, tables, problems);
  const { span } = choice;
  await using workFolder = await WorkFolder.create();
  const ledger = { mode: question.modeOf(tables.provider), output: question.output };
  const { billedBefore, problems: forgotten } = await readBilledBefore(ledger, span.period.id);
  if (forgotten.length > 0) return { explanations: [], problems: [...problems, ...forgotten] };
  const job = { inputFolder, workFolder: workFolder.path, tables, span, billedBefore };
  await using facts = await openFacts(job);
  const found = [...problems, ...ofKnownMerchants(facts.problems, tables)].filter(
    (one) => one.merchantId === null || one.merchantId === merchantId,
  );
  if (isBlocked(found, merchantId)) return { explanations: [], problems: found };
  const policy = policyOf(question.modeOf(tables.provider));
  const pricing = new Pricing({ tables, contractsGone: facts.contractsGone, ...choice, policy });
  const usageOf = await facts.usageOf(
    pricing.contractsOf(merchantId).map(({ contractId }) => contractId),
  );
  const priced = pricing.price(merchant, usageOf);
  const input = { tables, facts, files, reads, period: span.period.id };
  const explanations: Explanation[] = [];
  for (const draft of priced.drafts)
    explanations.push(await explained(draft, merchant, input, question));
  return { explanations, problems: [...found, ...priced.problems] };
}

/** Whether an error keeps the merchant from being billed. */
export function isBlocked(problems: readonly Problem[], merchantId: string): boolean {
  return blockedMerchants(problems).has(merchantId) || runErrors(problems).length > 0;
}

function unknownMerchant(
  merchantId: string,
  { merchants }: ReferenceTables,
  problems: readonly Problem[],
): MerchantAnswer {
  const own = problems.filter((one) => one.merchantId === merchantId);
  const unknown = problem(
    'merchant-unknown',
    { file: 'merchants.csv', column: 'merchant_id' },
    {
      case: 'asked',
      merchantId,
      nearest: nearestWord(
        merchantId,
        merchants.map((one) => one.merchantId),
      ),
    },
  );
  return { explanations: [], problems: [...own, unknown] };
}

interface Input {
  readonly tables: ReferenceTables;
  readonly facts: FactsWithRows;
  readonly files: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
  }[];
  readonly reads: ReferenceReads;
  readonly period: string;
}

async function explained(
  draft: Explanation['draft'],
  { merchantId }: Merchant,
  { tables, facts, files, reads, period }: Input,
  { say, rowsMax }: MerchantQuestion,
): Promise<Explanation> {
  const { lines, totals } = explainDraft(draft, say(tables.provider));
  const groups = await currentGroups(facts, merchantId);
  const inputs = [
    ...files,
    ...facts.files.map(({ file, sha256 }) => ({ file, sha256, rows: null })),
  ];
  const places = placesOf(Object.values(reads));
  const context = { merchantId, period, tables, reads, facts, places, rowsMax };
  const all: ExplainedLine[] = [];
  for (const one of lines)
    all.push({
      ...one,
      files: sourceFiles(one.line, inputs, tablesOf(facts, reads)),
      orders: statedOrders(one, groups, null),
      rows: await rowsOfLine(one.line, context),
    });
  return { draft, period, issued: null, lines: all, totals, replaced: null, input: null };
}

async function currentGroups(facts: Facts, merchantId: string): Promise<OrderGroup[]> {
  const groups: OrderGroup[] = [];
  for await (const { csv } of facts.orderStatements([merchantId]))
    append(groups, await orderGroups(Readable.from([csv]), 0));
  return groups;
}

function tablesOf({ filesOfTables }: Facts, reads: ReferenceReads): TablesOfFiles {
  const tables = new Map<string, Set<string>>();
  const add = (file: string, table: string): void => {
    tables.set(file, (tables.get(file) ?? new Set()).add(table));
  };
  for (const { file, read } of Object.values(reads))
    if (read !== null) add(read.file, tableOf(file));
  for (const [table, files] of filesOfTables) for (const file of files) add(file, table);
  return tables;
}
