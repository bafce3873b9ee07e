/** Amounts in capitals: cases by hand, and read back by the rules of 会计基础工作规范. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInChineseWords } from '../../src/money/amount-in-words.js';
import { currency } from '../pricing/builders.js';

const CNY = currency('CNY');

describe('by hand', () => {
  it.each([
    [0n, '零元整'],
    [1n, '壹分'],
    [6n, '陆分'],
    [10n, '壹角整'],
    [56n, '伍角陆分'],
    [1_00n, '壹元整'],
    [1_01n, '壹元零壹分'],
    [1_10n, '壹元壹角整'],
    [10_00n, '壹拾元整'],
    [15_30n, '壹拾伍元叁角整'],
    [20_05n, '贰拾元零伍分'],
    [100_00n, '壹佰元整'],
    [101_00n, '壹佰零壹元整'],
    [110_00n, '壹佰壹拾元整'],
    [1_409_50n, '壹仟肆佰零玖元伍角整'],
    [6_007_14n, '陆仟零柒元壹角肆分'],
    [1_680_32n, '壹仟陆佰捌拾元叁角贰分'],
    [107_000_53n, '壹拾万零柒仟元伍角叁分'],
    [16_409_02n, '壹万陆仟肆佰零玖元零贰分'],
    [10_000_00n, '壹万元整'],
    [10_001_00n, '壹万零壹元整'],
    [1_000_000_01n, '壹佰万元零壹分'],
    [10_002_000_00n, '壹仟万零贰仟元整'],
    [10_203_040_50n, '壹仟零贰拾万零叁仟零肆拾元伍角整'],
    [100_000_000_00n, '壹亿元整'],
    [100_000_001_00n, '壹亿零壹元整'],
    [100_010_000_00n, '壹亿零壹万元整'],
    [1_000_100_000_00n, '壹拾亿零壹拾万元整'],
    [100_050_005_000_05n, '壹仟亿零伍仟万零伍仟元零伍分'],
    [999_999_999_999_99n, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [1_000_100_000_000_00n, '壹万零壹亿元整'],
  ])('%s fen: 人民币%s', (amount, words) => {
    expect(amountInChineseWords(amount, CNY)).toBe(`人民币${words}`);
  });

  it.each([
    ['CNY', -6_240n, '人民币负陆拾贰元肆角整'],
    ['CNY', -1n, '人民币负壹分'],
    ['USD', 150_05n, '美元壹佰伍拾元零伍分'],
    ['USD', -150_00n, '美元负壹佰伍拾元整'],
    // no minor unit: never 角 or 分
    ['JPY', 69_667n, '日元陆万玖仟陆佰陆拾柒元整'],
    ['JPY', 10n, '日元壹拾元整'],
    // 1.234 dinars, 2 角, 3 分, 4 厘, of a currency without a name of ours
    ['KWD', 1_234n, 'KWD壹元贰角叁分肆厘'],
  ])('%s %s minor units: %s', (code, amount, words) => {
    expect(amountInChineseWords(amount, currency(code))).toBe(words);
  });
});

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES: readonly (readonly [place: string, value: bigint])[] = [
  ['亿', 100_000_000n],
  ['万', 10_000n],
  ['仟', 1_000n],
  ['佰', 100n],
  ['拾', 10n],
];

/** Reads what stands before 元: what is before a place times it, and what is behind. */
function readWhole(words: string): bigint {
  for (const [place, value] of PLACES) {
    const at = words.lastIndexOf(place);
    if (at >= 0) return readWhole(words.slice(0, at)) * value + readWhole(words.slice(at + 1));
  }
  const digit = words.replace(/^零/u, '');
  expect(digit.length, words).toBeLessThan(2);
  return BigInt(Math.max(0, DIGITS.indexOf(digit)));
}

/** Reads the words of an amount in CNY back into fen. */
function readAmount(words: string): bigint {
  const [, sign, yuan, jiao, fen] =
    /^人民币(负)?(?:(.+)元)?零?(?:(.)角)?零?(?:(.)分)?整?$/u.exec(words) ?? [];
  const digit = (character = '零'): bigint => BigInt(DIGITS.indexOf(character));
  const amount = readWhole(yuan ?? '零') * 100n + digit(jiao) * 10n + digit(fen);
  return sign === undefined ? amount : -amount;
}

/** Up to 12 digits of yuan and two behind them; every other one is 0. */
const amounts = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 14 })
  .map((digits) => BigInt(digits.join('')))
  .filter((amount) => amount > 0n);

describe('in 30,000 amounts from 0.01 to 999,999,999,999.99, half of whose digits are 0', () => {
  const inEach = (holds: (words: string, amount: bigint) => void): void => {
    const property = fc.property(amounts, (amount) => {
      holds(amountInChineseWords(amount, CNY).slice('人民币'.length), amount);
    });
    fc.assert(property, { numRuns: 30_000, seed: 20_261_031 });
  };

  it('the words are read back as the amount, and as its negative', () => {
    inEach((words, amount) => {
      expect(readAmount(`人民币${words}`)).toBe(amount);
      expect(amountInChineseWords(-amount, CNY)).toBe(`人民币负${words}`);
      expect(readAmount(`人民币负${words}`)).toBe(-amount);
    });
  });

  it('整 stands behind 元 and 角 at the end, and nowhere else', () => {
    inEach((words) => {
      expect(words).toMatch(/^[^整]*([元角]整|分)$/u);
    });
  });

  it('零 stands before a digit alone, never first, never twice', () => {
    inEach((words) => {
      expect(words).not.toMatch(/^零|零(?![壹贰叁肆伍陆柒捌玖])/u);
    });
  });

  it('one 零 for each run of zeros between two digits of the yuan', () => {
    inEach((words, amount) => {
      const [yuan = ''] = /^.+(?=元)/u.exec(words) ?? [];
      const runs = (amount / 100n).toString().match(/(?<=[1-9])0+(?=[1-9])/gu) ?? [];
      expect(yuan.split('零').length - 1).toBe(runs.length);
    });
  });

  it('零 between 元 and 分 where there is no 角', () => {
    inEach((words, amount) => {
      const isSkipped = amount > 100n && amount % 100n > 0n && amount % 100n < 10n;
      expect(/元零.分$/u.test(words)).toBe(isSkipped);
    });
  });
});
