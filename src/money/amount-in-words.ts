/**
 * Amounts in Chinese capitals, by the rules of 会计基础工作规范: 整 after 元 and after 角, none after
 * 分; 零 where digits are skipped.
 *
 * > 1,409.50 → 壹仟肆佰零玖元伍角整; 6,007.14 → 陆仟零柒元壹角肆分; 0.06 → 陆分.
 */
import type { MinorUnits } from './amount.js';
import type { Currency } from './currency.js';
import { absolute, decimalText } from './rational.js';

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿', '亿亿'];

/** Names of currencies whose units people say in Chinese; another stands by its code. */
const CURRENCY_NAMES: Readonly<Record<string, string>> = {
  CNY: '',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  HKD: '港元',
  GBP: '英镑',
};

/** The amount in capitals; 负 before a negative one. Fractions beyond 角 and 分 do not occur in 2 digits. */
export function amountInChineseWords(amount: MinorUnits, currency: Currency): string {
  const name = CURRENCY_NAMES[currency.code] ?? currency.code;
  const [whole = '0', fraction = ''] = decimalText(absolute(amount), currency.fractionDigits).split(
    '.',
  );
  const sign = amount < 0n ? '负' : '';
  return name + sign + joinParts(wholeInWords(whole), fraction.padEnd(2, '0').slice(0, 2));
}

function joinParts(whole: string, fraction: string): string {
  const [jiao = '0', fen = '0'] = fraction;
  const yuan = whole === '' ? '' : `${whole}元`;
  if (jiao === '0' && fen === '0') return `${yuan === '' ? '零元' : yuan}整`;
  const zero = jiao === '0' && yuan !== '' ? '零' : '';
  const jiaoText = jiao === '0' ? '' : `${digit(jiao)}角`;
  const fenText = fen === '0' ? '整' : `${digit(fen)}分`;
  return yuan + zero + jiaoText + fenText;
}

/** The digits in groups of four; an empty text for zero. */
function wholeInWords(whole: string): string {
  const padded = whole.padStart(Math.ceil(whole.length / 4) * 4, '0');
  const groups = padded.match(/\d{4}/g) ?? [];
  let words = '';
  for (const [at, group] of groups.entries()) {
    if (group === '0000') continue;
    const isSkipped =
      words !== '' && (group.startsWith('0') || (groups[at - 1]?.endsWith('0') ?? false));
    words += (isSkipped ? '零' : '') + groupInWords(group) + (GROUPS[groups.length - 1 - at] ?? '');
  }
  return words;
}

/** Four digits without leading or trailing 零: 0409 → 肆佰零玖. */
function groupInWords(group: string): string {
  let words = '';
  let skipped = false;
  for (const [at, character] of Array.from(group).entries()) {
    if (character === '0') {
      skipped = words !== '';
      continue;
    }
    words += (skipped ? '零' : '') + digit(character) + (PLACES[3 - at] ?? '');
    skipped = false;
  }
  return words;
}

function digit(character: string): string {
  return DIGITS[Number(character)] ?? '';
}
