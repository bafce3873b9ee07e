/**
 * Prices a month slice by slice of merchants and says what is issued for each: nothing holds the
 * lines of all merchants at once.
 */
import { groupBy } from '../group-by.js';
import type { Document, Draft, Merchant } from '../documents/document.js';
import { changesBetween, issueChanges, type Change, type Issue } from '../documents/revise.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { Contract } from '../pricing/plans/registry.js';
import type { Usage } from '../pricing/usage.js';
import { blockedMerchants, type Problem } from '../problem.js';
import { moneyHash } from '../ledger/issued-document.js';
import { readDocuments, type Ledger, type LedgerEntry } from '../ledger/ledger.js';
import type { Facts } from '../facts/roll-up.js';
import type { Pricing } from './price-merchants.js';

const MERCHANTS_PER_SLICE = 200;

export interface BillingJob {
  /** The output folder. */
  readonly output: string;
  readonly tables: ReferenceTables;
  readonly facts: Facts;
  readonly pricing: Pricing;
  readonly ledger: Ledger;
  readonly standing: readonly LedgerEntry[];
  /** Merchants whom errors of the input block: what they have stands. */
  readonly blocked: ReadonlySet<string>;
  /** Merchants whose documents are issued anew although nothing changed. */
  readonly reissued: ReadonlySet<string>;
  readonly issue: Omit<Issue, 'firstSequence'>;
  readonly progress: (done: number, of: number) => void;
}

/** What a slice of merchants comes to. */
export interface BilledSlice {
  readonly documents: readonly Document[];
  /** What its merchants are billed, issued or standing already. */
  readonly drafts: readonly Draft[];
  /** The contracts of its merchants, and what they were priced from. */
  readonly contracts: readonly Contract[];
  readonly usageOf: (contractId: string) => Usage;
  readonly problems: readonly Problem[];
  /** The merchants for whom no line came about. */
  readonly unbilled: readonly string[];
  /** How many documents are cancelled without a new one in their place. */
  readonly vanished: number;
}

/** In order of merchant; numbers follow those of the ledger. */
export async function* billSlices(job: BillingJob): AsyncGenerator<BilledSlice> {
  const standing = groupBy(job.standing, ({ merchantId }) => merchantId);
  const merchants = new Map(job.tables.merchants.map((one) => [one.merchantId, one]));
  const ids = [...new Set([...merchants.keys(), ...standing.keys()])]
    .filter((id) => !job.blocked.has(id))
    .sort();
  let sequence = job.ledger.issued.length + 1;
  for (let from = 0; from < ids.length; from += MERCHANTS_PER_SLICE) {
    const slice = ids.slice(from, from + MERCHANTS_PER_SLICE).map((merchantId) => ({
      merchant: merchants.get(merchantId) ?? null,
      contracts: job.pricing.contractsOf(merchantId),
      standing: standing.get(merchantId) ?? [],
    }));
    const billed = await billSlice(job, slice, sequence);
    sequence += billed.documents.length;
    yield billed;
    job.progress(Math.min(from + MERCHANTS_PER_SLICE, ids.length), ids.length);
  }
}

/** A merchant of a slice; one that is a merchant no more has standing documents alone. */
interface SliceMember {
  readonly merchant: Merchant | null;
  readonly contracts: readonly Contract[];
  readonly standing: readonly LedgerEntry[];
}

async function billSlice(
  job: BillingJob,
  members: readonly SliceMember[],
  firstSequence: number,
): Promise<BilledSlice> {
  const contracts = members.flatMap((member) => member.contracts);
  const usageOf = await job.facts.usageOf(contracts.map(({ contractId }) => contractId));
  const problems: Problem[] = [];
  const unbilled: string[] = [];
  const drafts: Draft[] = [];
  const changes: Change<LedgerEntry>[] = [];
  for (const { merchant, standing } of members) {
    const priced = merchant === null ? NOTHING : job.pricing.price(merchant, usageOf);
    problems.push(...priced.problems);
    if (blockedMerchants(priced.problems).size > 0) continue;
    if (merchant !== null && priced.drafts.length === 0) unbilled.push(merchant.merchantId);
    drafts.push(...priced.drafts);
    changes.push(...changesBetween(standing, priced.drafts, staying(job)));
  }
  return {
    documents: await issued(job, changes, firstSequence),
    drafts,
    contracts,
    usageOf,
    problems,
    unbilled,
    vanished: changes.filter(({ draft }) => draft === null).length,
  };
}

const NOTHING = { drafts: [], problems: [] };

/** A document stays where its money is the same, unless its merchant's are asked for anew. */
function staying({ reissued }: BillingJob): (entry: LedgerEntry, draft: Draft) => boolean {
  return (entry, draft) => !reissued.has(entry.merchantId) && entry.moneyHash === moneyHash(draft);
}

async function issued(
  { output, issue }: BillingJob,
  changes: readonly Change<LedgerEntry>[],
  firstSequence: number,
): Promise<Document[]> {
  const cancelled = changes.flatMap((change) => change.cancelled ?? []);
  const documents = await readDocuments(output, cancelled);
  const read = changes.map((change) => ({
    draft: change.draft,
    cancelled: change.cancelled === null ? null : (documents.get(change.cancelled.number) ?? null),
  }));
  return issueChanges(read, { ...issue, firstSequence });
}
