/** Prices the facts of some months with one contract changed, beside what was billed. Nothing is published. */
import type { Merchant } from '../documents/document.js';
import { openFacts } from '../facts/facts.js';
import { sumAmounts } from '../money/amount.js';
import type { BillingSpan } from '../period/period.js';
import type { Contract } from '../pricing/plans/registry.js';
import { assert, runErrors, type Problem } from '../problem.js';
import type { ReferenceRead } from '../reference/read-reference.js';
import type { ReferenceTables } from '../reference/reference-tables.js';
import type { ComparisonCell } from '../output/comparison/comparison-data.js';
import { Pricing } from '../run/price-merchants.js';
import { readBilledBefore } from '../run/read-billed-before.js';
import { WorkFolder } from '../run/work-folder.js';
import { BilledAmounts } from './billed-amounts.js';
import { changedContract } from './changed-contract.js';
import { compareInput } from './compare-input.js';
import type { ChangeRequest, CompareResult } from './compare-request.js';

export function compareChange(request: ChangeRequest): Promise<CompareResult> {
  return compareInput(request, comparedFrom);
}

async function comparedFrom(
  reference: ReferenceRead,
  request: ChangeRequest,
): Promise<CompareResult> {
  const { progress, contractId } = request;
  const { tables, problems: found } = reference;
  if (tables === null || runErrors(found).length > 0) return { data: null, problems: found };
  const changed = changedContract(reference.reads, contractId, request.changes);
  const problems = [...found, ...changed.problems];
  const spans = request.spansOf(tables.provider);
  if ('refused' in spans) return { data: null, problems: [...problems, spans.refused] };
  const { contract } = changed;
  if (contract === null) return { data: null, problems };
  const merchant = tables.merchants.find(({ merchantId }) => merchantId === contract.merchantId);
  assert(merchant !== undefined, 'a contract that can be changed is of a known merchant');
  const job = { request, merchant, contract, tables: withContract(tables, contract) };

  const cells: ComparisonCell[] = [];
  await using workFolder = await WorkFolder.create();
  for (const [at, span] of spans.entries()) {
    progress('comparing', at, spans.length);
    const month = await compareMonth(job, span, workFolder.path);
    if ('problems' in month) return { data: null, problems: [...problems, ...month.problems] };
    cells.push(month.cell);
  }
  const changes = [...request.changes].map(([column, cell]) => `${column}=${cell}`).join(', ');
  const name = `${contractId}: ${changes}`;
  const data = {
    provider: tables.provider,
    logo: tables.logo?.bytes ?? null,
    periods: spans.map(({ period }) => period.id),
    offers: [{ offerId: contractId, name, currency: contract.currency, saysTax: true }],
    merchants: [merchant],
    cells,
    breakEvens: [],
  };
  return { data, problems };
}

interface ChangeJob {
  readonly request: ChangeRequest;
  readonly merchant: Merchant;
  readonly contract: Contract;
  readonly tables: ReferenceTables;
}

/** The documents of the merchant in the contract's currency, as a run would draft them. */
async function compareMonth(
  { request, merchant, contract, tables }: ChangeJob,
  span: BillingSpan,
  workFolder: string,
): Promise<{ readonly cell: ComparisonCell } | { readonly problems: readonly Problem[] }> {
  const { input: inputFolder, output, memory } = request;
  const { merchantId } = merchant;
  const billed = await BilledAmounts.read(output, span.period.id, new Set([merchantId]));
  if (billed.problems.length > 0) return { problems: billed.problems };
  const ledger = { mode: 'publish', output } as const;
  const { billedBefore, problems: forgotten } = await readBilledBefore(ledger, span.period.id);
  if (forgotten.length > 0) return { problems: forgotten };
  await using facts = await openFacts({
    inputFolder,
    workFolder,
    tables,
    span,
    billedBefore,
    memory,
  });
  const errors = runErrors(facts.problems);
  if (errors.length > 0) return { problems: errors };
  const issueDate = span.period.lastDay;
  const pricing = new Pricing({
    tables,
    contractsGone: facts.contractsGone,
    span,
    issueDate,
    policy: (found) => found,
  });
  const contracts = pricing.contractsOf(merchantId);
  const usageOf = await facts.usageOf(contracts.map((one) => one.contractId));
  const priced = pricing.price(merchant, usageOf);
  const reason =
    [...facts.problems, ...priced.problems].find(
      (one) => one.severity === 'error' && one.merchantId === merchantId,
    ) ?? null;
  const { currency } = contract;
  const drafts = priced.drafts.filter((draft) => draft.currency.code === currency.code);
  return {
    cell: {
      merchantId,
      period: span.period.id,
      offerId: contract.contractId,
      billed: billed.of(merchantId, currency, true),
      total: reason === null ? sumAmounts(drafts.map(({ total }) => total)) : null,
      hasLines: drafts.length > 0,
      reason,
    },
  };
}

function withContract(tables: ReferenceTables, contract: Contract): ReferenceTables {
  const others = tables.contracts.filter(({ contractId }) => contractId !== contract.contractId);
  const contracts = [...others, contract].sort((left, right) =>
    left.contractId < right.contractId ? -1 : 1,
  );
  return { ...tables, contracts };
}
