/** The note under each kind of line, as a merchant reads it. */
import { describe, expect, it } from 'vitest';
import type { Line } from '../../src/pricing/line.js';
import { sayIn } from '../../src/words/language.js';
import { asBilled, noteOf } from '../../src/words/line-note.js';
import { currency } from '../pricing/builders.js';
import { LINES, REVERSED_SALARY } from '../pricing/lines-of-every-kind.js';

const CNY = currency('CNY');

function note(line: Line, language: 'en' | 'zh' = 'en'): string {
  return noteOf(line, CNY, sayIn(language)).replaceAll('\u00A0', ' ');
}

type Name = keyof typeof LINES;

const NOTES: Readonly<Record<Name, readonly [en: string, zh: string]>> = {
  salary: ['20.5 agent-days / 26 × 5,200.00', '20.5 出勤人天 / 26 × 5,200.00'],
  salaryOfOneDay: ['1 agent-day / 26 × 5,200.00', '1 出勤人天 / 26 × 5,200.00'],
  // 8 h and 2 h 20 min at 8 h a day: 1 + 7/24 = 31/24, which does not end
  salaryOfEndlessDays: ['31/24 agent-days / 26 × 5,200.00', '31/24 出勤人天 / 26 × 5,200.00'],
  salaryByWorkload: [
    'consultations per agent-day: 3,100 / 26 agent-days = 119.230769 ≤ 120;  26 agent-days / 26 × 5,200.00',
    '人均日咨询量: 3,100 / 26 出勤人天 = 119.230769 ≤ 120;  26 出勤人天 / 26 × 5,200.00',
  ],
  base: ['13 agent-days / 26 × 1,500.00', '13 出勤人天 / 26 × 1,500.00'],
  baseBeyondAMonth: [
    'min(27 agent-days / 26, 1) × 1,500.00',
    'min(27 出勤人天 / 26, 1) × 1,500.00',
  ],
  appraisal: ['(score 1.05 − 1) × 4,100.00 × 15 %', '(考核得分 1.05 − 1) × 4,100.00 × 15 %'],
  appraisalByIndicators: [
    '((60 × 85 [conversion] + 40 × 80 [response time]) / (100 × (60 + 40)) − 1) × 5,200.00 × 15 %',
    '((60 × 85 [conversion] + 40 × 80 [response time]) / (100 × (60 + 40)) − 1) × 5,200.00 × 15 %',
  ],
  cap: [
    "min(0.788462 agents' months, 0.5 seats) × 5,200.00 − sum of lines 4,100.00",
    'min(0.788462 人月, 0.5 席位) × 5,200.00 − 以上合计 4,100.00',
  ],
  commission: [
    '(128,000.00 − refunds 6,400.00 − late refunds [2026-09] 1,600.00) × 2 %',
    '(128,000.00 − 退款 6,400.00 − 跨月退款 [2026-09] 1,600.00) × 2 %',
  ],
  commissionCap: [
    'commission cap 2,000.00 − sum of lines 2,400.00',
    '提成上限 2,000.00 − 以上合计 2,400.00',
  ],
  // refunds of nothing are not said
  commissionOfDollars: ['USD 1,000.00 × exchange rate 7.1 × 2 %', 'USD 1,000.00 × 汇率 7.1 × 2 %'],
  commissionByAverage: [
    'average order value: (1,000.00 + round(USD 100.00 × exchange rate 7.12345)) / (3 orders + 1 order) = 428.0875 ≤ 500.00;  (1,000.00 + round(USD 100.00 × exchange rate 7.12345)) × 3 %',
    '客单价: (1,000.00 + round(USD 100.00 × 汇率 7.12345)) / (3 单 + 1 单) = 428.0875 ≤ 500.00;  (1,000.00 + round(USD 100.00 × 汇率 7.12345)) × 3 %',
  ],
  commissionByVolume: [
    'net sales: 150,000.00 ≤ 200,000.00;  150,000.00 × 2 %',
    '净销售额: 150,000.00 ≤ 200,000.00;  150,000.00 × 2 %',
  ],
  firstSlice: [
    'min(250,000.00, end of tier 100,000.00) × 1 %',
    'min(250,000.00, 档位上限 100,000.00) × 1 %',
  ],
  middleSlice: [
    '(min(250,000.00, end of tier 200,000.00) − start of tier 100,000.00) × 2 %',
    '(min(250,000.00, 档位上限 200,000.00) − 档位下限 100,000.00) × 2 %',
  ],
  lastSlice: [
    '(250,000.00 − start of tier 200,000.00) × 3 %',
    '(250,000.00 − 档位下限 200,000.00) × 3 %',
  ],
  ladderDays: ['29 days [10-01–17, 20–31] × 60.00', '29 天 [10-01–17, 20–31] × 60.00'],
  ladderLastTier: ['2 days [10-18–19] × 150.00', '2 天 [10-18–19] × 150.00'],
  overflow: [
    '(181 [10-18] − 150 + 160 [10-19] − 150) × 1.20',
    '(181 [10-18] − 150 + 160 [10-19] − 150) × 1.20',
  ],
  ladderMonth: [
    'daily average [2026-10]: 470 / 16 days = 29.375 ≤ 32;  16 / 31 days × 1,200.00',
    '日均咨询量 [2026-10]: 470 / 16 天 = 29.375 ≤ 32;  16 / 31 天 × 1,200.00',
  ],
  ladderFirstMonth: ['16 / 31 days × 1,200.00', '16 / 31 天 × 1,200.00'],
  hours: ['19.5 hours × 25.00', '19.5 小时 × 25.00'],
  fee: ['31 / 31 days × 3,500.00', '31 / 31 天 × 3,500.00'],
  consultationsBeyond: [
    'beyond the included: 320;  (3,420 − included 3,100 × 31 / 31 days) × 2.00',
    '套餐外咨询量: 320;  (3,420 − 套餐内咨询量 3,100 × 31 / 31 天) × 2.00',
  ],
  firstPieces: ['min(3,420, end of tier 2,000) × 0.80', 'min(3,420, 档位上限 2,000) × 0.80'],
  lastPieces: ['(3,420 − start of tier 2,000) × 0.60', '(3,420 − 档位下限 2,000) × 0.60'],
  surchargeOfDays: [
    '3 agent-days [10-01–03] × 5,200.00 / 26 × (multiplier 3 − 1)',
    '3 加价人天 [10-01–03] × 5,200.00 / 26 × (倍数 3 − 1)',
  ],
  surchargeOfHours: [
    '40 hours [10-01–08] × 25.00 × (multiplier 1.3 − 1)',
    '40 加价小时 [10-01–08] × 25.00 × (倍数 1.3 − 1)',
  ],
  event: [
    '(2 [11-10] + 2 [11-11] + 1 [11-12]) × 200.00',
    '(2 [11-10] + 2 [11-11] + 1 [11-12]) × 200.00',
  ],
  custody: ['4 days [10-01–03, 07] × 150.00', '4 天 [10-01–03, 07] × 150.00'],
  discount: ['sum of lines 4,100.00 × (−3.33 %)', '以上合计 4,100.00 × (−3.33 %)'],
  minimum: [
    'minimum fee 9,000.00 × 20 / 31 days − sum of lines 4,100.00',
    '最低服务费 9,000.00 × 20 / 31 天 − 以上合计 4,100.00',
  ],
  maximum: [
    'maximum fee 3,000.00 × 31 / 31 days − sum of lines 4,100.00',
    '最高服务费 3,000.00 × 31 / 31 天 − 以上合计 4,100.00',
  ],
  chargeOnce: ['1 × 3,000.00', '1 × 3,000.00'],
  chargeInPart: ['2 × 16 / 31 days × 200.00', '2 × 16 / 31 天 × 200.00'],
  adjustment: ['approved by Lin  ·  ADJ-1', '批准人 Lin  ·  ADJ-1'],
};

describe('a note reads as arithmetic', () => {
  it.each(Object.entries(NOTES) as [Name, readonly [string, string]][])('%s', (name, [en, zh]) => {
    expect(note(LINES[name], 'en')).toBe(en);
    expect(note(LINES[name], 'zh')).toBe(zh);
  });
});

it('a reversed line has the note of the line that it negates, and is of it as it was billed', () => {
  expect(note(REVERSED_SALARY)).toBe(note(LINES.salary));
  expect(asBilled(REVERSED_SALARY)).toEqual(asBilled(LINES.salary));
});

it('an amount in another currency than that of the document names it', () => {
  const line = LINES.commission;
  expect(noteOf(line, currency('USD'), sayIn('en'))).toContain('CNY 128,000.00');
});
