/** The five offers that are compared where `offers.csv` names none: what this trade usually charges. */
import { attachmentsOf } from '../reference/attachments.js';
import { offerOf, type Offer } from '../reference/offers.js';
import { readCells } from '../reference/read-table.js';
import { CONTRACT_TIERS, OFFERS } from '../reference/table-specs.js';
import { assert } from '../problem.js';
import type { Say } from '../words/bilingual.js';
import { USUAL_OFFER_NAMES } from '../words/comparison-words.js';

/** As they would stand in offers.csv. */
const ROWS = [
  { offer_id: 'salary', plan: 'fixed_salary', rate: '5200' },
  { offer_id: 'base', plan: 'base_commission', rate: '1500', commission_rate: '0.02' },
  { offer_id: 'ladder', plan: 'consultation_ladder', overflow_rate: '1.20' },
  { offer_id: 'event', plan: 'event_hosting', rate: '200' },
  { offer_id: 'custody', plan: 'temporary_custody', rate: '150' },
] as const;

/** As they would stand in contract-tiers.csv. */
const TIERS = [
  ['50', '60'],
  ['100', '110'],
  ['150', '150'],
].map(([up_to = '', price = '']) => ({
  contract_id: 'ladder',
  scale: 'daily_consultations',
  up_to,
  price,
}));

export function usualOffers(say: Say): Offer[] {
  const tiers = TIERS.map((cells, at) => rowOf(readCells(CONTRACT_TIERS, cells, at + 1)));
  const nothing = { surcharges: [], charges: [], indicators: [], bands: [] };
  const attached = attachmentsOf({ tiers, ...nothing });
  return ROWS.map((cells, at) => {
    const name = say(USUAL_OFFER_NAMES[cells.offer_id]);
    const row = rowOf(readCells(OFFERS, { ...cells, name, currency: 'CNY' }, at + 1));
    const { offer } = offerOf(row, attached);
    assert(offer !== null, `the usual offer ${cells.offer_id} is sound`);
    return offer;
  });
}

function rowOf<Row>({ row }: { readonly row: Row | null }): Row {
  assert(row !== null, 'a usual offer can be read');
  return row;
}
