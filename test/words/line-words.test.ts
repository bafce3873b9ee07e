import { describe, expect, it } from 'vitest';
import { LINE_KINDS } from '../../src/pricing/contract-line.js';
import { descriptionOf, ruleOf } from '../../src/words/line-words.js';
import { LINES, REVERSED_SALARY } from '../pricing/lines-of-every-kind.js';

const DESCRIPTIONS: Readonly<Record<keyof typeof LINES, readonly [en: string, zh: string]>> = {
  salary: ['Monthly salary, A', '客服月薪 A'],
  salaryOfOneDay: ['Monthly salary, A', '客服月薪 A'],
  salaryOfEndlessDays: ['Monthly salary, A', '客服月薪 A'],
  salaryByWorkload: ['Monthly salary, A', '客服月薪 A'],
  appraisal: ['KPI appraisal, B', '绩效考核 B'],
  appraisalByIndicators: ['KPI appraisal, A', '绩效考核 A'],
  cap: ["Beyond the contract's 0.5 seats", '超出合同席位 0.5 席部分'],
  base: ['Monthly base, A · evening', '客服底薪 A · evening'],
  baseBeyondAMonth: ['Monthly base, A · day', '客服底薪 A · day'],
  commission: ['Commission of 2% on net attributed sales', '客服促成净销售额提成 2%'],
  commissionCap: ['Beyond the commission cap', '超出提成上限部分'],
  commissionOfDollars: ['Commission of 2% on net attributed sales', '客服促成净销售额提成 2%'],
  commissionByAverage: ['Commission of 3% on net attributed sales', '客服促成净销售额提成 3%'],
  commissionByVolume: ['Commission of 2% on net attributed sales', '客服促成净销售额提成 2%'],
  firstSlice: ['Commission of 1% on net attributed sales', '客服促成净销售额提成 1%'],
  middleSlice: ['Commission of 2% on net attributed sales', '客服促成净销售额提成 2%'],
  lastSlice: ['Commission of 3% on net attributed sales', '客服促成净销售额提成 3%'],
  ladderDays: ['Consultation ladder, days of up to 50', '咨询量阶梯（每日不超过 50 人次）'],
  ladderLastTier: ['Consultation ladder, days of up to 150', '咨询量阶梯（每日不超过 150 人次）'],
  overflow: ['Consultations beyond 150 a day', '超出最高档 150 的咨询'],
  ladderMonth: ["Consultation ladder, by the month's daily average", '咨询量阶梯（按本月日均）'],
  ladderFirstMonth: [
    "Consultation ladder, by last month's daily average",
    '咨询量阶梯（按上月日均）',
  ],
  hours: ['Hours, A', '按小时计费 A'],
  fee: ['Monthly fee of the package', '咨询套餐月费'],
  consultationsBeyond: ['Consultations at 2 each', '咨询量计费（每人次 2）'],
  firstPieces: ['Consultations at 0.8 each', '咨询量计费（每人次 0.8）'],
  lastPieces: ['Consultations at 0.6 each', '咨询量计费（每人次 0.6）'],
  surchargeOfDays: ['Surcharge, holidays', '加价 holidays'],
  surchargeOfHours: ['Surcharge, night', '加价 night'],
  event: ['Event hosting, Double 11', '活动托管 Double 11'],
  custody: ['Temporary custody, A', '临时托管 A'],
  discount: ['Contract discount of 3.33%', '合同折扣 3.33%'],
  minimum: ["Top-up to the contract's minimum fee", '合同最低服务费补足'],
  maximum: ["Beyond the contract's maximum fee", '超出合同最高服务费部分'],
  chargeOnce: ['Set-up', 'Set-up'],
  chargeInPart: ['Extra accounts', 'Extra accounts'],
  adjustment: ['Adjustment: late start', '调整：late start'],
};

describe('what a line says of itself', () => {
  it.each(Object.entries(DESCRIPTIONS) as [keyof typeof LINES, readonly [string, string]][])(
    '%s',
    (name, [en, zh]) => {
      expect(descriptionOf(LINES[name])).toEqual({ en, zh });
    },
  );

  it('is the same of a reversed line', () => {
    expect(descriptionOf(REVERSED_SALARY)).toEqual(descriptionOf(LINES.salary));
  });
});

describe('the rule of a line', () => {
  it('is a sentence in both languages, of every kind', () => {
    const kinds = new Set(Object.values(LINES).map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...LINE_KINDS].sort());
    for (const line of Object.values(LINES)) {
      const { en, zh } = ruleOf(line);
      expect(en).toMatch(/^[A-Z].*\.$/);
      expect(zh).toMatch(/\p{Script=Han}.*。$/u);
    }
  });

  it('says by what the rate was picked', () => {
    expect(ruleOf(LINES.salary).en).not.toContain('consultations per agent-day');
    expect(ruleOf(LINES.salaryByWorkload).en).toContain('consultations per agent-day');
    expect(ruleOf(LINES.commissionByAverage).en).toContain('average order value');
    expect(ruleOf(LINES.commissionByVolume).en).toContain('the tier that was reached');
    expect(ruleOf(LINES.middleSlice).en).toContain('this line is one slice');
    expect(ruleOf(LINES.ladderDays).en).toContain('Each day');
    expect(ruleOf(LINES.ladderMonth).en).toContain('daily average');
    expect(ruleOf(LINES.ladderFirstMonth).en).toContain('first month');
  });
});
