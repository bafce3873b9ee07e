/** What the statement behind an invoice says of surcharges and of scores. */
import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import type { StatementContract } from '../../../src/output/pdf/statement.js';
import type { Contract } from '../../../src/pricing/plans/registry.js';
import { surchargedOf } from '../../../src/pricing/plans/registry.js';
import { NO_USAGE, type Usage } from '../../../src/pricing/usage.js';
import {
  context,
  decimal,
  fixedSalary,
  hourly,
  priced,
  surcharge,
  workedShift,
} from '../../pricing/builders.js';
import { calendarOf } from '../../../src/pricing/calendar.js';
import { localDate } from '../../../src/period/local-date.js';
import { isInstalled } from '../../support/tools.js';
import { invoice, PROVIDER } from './documents.js';

const CALENDAR = calendarOf([{ date: localDate('2026-10-01'), tag: 'holiday' }]);
const NIGHT = surcharge('1.3', {
  name: 'night',
  window: { startMinute: 22 * 60, endMinute: 6 * 60 },
});
const HOLIDAY = surcharge('3', { name: 'holiday', dayTag: 'holiday' });

/** The statement of an invoice of one contract, a line of text each; columns are apart by blanks. */
function statementOf(
  contract: Contract,
  shifts: Usage['shifts'],
  achieved = context().achieved,
  more: Partial<StatementContract> = {},
): string[] {
  const attendance = shifts.map(({ agentId, shift, date, workedMicroseconds }) => {
    return { agentId, shift, date, workedMicroseconds };
  });
  const usage = { ...NO_USAGE, shifts, attendance };
  const { lines, problems } = priced(contract, usage, { calendar: CALENDAR, achieved });
  expect(problems).toEqual([]);
  const { contractId, plan } = contract;
  const surcharged = surchargedOf(contract, usage, CALENDAR.hasTag).map((one) => ({
    ...one,
    surcharge: one.surcharge.name,
  }));
  const stated: StatementContract = { contractId, plan, usage, surcharged, ...more };
  const document = invoice(lines.map((line) => ({ ...line, plan })));
  const input = renderPdf(document, PROVIDER, { balanceBefore: null, contracts: [stated] });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  const below = text.slice(text.search(/Statement\s+2026/));
  return below.split('\n').map((row) => row.trim().replace(/ {2,}/g, ' | '));
}

describe.runIf(isInstalled('pdftotext'))('a statement', () => {
  it('says which times of which days lie under a surcharge, for each agent', () => {
    const contract = { ...hourly('25', '0'), surcharges: [HOLIDAY, NIGHT] };
    const rows = statementOf(contract, [
      workedShift('A', '2026-10-01', 20, 8),
      workedShift('A', '2026-10-05', 20, 10),
      workedShift('A', '2026-10-06', 20, 10),
      workedShift('B', '2026-10-06', 21, 2),
      workedShift('B', '2026-10-07', 9, 8),
    ]);
    const from = rows.indexOf('Times under surcharges');
    expect(from).toBeGreaterThan(0);
    // the 1st is a holiday, all 8 hours from 20:00; of the 5th and 6th 22:00 to 06:00, 8 hours each
    expect(
      rows
        .slice(from + 1)
        .filter((row) => row !== '')
        .slice(0, 5),
    ).toEqual([
      'holiday',
      'A | 8.0 h | 10-01 20:00–04:00',
      'night',
      'A | 16.0 h | 10-05–06 22:00–06:00',
      'B | 1.0 h | 10-06 22:00–23:00',
    ]);
  });

  it('says how a score came about: value, band, points and weight of each indicator', () => {
    const salary = fixedSalary('5200', '0.1');
    const band = (of: string, points: string) => ({ from: decimal(of), points: decimal(points) });
    const indicators = [
      { name: '转化率', weight: decimal('3'), bands: [band('0.2', '80'), band('0.3', '120')] },
      { name: '满意度', weight: decimal('1'), bands: [band('90', '100')] },
    ];
    const contract = { ...salary, appraisal: { share: decimal('0.1'), from: null, indicators } };
    const measured = (indicator: string, value: string) => ({
      agentId: null,
      indicator,
      value: decimal(value),
    });
    const rows = statementOf(contract, [workedShift('A', '2026-10-05', 9, 8)], {
      scores: new Map(),
      indicatorValues: [measured('转化率', '0.35'), measured('满意度', '85')],
    });
    const from = rows.indexOf('Indicators');
    // (3 × 120 + 1 × 0) / (100 × 4) = 0.9
    expect(
      rows
        .slice(from + 1)
        .filter((row) => row !== '')
        .slice(0, 4),
    ).toEqual([
      'A | Score 0.9',
      'Indicator | Value | Band | Points | Weight',
      '转化率 | 0.35 | ≥ 0.3 | 120 | 3',
      '满意度 | 85 | below all | 0 | 1',
    ]);
  });

  it('says nothing of surcharges and indicators where there are none', () => {
    const rows = statementOf(hourly('25', '0'), [workedShift('A', '2026-10-05', 9, 8)]);
    expect(rows).toContain('Attendance');
    expect(rows).not.toContain('Times under surcharges');
    expect(rows).not.toContain('Indicators');
  });

  it('counts days of less than a whole one, and goes on page 1 where it fits', () => {
    const achieved = context().achieved;
    const fullDayMicroseconds = 8n * 3_600_000_000n;
    const shifts = [workedShift('A', '2026-10-05', 9, 8), workedShift('A', '2026-10-06', 9, 4)];
    const rows = statementOf(hourly('25', '0'), shifts, achieved, { fullDayMicroseconds });
    expect(rows).toContain('2 days · 12.0 h');
    expect(rows).toContain('part days 1');
    expect(rows.join('\n')).toContain('1/1');
  });

  it('counts the days of custody, whose window it prints, and no hours outside of it', () => {
    // 20:00 to 04:00 is in custody from 22:00 on, and on both dates
    const shifts = [workedShift('A', '2026-10-05', 20, 8)];
    const custodyDays = ['2026-10-05', '2026-10-06'].map((date) => {
      return { agentId: 'A', date: localDate(date) };
    });
    const window = { startMinute: 22 * 60, endMinute: 8 * 60 + 30 };
    const rows = statementOf(hourly('25', '0'), shifts, undefined, {
      usage: { ...NO_USAGE, shifts, custodyDays },
      window,
    });
    expect(rows).toContain('Custody days 22:00–08:30');
    expect(rows).toContain('2 days');
    expect(rows).not.toContain('Attendance');
    expect(rows.join('\n')).not.toMatch(/\d h\b/);
  });

  it('begins on the page of the totals where half of it is free, and is not left for the next', () => {
    const agents = Array.from({ length: 20 }, (_, at) => `A${String(at).padStart(2, '0')}`);
    const rows = statementOf(
      hourly('25', '0'),
      agents.map((agent) => workedShift(agent, '2026-10-05', 9, 8)),
    );
    // 20 lines go on to page 2, where the totals end above its middle
    const pages = rows.filter((row) => / \| \d+ ?\/ ?\d+$/.test(row));
    expect(pages[0]).toMatch(/2 ?\/ ?3$/);
  });
});
