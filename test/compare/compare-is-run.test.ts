/**
 * What a comparison says of an offer is what a run bills: over random months, each offer's total is the
 * total of the documents of a run on a copied folder whose contracts.csv is the offer; and where it cannot
 * be priced, the run bills the merchant nothing either.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';
import { billedAmount, billedUnder, comparedAmount, type BilledRun } from './billed-under.js';
import { compareIn, dayOf, writeInput, writeTable, type InputRows } from './inputs.js';

const PERIOD = '2026-10';
const BEFORE = '2026-09';
const MERCHANTS = ['M1', 'M2'] as const;

/** As they stand in offers.csv, and with a merchant in contracts.csv. */
const COLUMNS =
  'plan,role,rate,seats,commission_rate,partial_refunds,overflow_rate,window_start,window_end,minimum_hours,included_consultations,discount_rate,minimum_fee,maximum_fee,commission_cap';
const OFFERS: readonly (readonly [id: string, cells: string])[] = [
  ['salary', 'fixed_salary,,5200,2,,,,,,,,,,,'],
  ['after', 'fixed_salary,after_sales,4800,,,,,,,,,0.05,,,'],
  ['base', 'base_commission,,1500,,0.02,,,,,,,,3000,,'],
  ['strict', 'base_commission,,1200,,0.03,exclude,,,,,,,,,500'],
  ['ladder', 'consultation_ladder,,,,,,1.20,,,,,,,2500,'],
  ['previous', 'consultation_ladder,,,,,,,,,,,,,,'],
  ['each', 'per_consultation,,900,,,,,,,,400,,,,'],
  ['hours', 'hourly,,25,,,,,,,4,,,,,'],
  ['custody', 'temporary_custody,,150,1,,,,22:00,08:00,,,,,,'],
  ['event', 'event_hosting,,200,,,,,,,,,,,,'],
];
const TIERS = [
  'ladder,daily_consultations,,20,60',
  'ladder,daily_consultations,,60,110',
  'previous,previous_average_daily_consultations,,30,1900',
  'previous,previous_average_daily_consultations,,,2600',
  'each,monthly_consultations,graduated,300,1.1',
  'each,monthly_consultations,graduated,,0.7',
];

const merchant = fc.constantFrom(...MERCHANTS);
const dayOfMonth = fc.integer({ min: 1, max: 31 });
const shift = fc.record({
  merchant,
  day: dayOfMonth,
  agent: fc.constantFrom('A', 'B', 'C'),
  role: fc.constantFrom('pre_sales', 'after_sales'),
  hour: fc.integer({ min: 0, max: 23 }),
  hours: fc.integer({ min: 1, max: 8 }),
  status: fc.constantFrom('worked', 'worked', 'worked', 'leave'),
});
const order = fc.record({
  merchant,
  /** Before October, so that its refund is a late one. */
  isEarlier: fc.boolean(),
  day: fc.integer({ min: 1, max: 30 }),
  fen: fc.integer({ min: 100, max: 9_000_00 }),
  isAttributed: fc.boolean(),
  refunded: fc.option(fc.record({ day: dayOfMonth, part: fc.integer({ min: 1, max: 100 }) })),
});
const facts = fc.record({
  shifts: fc.uniqueArray(shift, {
    maxLength: 40,
    // one shift a day and agent: two would overlap
    selector: ({ merchant: of, day, agent }) => `${of} ${agent} ${day}`,
  }),
  orders: fc.array(order, { maxLength: 25 }),
  /** By merchant, the consultations of each day; null for no row. */
  consultations: fc.array(
    fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 61, maxLength: 61 }),
    { minLength: 2, maxLength: 2 },
  ),
  missingDay: fc.option(fc.tuple(fc.nat(1), fc.nat(60)), { freq: 3 }),
  events: fc.uniqueArray(fc.tuple(merchant, dayOfMonth, fc.integer({ min: 1, max: 3 })), {
    maxLength: 6,
    selector: ([of, day]) => `${of} ${day}`,
  }),
});
type Facts = typeof facts extends fc.Arbitrary<infer Value> ? Value : never;

it('is what a run bills', async () => {
  await fc.assert(
    fc.asyncProperty(facts, async (found) => {
      const [input, output] = [temporaryFolder(), temporaryFolder()];
      writeMonth(input, found);
      writeTable(input, 'offers.csv', `offer_id,name,${COLUMNS}`, OFFERS.map(offerRow));
      const { data, problems } = await compareIn(input, output, [PERIOD]);
      expect(problems).toEqual([]);
      for (const [id, cells] of OFFERS) {
        const billed = await billedUnderOffer(input, id, cells);
        for (const cell of (data?.cells ?? []).filter(({ offerId }) => offerId === id))
          expect({ id, ...comparedAmount(cell) }).toEqual({ id, ...billedAmount(cell, billed) });
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

function offerRow([id, cells]: readonly [string, string]): string {
  return `${id},${id},${cells}`;
}

/** A run on a copy whose contracts are the offer, one for each merchant, in force since long before. */
function billedUnderOffer(input: string, id: string, cells: string): Promise<BilledRun> {
  const copy = temporaryCopy(input);
  // a shift cannot name a contract that is no more
  const shifts = readFileSync(join(copy, 'shifts.csv'), 'utf8').replaceAll(',C1\n', ',\n');
  writeFileSync(join(copy, 'shifts.csv'), shifts);
  const columns = `contract_id,merchant_id,starts_on,currency,tax_rate,tax_included,payment_terms,${COLUMNS}`;
  const contracts = MERCHANTS.map(
    (of) => `${id}-${of},${of},2020-01-01,CNY,0,false,net 30,${cells}`,
  );
  writeTable(copy, 'contracts.csv', columns, contracts);
  const tiers = TIERS.filter((row) => row.startsWith(`${id},`)).flatMap((row) =>
    MERCHANTS.map((of) => row.replace(`${id},`, `${id}-${of},`)),
  );
  writeTable(copy, 'contract-tiers.csv', 'contract_id,scale,mode,up_to,price', tiers);
  writeTable(copy, 'offers.csv', `offer_id,name,${COLUMNS}`, []);
  return billedUnder(copy, PERIOD);
}

function writeMonth(folder: string, found: Facts): void {
  const { shifts, orders, events, consultations, missingDay } = found;
  const rows: InputRows = {
    'merchants.csv': MERCHANTS.map((of) => `${of},${of}`),
    // a contract that owns nothing of it: what merchants have signed plays no part
    'contracts.csv': ['C1,M1,fixed_salary,2026-01-01,CNY,9000,,0.06,false,net 30'],
    'shifts.csv': shifts.map((one, at) => {
      const start = DateTime.fromISO(dayOf(PERIOD, one.day), { zone: 'utc' }).plus({
        hours: one.hour,
      });
      const times = [start, start.plus({ hours: one.hours })].map((time) =>
        time.toFormat("yyyy-MM-dd'T'HH:mm"),
      );
      // some name the contract that the merchant has
      const named = at % 5 === 0 && one.merchant === 'M1' && one.role === 'pre_sales' ? 'C1' : '';
      return `S${at},${one.merchant},S1,${one.agent},${one.role},day,${times.join(',')},${one.status},${named}`;
    }),
    'consultations.csv': MERCHANTS.flatMap((of, which) =>
      (consultations[which] ?? []).flatMap((count, at) => {
        if (missingDay?.[0] === which && missingDay[1] === at) return [];
        const date = at < 30 ? dayOf(BEFORE, at + 1) : dayOf(PERIOD, at - 29);
        return [`${date},${of},S1,pre_sales,,${count}`];
      }),
    ),
    'orders.csv': orders.map((one, at) => {
      const date = dayOf(one.isEarlier ? BEFORE : PERIOD, one.day);
      const amount = (one.fen / 100).toFixed(2);
      return `O${at},${one.merchant},S1,${date}T12:00,${amount},CNY,${one.isAttributed ? 'A' : ''}`;
    }),
    'refunds.csv': orders.flatMap(({ fen, refunded, day, isEarlier }, at) => {
      if (refunded === null) return [];
      const on = isEarlier ? refunded.day : Math.max(day, refunded.day);
      const amount = (Math.floor((fen * refunded.part) / 100) / 100).toFixed(2);
      return [`R${at},O${at},${dayOf(PERIOD, on)}T13:00,${amount}`];
    }),
  };
  writeInput(folder, rows);
  writeTable(folder, 'contract-tiers.csv', 'contract_id,scale,mode,up_to,price', TIERS);
  writeTable(
    folder,
    'event-days.csv',
    'merchant_id,store_id,date,event,agents',
    events.map(([of, day, agents]) => `${of},,${dayOf(PERIOD, day)},Sale,${agents}`),
  );
}
