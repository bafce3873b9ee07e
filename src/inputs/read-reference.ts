/** Reads provider.json and all reference tables of an input folder. */
import type { Merchant, Provider } from '../documents/document.js';
import { toMinorUnits } from '../money/amount.js';
import type { Contract } from '../pricing/contract.js';
import { asWarning, problem, type Problem } from '../problem.js';
import { buildContracts } from './contracts.js';
import { readProvider } from './provider.js';
import type { AdjustmentRow, EventDayRow, ReferenceFile, ReferenceTables } from './reference.js';
import { readTable, type RowOf } from './strict-csv.js';
import {
  ADJUSTMENTS,
  CONTRACT_TIERS,
  CONTRACTS,
  EVENT_DAYS,
  EXCHANGE_RATES,
  KPI_SCORES,
  MERCHANTS,
} from './tables.js';

export interface ReferenceRead {
  /** null where provider.json cannot be read: without it nothing can be said. */
  readonly tables: ReferenceTables | null;
  readonly problems: readonly Problem[];
  readonly files: readonly ReferenceFile[];
}

export async function readReference(folder: string): Promise<ReferenceRead> {
  const provider = await readProvider(folder);
  const merchants = await readTable(folder, MERCHANTS);
  const contracts = await readTable(folder, CONTRACTS);
  const tiers = await readTable(folder, CONTRACT_TIERS);
  const eventDays = await readTable(folder, EVENT_DAYS);
  const scores = await readTable(folder, KPI_SCORES);
  const adjustments = await readTable(folder, ADJUSTMENTS);
  const rates = await readTable(folder, EXCHANGE_RATES);
  const reads = [provider, merchants, contracts, tiers, eventDays, scores, adjustments, rates];
  const files = reads.flatMap(({ read }) => read ?? []);
  const problems = reads.flatMap((read) => read.problems);
  if (provider.provider === null) return { tables: null, problems, files };
  const { language } = provider.provider;
  const known = new Set(merchants.rows.map(({ merchant_id }) => merchant_id));
  // A row that cannot be read still names its merchant: the merchant is known, and blocked.
  for (const { file, merchantId } of merchants.problems) {
    if (file === MERCHANTS.file && merchantId !== null) known.add(merchantId);
  }
  const built = buildContracts(contracts.rows, tiers.rows, known);
  const adjusted = checkAdjustments(adjustments.rows, built.contracts, known);
  return {
    tables: {
      provider: provider.provider,
      merchants: merchants.rows.map((row) => merchantOf(row, language)).sort(byMerchantId),
      contracts: built.contracts,
      eventDays: eventDays.rows.filter((row) => known.has(row.merchant_id)).map(eventDayOf),
      scores: scores.rows.map((row) => ({
        ...row,
        contractId: row.contract_id,
        agentId: row.agent_id,
      })),
      adjustments: adjusted.adjustments,
      exchangeRates: rates.rows.map((row) => ({
        ...row,
        from: row.from_currency,
        to: row.to_currency,
      })),
    },
    problems: [
      ...problems,
      ...built.problems,
      ...unknownEventMerchants(eventDays.rows, known),
      ...unknownScoreContracts(scores.rows, contracts.rows),
      ...adjusted.problems,
    ],
    files,
  };
}

function merchantOf(
  row: RowOf<(typeof MERCHANTS)['shape']>,
  language: Provider['language'],
): Merchant {
  return {
    merchantId: row.merchant_id,
    name: row.name,
    legalName: row.legal_name,
    taxId: row.tax_id,
    address: row.address,
    email: row.email,
    language: row.language ?? language,
  };
}

function byMerchantId(left: Merchant, right: Merchant): number {
  return left.merchantId < right.merchantId ? -1 : 1;
}

type EventDayCells = RowOf<(typeof EVENT_DAYS)['shape']>;

function eventDayOf({
  record,
  merchant_id,
  store_id,
  date,
  event,
  agents,
}: EventDayCells): EventDayRow {
  return {
    record,
    merchantId: merchant_id,
    storeId: store_id,
    date,
    event,
    agents: agents?.numerator ?? 1n,
  };
}

function unknownEventMerchants(
  rows: readonly EventDayCells[],
  known: ReadonlySet<string>,
): Problem[] {
  return rows
    .filter(({ merchant_id }) => !known.has(merchant_id))
    .map(({ record, merchant_id: merchantId }) =>
      asWarning(
        problem(
          'merchant-unknown',
          { file: EVENT_DAYS.file, record, column: 'merchant_id', merchantId },
          `the merchant ${JSON.stringify(merchantId)} is not in merchants.csv`,
          'add the merchant, or correct its id; until then nobody is billed for the day',
        ),
      ),
    );
}

function unknownScoreContracts(
  rows: readonly RowOf<(typeof KPI_SCORES)['shape']>[],
  contracts: readonly { readonly contract_id: string }[],
): Problem[] {
  const known = new Set(contracts.map(({ contract_id }) => contract_id));
  return rows
    .filter(({ contract_id }) => !known.has(contract_id))
    .map(({ record, contract_id }) =>
      asWarning(
        problem(
          'contract-unknown',
          { file: KPI_SCORES.file, record, column: 'contract_id' },
          `the contract ${JSON.stringify(contract_id)} is not in contracts.csv`,
          'correct the id; the score counts for nobody',
        ),
      ),
    );
}

function checkAdjustments(
  rows: readonly RowOf<(typeof ADJUSTMENTS)['shape']>[],
  contracts: readonly Contract[],
  known: ReadonlySet<string>,
): { adjustments: AdjustmentRow[]; problems: Problem[] } {
  const adjustments: AdjustmentRow[] = [];
  const problems: Problem[] = [];
  const contractById = new Map(contracts.map((contract) => [contract.contractId, contract]));
  for (const row of rows) {
    const contract = row.contract_id === null ? undefined : contractById.get(row.contract_id);
    const found = adjustmentProblem(row, contract, known);
    if (found !== null) {
      problems.push(found);
      continue;
    }
    adjustments.push({
      record: row.record,
      adjustmentId: row.adjustment_id,
      period: row.period,
      merchantId: row.merchant_id,
      contractId: row.contract_id,
      currency: row.currency,
      amount: toMinorUnits(row.amount, row.currency),
      reason: row.reason,
      approvedBy: row.approved_by,
    });
  }
  return { adjustments, problems };
}

function adjustmentProblem(
  row: RowOf<(typeof ADJUSTMENTS)['shape']>,
  contract: Contract | undefined,
  known: ReadonlySet<string>,
): Problem | null {
  const isKnown = known.has(row.merchant_id);
  const place = {
    file: ADJUSTMENTS.file,
    record: row.record,
    merchantId: isKnown ? row.merchant_id : null,
  };
  const id = row.adjustment_id;
  if (!isKnown) {
    return problem(
      'merchant-unknown',
      { ...place, column: 'merchant_id' },
      `adjustment ${id} is of ${JSON.stringify(row.merchant_id)}, who is not in merchants.csv`,
      'correct the id, or add the merchant',
    );
  }
  if (!toMinorUnitsIsExact(row)) {
    return problem(
      'money-too-precise',
      { ...place, column: 'amount' },
      `adjustment ${id} has more digits than ${row.currency.code} has`,
      'round it',
    );
  }
  if (row.contract_id !== null && contract?.merchantId !== row.merchant_id) {
    return problem(
      'contract-unknown',
      { ...place, column: 'contract_id' },
      `adjustment ${id} names ${JSON.stringify(row.contract_id)}, which is no contract of ${row.merchant_id}`,
      'name one of its contracts, or leave the cell blank',
    );
  }
  if (contract !== undefined && contract.currency.code !== row.currency.code) {
    return problem(
      'adjustment-currency',
      { ...place, column: 'currency' },
      `adjustment ${id} is in ${row.currency.code}, and its contract in ${contract.currency.code}`,
      'give it the currency of its contract',
    );
  }
  return null;
}

function toMinorUnitsIsExact({ amount, currency }: RowOf<(typeof ADJUSTMENTS)['shape']>): boolean {
  const digits = amount.toDecimal().split('.')[1]?.length ?? 0;
  return digits <= currency.fractionDigits;
}
