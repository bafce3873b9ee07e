/** Published months held against the input of today: which of their documents no longer agree, and by how much. */
import { groupBy } from '../group-by.js';
import type { IssuedDocument } from '../ledger/issued-document.js';
import { listBatches, listPeriods } from '../ledger/list-batches.js';
import { readBatch } from '../ledger/batch.js';
import { earlierBatchesHash } from '../ledger/read-manifests.js';
import { errorMessage } from '../error-message.js';
import { formatAmount, sumAmounts } from '../money/amount.js';
import { parsePeriod, periodBefore, wholePeriod, type Period } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import type { Billing } from './billing.js';
import { inputRecords } from './input-records.js';
import type { RunRequest } from './run-request.js';
import type { RunResult } from './run-result.js';

/** Prices a month without publishing it. */
export type AskAgain = (request: RunRequest) => Promise<RunResult>;

/** The month before the one that is billed; free where it was billed from the same input and ledger. */
export async function compareMonthBefore(billing: Billing, ask: AskAgain): Promise<Problem[]> {
  const { request, span } = billing;
  if (request.mode === 'check' || request.isComparison === true) return [];
  const before = periodBefore(span.period);
  const sequence = (await listBatches(request.output, before.id)).at(-1);
  if (sequence === undefined) return [];
  const { manifest } = await readBatch(request.output, before.id, sequence);
  const isSameInput = JSON.stringify(manifest.inputs) === JSON.stringify(inputRecords(billing));
  const isSameLedger = manifest.earlier === (await earlierBatchesHash(request.output, before.id));
  return isSameInput && isSameLedger ? [] : compareMonth(request, before, ask);
}

/** The published months after one that was just revised: refunds that they count may have changed. */
export async function compareLaterMonths(
  request: RunRequest,
  revised: string,
  ask: AskAgain,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const id of (await listPeriods(request.output)).filter((one) => one > revised)) {
    const period = parsePeriod(id);
    if (period === undefined || (await listBatches(request.output, id)).length === 0) continue;
    for (const found of await compareMonth(request, period, ask)) problems.push(found);
  }
  return problems;
}

async function compareMonth(
  request: RunRequest,
  period: Period,
  ask: AskAgain,
): Promise<Problem[]> {
  const asked: RunRequest = {
    ...request,
    mode: 'dry-run',
    isComparison: true,
    strict: false,
    reissued: new Set(),
    finance: [],
    progress: () => undefined,
    spanOf: (provider) => {
      const choice = request.spanOf(provider);
      return 'refused' in choice ? choice : { ...choice, span: wholePeriod(period), warnings: [] };
    },
  };
  try {
    return differences(period.id, await ask(asked));
  } catch (error) {
    const reason = errorMessage(error);
    const values = { case: 'failed', period: period.id, reason } as const;
    return [problem('published-month-differs', placeOf(period.id), values)];
  }
}

function placeOf(period: string, merchantId: string | null = null) {
  return { file: period, merchantId };
}

/** In order of merchant and currency. */
function differences(
  period: string,
  { status, documents, blocked, problems }: RunResult,
): Problem[] {
  if (status === 'refused')
    return problems.filter(({ code }) => code === 'published-month-differs');
  const groups = groupBy(documents, ({ merchantId, currency }) => `${merchantId} ${currency.code}`);
  const found = [...groups.values()].map((of) => difference(period, of));
  if (blocked.size > 0)
    found.push(
      problem('published-month-differs', placeOf(period), {
        case: 'blocked',
        period,
        merchants: blocked.size,
      }),
    );
  return found;
}

/** Of one merchant and currency: what is cancelled, and what would stand in its place. */
function difference(period: string, of: readonly [IssuedDocument, ...IssuedDocument[]]): Problem {
  const [{ merchantId, currency }] = of;
  const reversal = of.find(({ cancels }) => cancels !== null);
  const renewed = of.find(({ cancels }) => cancels === null);
  const amount = (value: bigint): string => `${formatAmount(value, currency)} ${currency.code}`;
  return problem('published-month-differs', placeOf(period, merchantId), {
    case: 'document',
    period,
    number: reversal?.cancels ?? null,
    before: amount(-(reversal?.total ?? 0n)),
    now: renewed === undefined ? null : amount(renewed.total),
    difference: amount(sumAmounts(of.map(({ total }) => total))),
  });
}
