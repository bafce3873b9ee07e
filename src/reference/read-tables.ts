/** Reads every reference table, in an order in which each row's merchant can be told. */
import { asWarning } from '../problem.js';
import type { KnownIds } from './build-contracts.js';
import { unknownSheets } from './reference-workbook.js';
import { namedMerchant, readTable, type Cells } from './read-table.js';
import { readOfferIds } from './offers.js';
import { NO_RECEIPTS, readReceipts, type ReceiptsRead } from './receipts.js';
import {
  ADJUSTMENTS,
  CALENDAR,
  CHARGES,
  CONTRACT_SURCHARGES,
  CONTRACT_TIERS,
  CONTRACTS,
  EVENT_DAYS,
  EXCHANGE_RATES,
  KPI_BANDS,
  KPI_INDICATORS,
  KPI_SCORES,
  KPI_VALUES,
  MERCHANTS,
  OFFERS,
} from './table-specs.js';

/** Each table as it was read, before rows were checked against one another. */
export type ReferenceReads = Awaited<ReturnType<typeof readTables>>['tables'];
/** A row that can be read of one of the tables. */
export type RowIn<Table extends keyof ReferenceReads> = ReferenceReads[Table]['rows'][number];

/** `receipts.csv` is read where documents say what was owed before them. */
export async function readTables(folder: string, hasReceipts: boolean) {
  const merchants = await readTable(folder, MERCHANTS);
  const merchantIds = new Set(merchants.cells.flatMap((cells) => namedMerchant(cells) ?? []));
  const knownMerchant = (cells: Cells): string | null => {
    const merchantId = namedMerchant(cells);
    return merchantId !== null && merchantIds.has(merchantId) ? merchantId : null;
  };
  const contracts = await readTable(folder, CONTRACTS, knownMerchant);
  const ownerOfContract = new Map(
    contracts.cells.map((cells) => [cells['contract_id'] ?? '', knownMerchant(cells)]),
  );
  const contractMerchant = (cells: Cells): string | null =>
    ownerOfContract.get(cells['contract_id'] ?? '') ?? null;
  const attached = {
    tiers: await readTable(folder, CONTRACT_TIERS, contractMerchant),
    surcharges: await readTable(folder, CONTRACT_SURCHARGES, contractMerchant),
    charges: await readTable(folder, CHARGES, contractMerchant),
    indicators: await readTable(folder, KPI_INDICATORS, contractMerchant),
    bands: await readTable(folder, KPI_BANDS, contractMerchant),
  };
  const unreadable = Object.values(attached).flatMap(({ rejected }) => rejected);
  const known: KnownIds = {
    merchants: merchantIds,
    contracts: new Set(ownerOfContract.keys()),
    offers: await readOfferIds(folder),
    withUnreadableRows: new Set(unreadable.map((cells) => cells['contract_id'] ?? '')),
  };
  const tables = {
    merchants,
    contracts,
    ...attached,
    eventDays: await readTable(folder, EVENT_DAYS),
    scores: await readTable(folder, KPI_SCORES, contractMerchant),
    indicatorValues: await readTable(folder, KPI_VALUES, contractMerchant),
    calendar: await readTable(folder, CALENDAR),
    adjustments: await readTable(folder, ADJUSTMENTS, knownMerchant),
    rates: await readTable(folder, EXCHANGE_RATES),
    receipts: hasReceipts ? await receiptsToPrint(folder) : NO_RECEIPTS,
  };
  const files = Object.values(tables).map(({ file }) => file);
  const problems = await unknownSheets(folder, [...files, OFFERS.file]);
  return { tables, known, ownerOfContract, problems };
}

/** What is wrong in them blocks no document. */
async function receiptsToPrint(folder: string): Promise<ReceiptsRead> {
  const read = await readReceipts(folder, null);
  return { ...read, problems: read.problems.map(asWarning) };
}
