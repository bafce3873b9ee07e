/**
 * Amounts in Chinese capitals, by the rules of 会计基础工作规范: 整 after 元 and after 角, none after
 * 分; 零 where digits are skipped; the currency before it, with no blank between.
 *
 * > 1,409.50 → 人民币壹仟肆佰零玖元伍角整; 6,007.14 → 人民币陆仟零柒元壹角肆分; 0.06 → 人民币陆分.
 */
import { toMajorUnits, type MinorUnits } from './amount.js';
import type { Currency } from './currency.js';
import { absolute, decimalText, truncate } from './rational.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
/** Places after the point; a currency has at most 4. */
const FRACTION_PLACES = ['角', '分', '厘', '毫'];

/** What stands before the amount; a currency that is not here stands by its code. */
const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  HKD: '港元',
  GBP: '英镑',
  SGD: '新加坡元',
  KRW: '韩元',
  TWD: '新台币',
  MOP: '澳门元',
  AUD: '澳大利亚元',
  CAD: '加拿大元',
  NZD: '新西兰元',
  CHF: '瑞士法郎',
  MYR: '马来西亚林吉特',
  THB: '泰铢',
  VND: '越南盾',
};

/** The amount in capitals: the currency, 负 if it is negative, the amount. */
export function amountInChineseWords(amount: MinorUnits, currency: Currency): string {
  const name = CURRENCY_NAMES[currency.code] ?? currency.code;
  const [, fraction = ''] = decimalText(absolute(amount), currency.fractionDigits).split('.');
  const wholeWords = wholeInWords(truncate(toMajorUnits(absolute(amount), currency)));
  const yuan = wholeWords === '' ? '' : `${wholeWords}元`;
  return name + (amount < 0n ? '负' : '') + withFraction(yuan, fraction);
}

function withFraction(yuan: string, fraction: string): string {
  const digits = Array.from(fraction.replace(/0+$/, ''));
  if (digits.length === 0) return `${yuan === '' ? '零元' : yuan}整`;
  let words = yuan;
  for (const [at, character] of digits.entries()) {
    if (character !== '0') words += digit(character) + (FRACTION_PLACES[at] ?? '');
    else if (words !== '' && !words.endsWith('零')) words += '零';
  }
  return digits.length === 1 ? `${words}整` : words;
}

/** An integer by 亿 and 万; an empty text for zero. */
function wholeInWords(value: bigint): string {
  if (value >= 100_000_000n) return split(value, 100_000_000n, '亿');
  if (value >= 10_000n) return split(value, 10_000n, '万');
  return groupInWords(value.toString());
}

/** 零 joins the parts where the lower one does not fill its places, or the upper one ends in 0. */
function split(value: bigint, unit: bigint, name: string): string {
  const low = value % unit;
  const high = value / unit; // bigint division rounds down
  const words = wholeInWords(high) + name;
  if (low === 0n) return words;
  const isSkipped = low < unit / 10n || high % 10n === 0n;
  return words + (isSkipped ? '零' : '') + wholeInWords(low);
}

/** At most four digits without leading or trailing 零: 409 → 肆佰零玖. */
function groupInWords(group: string): string {
  let words = '';
  let isSkipped = false;
  for (const [at, character] of Array.from(group).entries()) {
    if (character === '0') {
      isSkipped = words !== '';
      continue;
    }
    words += (isSkipped ? '零' : '') + digit(character) + (PLACES[group.length - 1 - at] ?? '');
    isSkipped = false;
  }
  return words;
}

function digit(character: string): string {
  return DIGITS['0123456789'.indexOf(character)] ?? '';
}
