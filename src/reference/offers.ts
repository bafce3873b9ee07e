/** `offers.csv`: prices that nobody signed, to be compared over facts that are there. */
import { append } from '../append.js';
import { findCurrency } from '../money/currency.js';
import { Rational } from '../money/rational.js';
import { FIRST_DATE } from '../period/local-date.js';
import type { Contract } from '../pricing/plans/registry.js';
import { factsOf } from '../pricing/plans/registry.js';
import { readContract } from '../pricing/read-contract.js';
import { assert, problem, type Problem } from '../problem.js';
import type { Attachments } from './attachments.js';
import { atPlaces, placesOf } from './table-places.js';
import { readTable, type RowOf, type TableRead } from './read-table.js';
import { CONTRACTS, OFFERS } from './table-specs.js';

export type OfferRow = RowOf<(typeof OFFERS)['shape']>;

export const OFFERS_FILE = OFFERS.file;

export interface Offer {
  readonly offerId: string;
  readonly name: string;
  /** In force since ever, for all stores, of nobody yet: see {@link offeredTo}. */
  readonly contract: Contract;
  /** Whether it says its tax; where it does not, its price is compared without any. */
  readonly saysTax: boolean;
  /** What it would take where no shifts tell; null: nobody knows. */
  readonly staffing: Staffing | null;
}

/** So many agents, each on so many days of a month. */
export interface Staffing {
  readonly agents: number;
  readonly days: number;
}

/** The contract that a merchant would have. */
export function offeredTo(merchantId: string, { contract }: Offer): Contract {
  return { ...contract, merchantId };
}

export interface OffersRead {
  /** In the order of the file; null where it names none. */
  readonly offers: readonly Offer[] | null;
  readonly problems: readonly Problem[];
}

/** `contractIds` are those of contracts.csv: what is attached to an id must be of one of the two. */
export async function readOffers(
  folder: string,
  attachmentsOf: Attachments,
  contractIds: ReadonlySet<string>,
): Promise<OffersRead> {
  const read = await table(folder);
  const { rows, cells, problems } = read;
  const places = placesOf([read]);
  if (cells.length === 0) return { offers: null, problems: atPlaces(problems, places) };
  const built = rows.map((row) => offerOf(row, attachmentsOf));
  const found = [
    ...problems,
    ...rows.filter((row) => contractIds.has(row.offer_id)).map(taken),
    ...built.flatMap((one) => one.problems),
  ];
  return { offers: built.flatMap(({ offer }) => offer ?? []), problems: atPlaces(found, places) };
}

/** The ids of the offers, readable or not: rows about them are about no contract. */
export async function readOfferIds(folder: string): Promise<Set<string>> {
  const { cells } = await table(folder);
  return new Set(cells.map((row) => row['offer_id'] ?? ''));
}

function table(folder: string): Promise<TableRead<(typeof OFFERS)['shape']>> {
  return readTable(folder, OFFERS, () => null);
}

/** An offer has no merchant whom its problems could block. */
export function offerOf(
  row: OfferRow,
  attachmentsOf: Attachments,
): { offer: Offer | null; problems: Problem[] } {
  const cells = cellsOf(row);
  const attached = attachmentsOf(cells);
  const { contract, problems: found } = readContract(cells, attached.attachments);
  const problems = [...found, ...attached.problems].map(ofOffer);
  if (contract !== null) append(problems, staffingProblems(row, contract));
  if (contract === null || problems.length > 0) return { offer: null, problems };
  const { offer_id: offerId, name, agents, days } = row;
  const isStaffed = agents !== null && days !== null;
  const staffing = isStaffed ? { agents: whole(agents), days: whole(days) } : null;
  return { offer: { offerId, name, contract, saysTax: row.tax_rate !== null, staffing }, problems };
}

/** The row of the contract that it would be. */
function cellsOf(row: OfferRow): Parameters<Attachments>[0] {
  return {
    ...row,
    contract_id: row.offer_id,
    merchant_id: '',
    store_id: null,
    starts_on: FIRST_DATE,
    ends_on: null,
    currency: row.currency ?? yuan(),
    tax_rate: row.tax_rate ?? Rational.ZERO,
    tax_included: row.tax_included ?? false,
    payment_terms: { kind: 'net', days: 0 },
  };
}

function yuan(): NonNullable<OfferRow['currency']> {
  const found = findCurrency('CNY');
  assert(found !== undefined, 'CNY is a currency');
  return found;
}

/** Agents and days go together, and with a plan that is priced by shifts. */
function staffingProblems(row: OfferRow, contract: Contract): Problem[] {
  const filled = (['agents', 'days'] as const).filter((column) => row[column] !== null);
  const place = { file: OFFERS.file, record: row.record };
  if (!factsOf(contract).includes('shifts'))
    return filled.map((column) =>
      problem(
        'cell-unused',
        { ...place, column },
        { case: 'plan', contractId: row.offer_id, plan: row.plan },
      ),
    );
  if (filled.length !== 1) return [];
  const column = row.agents === null ? 'agents' : 'days';
  return [problem('cell-blank', { ...place, column }, { case: 'staffing', offerId: row.offer_id })];
}

function ofOffer(found: Problem): Problem {
  const file = found.file === CONTRACTS.file ? OFFERS.file : found.file;
  return { ...found, file, merchantId: null };
}

function taken({ record, offer_id: offerId }: OfferRow): Problem {
  return problem('offer-id-taken', { file: OFFERS.file, record, column: 'offer_id' }, { offerId });
}

function whole(value: Rational): number {
  return Number(value.numerator);
}
