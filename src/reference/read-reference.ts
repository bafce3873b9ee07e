/** Reads provider.json and all reference tables of an input folder. */
import { append } from '../append.js';
import type { Merchant } from '../documents/document.js';
import { groupBy } from '../group-by.js';
import { nearestWord } from '../words/nearest-word.js';
import type { FinanceProfileName } from './finance-profiles.js';
import { asWarning, blockedMerchants, problem, type Problem } from '../problem.js';
import { checkAdjustments } from './check-adjustments.js';
import { appraisalProblems } from './appraisal-problems.js';
import { attachmentsOf, type AttachedRows } from './attachments.js';
import { buildContracts, unknownContracts } from './build-contracts.js';
import type { InputFile } from './file-identity.js';
import { merchantOf } from './merchants.js';
import { mailWarnings } from './mail-addresses.js';
import { NO_FINANCE, readFinance } from './read-finance.js';
import { readLogo } from './read-logo.js';
import { readProvider } from './read-provider.js';
import type {
  EventDayRow,
  ExchangeRateRow,
  IndicatorValueRow,
  ReferenceTables,
  ScoreRow,
} from './reference-tables.js';
import { readTables, type ReferenceReads } from './read-tables.js';
import type { RowOf } from './read-table.js';
import { EVENT_DAYS, EXCHANGE_RATES, KPI_SCORES, KPI_VALUES } from './table-specs.js';

export interface ReferenceRead {
  /** null where provider.json cannot be read: without it nothing can be said. */
  readonly tables: ReferenceTables | null;
  readonly problems: readonly Problem[];
  readonly files: readonly InputFile[];
  readonly reads: ReferenceReads;
}

/** `profiles`: the accounting systems to write for; null: those of provider.json. */
export async function readReference(
  folder: string,
  profiles: readonly FinanceProfileName[] | null = null,
): Promise<ReferenceRead> {
  const provider = await readProvider(folder);
  const logo = await readLogo(folder, provider.logo);
  const wanted = profiles ?? provider.finance;
  const finance = wanted.length === 0 ? NO_FINANCE : await readFinance(folder);
  const {
    tables,
    known,
    ownerOfContract,
    problems: ofWorkbook,
  } = await readTables(folder, provider.printsBalance);
  const reads = [provider, logo, finance, ...Object.values(tables)];
  const files = eachFileOnce(reads.flatMap(({ read }) => read ?? []));
  const problems = [...eachFaultOnce(reads.flatMap((read) => read.problems)), ...ofWorkbook];
  if (provider.provider === null) return { tables: null, problems, files, reads: tables };
  const { language } = provider.provider;
  const attached = attachedRows(tables);
  const built = buildContracts(tables.contracts.rows, attachmentsOf(attached), known);
  append(problems, unknownContracts(known, attached));
  append(problems, built.problems);
  append(problems, appraisalProblems(tables, ownerOfContract));
  append(problems, unknownEventMerchants(tables.eventDays.rows, known.merchants));
  append(problems, mailWarnings(tables.merchants.rows));
  const blocked = blockedMerchants(problems);
  const isSound = ({ merchantId }: { readonly merchantId: string }): boolean =>
    !blocked.has(merchantId);
  const contracts = built.contracts.filter(isSound);
  const adjusted = checkAdjustments(tables.adjustments.rows, {
    merchants: known.merchants,
    ownerOfContract,
    contractById: new Map(contracts.map((contract) => [contract.contractId, contract])),
  });
  const merchants = tables.merchants.rows.map((row) => merchantOf(row, language));
  const eventDays = tables.eventDays.rows.map(eventDayOf);
  return {
    tables: {
      provider: provider.provider,
      logo: logo.logo,
      merchants: merchants.sort(byMerchantId),
      contracts,
      eventDays: eventDays.filter(({ merchantId }) => known.merchants.has(merchantId)),
      scores: tables.scores.rows.map(scoreOf),
      indicatorValues: tables.indicatorValues.rows.map(indicatorValueOf),
      calendar: tables.calendar.rows,
      adjustments: adjusted.adjustments,
      exchangeRates: tables.rates.rows.map(exchangeRateOf),
      receipts: provider.printsBalance ? tables.receipts.receipts : null,
      finance: {
        profiles: finance.settings === null ? [] : wanted,
        settings: finance.settings ?? {},
        template: finance.template,
      },
    },
    problems: [...problems, ...adjusted.problems],
    files,
    reads: tables,
  };
}

/** Each table says that the workbook for all of them cannot be read. */
function eachFaultOnce(problems: readonly Problem[]): Problem[] {
  const unreadable = new Set<string>();
  return problems.filter(({ code, file }) => {
    if (code !== 'file-unreadable') return true;
    const isFirst = !unreadable.has(file);
    unreadable.add(file);
    return isFirst;
  });
}

/** A workbook that holds several tables has the rows of all of them. */
function eachFileOnce(reads: readonly InputFile[]): InputFile[] {
  return [...groupBy(reads, ({ file }) => file).values()].map((of) => {
    const rows = of.reduce((total, one) => total + one.rows, 0);
    return { ...of[0], rows };
  });
}

/** The readable rows of the tables that are about contracts. */
export function attachedRows(tables: ReferenceReads): AttachedRows {
  const { tiers, surcharges, charges, indicators, bands } = tables;
  return {
    tiers: tiers.rows,
    surcharges: surcharges.rows,
    charges: charges.rows,
    indicators: indicators.rows,
    bands: bands.rows,
  };
}

function indicatorValueOf(row: RowOf<(typeof KPI_VALUES)['shape']>): IndicatorValueRow {
  const { record, period, contract_id: contractId, agent_id: agentId, indicator, value } = row;
  return { record, period, contractId, agentId, indicator, value };
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
          { case: 'event-day', merchantId, nearest: nearestWord(merchantId, [...known]) },
        ),
      ),
    );
}

function scoreOf(row: RowOf<(typeof KPI_SCORES)['shape']>): ScoreRow {
  const { record, period, contract_id: contractId, agent_id: agentId, score } = row;
  return { record, period, contractId, agentId, score };
}

function exchangeRateOf(row: RowOf<(typeof EXCHANGE_RATES)['shape']>): ExchangeRateRow {
  const { record, period, from_currency: from, to_currency: to, rate } = row;
  return { record, period, from, to, rate };
}
