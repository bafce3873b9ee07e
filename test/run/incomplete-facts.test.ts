import { describe, expect, it } from 'vitest';
import type { DatedTable } from '../../src/facts/dated-tables.js';
import type { FactExtent } from '../../src/facts/usage/fact-extents.js';
import { localDate } from '../../src/period/local-date.js';
import { incompleteFacts, type FactsToJudge } from '../../src/run/incomplete-facts.js';
import { baseCommission, decimal, fixedSalary, span } from '../pricing/builders.js';

/** `30: 09-01 to 09-30`, or `0`. */
function extent(table: DatedTable, text: string): FactExtent {
  const [rows = '', first, last] = text.split(/: | to /);
  const date = (day: string | undefined) => (day === undefined ? null : localDate(`2026-${day}`));
  return { table, rows: Number(rows), first: date(first), last: date(last) };
}

/** `severity table case` of what is found of one table, October after September. */
function found(
  table: DatedTable,
  now: string,
  then: string | null,
  changes: Partial<FactsToJudge> = {},
): string[] {
  const before = then === null ? null : { period: '2026-09', facts: [extent(table, then)] };
  return incompleteFacts({
    contracts: [COMMISSION],
    span: span('2026-10'),
    facts: [extent(table, now)],
    before,
    accepted: new Set(),
    isUnattended: false,
    ...changes,
  }).map(({ severity, file, values }) => {
    return `${severity} ${file} ${'case' in values ? values.case : ''}`;
  });
}

const COMMISSION = baseCommission('1500', { scale: 'flat', rate: decimal('0.02') });
const REFUSED = ['error orders month-before'];
const WARNED = ['warning orders first-month'];

describe('beside the month before', () => {
  it.each([
    // 30 days of 30: nothing lacks; 31 rows of October are more than half of 60, 29 of 60 are fewer.
    ['31: 10-01 to 10-31', '30: 09-01 to 09-30', []],
    ['31: 10-01 to 10-31', '60: 09-01 to 09-30', []],
    ['30: 10-01 to 10-31', '60: 09-01 to 09-30', []],
    ['29: 10-01 to 10-31', '60: 09-01 to 09-30', REFUSED],
    ['0', '1: 09-05 to 09-05', REFUSED],
    // It begins on the 3rd, two days late, or on the 4th, three days late.
    ['30: 10-03 to 10-31', '30: 09-01 to 09-30', []],
    ['30: 10-04 to 10-31', '30: 09-01 to 09-30', REFUSED],
    // Days count from the end of each month: until the 29th two are missing, until the 28th three.
    ['30: 10-01 to 10-29', '30: 09-01 to 09-30', []],
    ['30: 10-01 to 10-28', '30: 09-01 to 09-30', REFUSED],
    // It ended six days early in September too; more than then is not too little.
    ['30: 10-01 to 10-25', '30: 09-01 to 09-24', []],
    ['90: 10-01 to 10-31', '30: 09-10 to 09-20', []],
    // A single day has no ends.
    ['1: 10-05 to 10-05', '1: 09-28 to 09-28', []],
  ])('%s after %s: %j', (now, then, expected) => {
    expect(found('orders', now, then)).toEqual(expected);
  });

  it('lets pass what somebody has looked at, as a warning', () => {
    const accepted = new Set(['orders']);
    expect(found('orders', '0', '30: 09-01 to 09-30', { accepted })).toEqual([
      'warning orders month-before',
    ]);
    expect(found('shifts', '0', '30: 09-01 to 09-30', { accepted })).toEqual([
      'error shifts month-before',
    ]);
  });

  it('asks for nothing that no contract in force needs', () => {
    const contracts = [fixedSalary('5200', '0.15')];
    expect(found('orders', '0', '30: 09-01 to 09-30', { contracts })).toEqual([]);
    const ended = { ...COMMISSION, endsOn: localDate('2026-09-30') };
    expect(found('orders', '0', '30: 09-01 to 09-30', { contracts: [ended] })).toEqual([]);
  });

  it('wonders at refunds where there were many', () => {
    expect(found('refunds', '0', '9: 09-01 to 09-30')).toEqual([]);
    expect(found('refunds', '0', '10: 09-01 to 09-30')).toEqual(['error refunds month-before']);
  });

  it('counts no rows of a month to date, and looks for its days until then', () => {
    const until = { ...span('2026-10'), through: localDate('2026-10-12') };
    const then = '30: 09-01 to 09-30';
    expect(found('orders', '12: 10-01 to 10-12', then, { span: until })).toEqual([]);
    expect(found('orders', '9: 10-01 to 10-09', then, { span: until })).toEqual(REFUSED);
  });
});

describe('in a first month', () => {
  it.each([
    ['31: 10-01 to 10-31', []],
    ['2: 10-03 to 10-29', []],
    ['12: 10-01 to 10-12', WARNED],
    ['12: 10-04 to 10-31', WARNED],
    ['0', WARNED],
  ])('%s: %j', (now, expected) => {
    expect(found('orders', now, null)).toEqual(expected);
    // A month before without a row tells no more than none.
    expect(found('orders', now, '0')).toEqual(expected);
  });

  it('counts the days of the contracts', () => {
    const contracts = [
      {
        ...COMMISSION,
        startsOn: localDate('2026-10-10'),
        endsOn: localDate('2026-10-20'),
      },
    ];
    expect(found('orders', '5: 10-12 to 10-18', null, { contracts })).toEqual([]);
    expect(found('orders', '5: 10-13 to 10-18', null, { contracts })).toEqual(WARNED);
  });

  it('stops where nobody looks and there is no fact at all', () => {
    expect(found('orders', '0', null, { isUnattended: true })).toEqual([
      'error orders first-month',
    ]);
    expect(found('orders', '1: 10-05 to 10-05', null, { isUnattended: true })).toEqual(WARNED);
  });
});

describe('contracts that need no facts, where nobody looks', () => {
  const unattended = { contracts: [], isUnattended: true };

  it('stop at the month that the facts reach', () => {
    expect(found('orders', '0', '30: 09-01 to 09-30', unattended)).toEqual(REFUSED);
    expect(found('orders', '1: 10-05 to 10-05', '30: 09-01 to 09-30', unattended)).toEqual([]);
  });

  it('go on where there were no facts before, or somebody looks', () => {
    expect(found('orders', '0', '0', unattended)).toEqual([]);
    expect(found('orders', '0', null, unattended)).toEqual([]);
    expect(found('orders', '0', '30: 09-01 to 09-30', { contracts: [] })).toEqual([]);
  });
});
