import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/period/local-date.js';
import {
  allMonths,
  earnersOf,
  exceedSeats,
  monthlyRate,
  monthsOf,
  workloadProblems,
  type AgentRateContract,
} from '../../src/pricing/agent-months.js';
import { valueOf } from '../../src/pricing/terms.js';
import { NO_USAGE, type AttendanceDay } from '../../src/pricing/usage.js';
import { attendance, consultations, decimal, fixedSalary, span, tiers } from './builders.js';

const OCTOBER = span('2026-10');
const HOUR = 3_600_000_000n;
const CONTRACT: AgentRateContract = fixedSalary('5200', '0');

function worked(agentId: string, shift: string, date: string, hours: bigint): AttendanceDay {
  return { agentId, shift, date: localDate(date), workedMicroseconds: hours * HOUR };
}

function agentDays(days: readonly AttendanceDay[], per: 'agent' | 'shift'): [string, string][] {
  return earnersOf(CONTRACT, days, per).map(({ agentId, shift, agentDays: count }) => [
    shift === null ? agentId : `${agentId} ${shift}`,
    count.toFraction(),
  ]);
}

describe('agent-days', () => {
  it('are min(1, worked hours / 8) on each date: 8 h and 12 h and 2 h are 1 + 1 + 1/4', () => {
    const days = [
      worked('A', 'day', '2026-10-01', 8n),
      worked('A', 'day', '2026-10-02', 12n),
      worked('A', 'day', '2026-10-03', 2n),
    ];
    expect(agentDays(days, 'agent')).toEqual([['A', '9/4']]);
  });

  it('of one date are one agent-day over all shifts, or one for each shift', () => {
    const days = [worked('A', 'evening', '2026-10-01', 8n), worked('A', 'day', '2026-10-01', 8n)];
    expect(agentDays(days, 'agent')).toEqual([['A', '1']]);
    expect(agentDays(days, 'shift')).toEqual([
      ['A day', '1'],
      ['A evening', '1'],
    ]);
  });

  it('are in order of agent and shift, and of nobody who did not work', () => {
    const days = [
      worked('B', 'day', '2026-10-01', 8n),
      worked('C', 'day', '2026-10-01', 0n),
      worked('A', 'day', '2026-10-01', 8n),
    ];
    expect(agentDays(days, 'agent')).toEqual([
      ['A', '1'],
      ['B', '1'],
    ]);
  });
});

describe('months', () => {
  const months = (days: string): string =>
    valueOf(
      monthsOf(CONTRACT, { agentId: 'A', shift: null, agentDays: decimal(days) }),
    ).toFraction();

  it('are agent-days / 26, and one at the most', () => {
    expect(months('20.5')).toBe('41/52');
    expect(months('26')).toBe('1');
    expect(months('31')).toBe('1');
  });

  it('of all earners are held against the seats: 1 + 1/2 exceed 1, and are just 1.5', () => {
    const earners = earnersOf(
      CONTRACT,
      [...attendance('A', 'day', 31), ...attendance('B', 'day', 13)],
      'agent',
    );
    expect(valueOf(allMonths(CONTRACT, earners)).toDecimal()).toBe('1.5');
    const withSeats = (seats: string | null): boolean =>
      exceedSeats({ ...CONTRACT, seats: seats === null ? null : decimal(seats) }, earners);
    expect([withSeats('1'), withSeats('1.5'), withSeats(null)]).toEqual([true, false, false]);
  });
});

describe('the rate by workload', () => {
  const contract = {
    ...CONTRACT,
    rate: null,
    workload: tiers(['100', '4800'], ['120', '5200'], [null, '5600']),
  };
  const earners = earnersOf(contract, attendance('A', 'day', 26), 'agent');
  const rate = (count: number): string =>
    valueOf(
      monthlyRate(contract, OCTOBER, earners, consultations('2026-10-01', [count])),
    ).toDecimal();

  it('3,100 consultations in 26 agent-days: 119.23, the tier up to 120', () => {
    expect(rate(3_100)).toBe('5200');
  });

  it('changes just above a limit: 2,600 / 26 = 100, 3,121 / 26 > 120', () => {
    expect([rate(2_600), rate(2_601), rate(3_120), rate(3_121)]).toEqual([
      '4800',
      '5200',
      '5200',
      '5600',
    ]);
  });

  it('is a problem where agents worked on a date and no row says how much they were asked', () => {
    const usage = {
      ...NO_USAGE,
      attendance: attendance('A', 'day', 2),
      consultationDays: consultations('2026-10-01', [0]),
    };
    // a row of 0 is a row, and a date on which nobody worked needs none
    const ofOneDay = { ...usage, attendance: attendance('A', 'day', 1) };
    expect(workloadProblems(contract, ofOneDay)).toEqual([]);
    expect(workloadProblems(contract, usage)).toMatchObject([
      { code: 'workload-unknown', values: { dates: ['2026-10-02'] } },
    ]);
    expect(workloadProblems(contract, NO_USAGE)).toEqual([]);
    expect(workloadProblems(CONTRACT, usage)).toEqual([]);
  });
});
