/** Chinese words for what keeps a setting from being what its schema wants. */
import type { IdentifierFault } from '../../../problem-finance-values.js';
import type { JsonFault, SettingFault, TimeFormatFault } from '../../../problem-faults.js';
import { listed, quoted } from '../phrases.js';

/** > 第 2 行第 23 列处写法有误. */
export function jsonFaultWords({ line, column, repeatedKey }: JsonFault): string {
  const place = `第 ${line} 行第 ${column} 列`;
  return repeatedKey === null ? `${place}处写法有误` : `${place}处重复出现了键 ${repeatedKey}`;
}

/** > 应为文本，实际为数字. */
export function settingFaultWords(found: SettingFault): string {
  switch (found.fault) {
    case 'type':
      return `应为${kindOf(found.expected)}，实际为${kindOf(found.received)}`;
    case 'choice':
      return `应为下列之一：${listed(found.choices.map(quoted))}`;
    case 'too-small':
      return `${kindOf(found.of)}不得小于 ${found.least}`;
    case 'too-large':
      return found.of === 'string'
        ? `不得超过 ${found.most} 个字符`
        : `${kindOf(found.of)}不得大于 ${found.most}`;
    case 'pattern':
      return PATTERNS[found.pattern] ?? `写法须符合 ${found.pattern}`;
    case 'key':
      return `${kindOf(found.of)}中的键无效`;
    case 'currency':
      return '不是 ISO 4217 的币种代码';
    case 'text-or-list':
      return '既不是文本，也不是文本的列表';
    case 'time-zone':
      return '不是时区，应如 UTC 或 Asia/Tokyo';
    case 'kind':
      return `应为下列之一：${listed(found.choices)}`;
    case 'comma':
      return '含有逗号，而 Odoo 会从逗号处拆开';
    case 'country':
      return '不在 ISO 3166-1 的国家代码之列';
    case 'endpoint-scheme':
      return '不在 Peppol 接受的电子地址类型之列';
    case 'identifier-scheme':
      return '不在 ISO 6523 的标识类型之列';
    case 'vat-prefix':
      return '不以国家代码开头';
    case 'identifier':
      return identifierFaultWords(found.scheme, found.why);
    case 'blank':
      return '不得为空';
  }
}

/** What settings look like, by the pattern of their schema. */
const PATTERNS: Readonly<Record<string, string>> = {
  '/^\\d{19}$/': '应为 19 位数字',
  '/^\\d+(\\.\\d+)?$/': '应为小数，如 0.06',
  '/^[^/\\\\]+\\.xlsx$/i': '应为数据文件夹中一个 .xlsx 文件的名称',
  '/^[^/\\\\]+\\.(png|jpe?g)$/i': '应为数据文件夹中一个 .png 或 .jpg 文件的名称',
  '/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/': '应为不超过 20 个的字母、数字和连字符，且不以连字符开头',
};

const KINDS: Readonly<Record<string, string>> = {
  array: '列表',
  boolean: 'true 或 false',
  int: '整数',
  null: 'null',
  number: '数字',
  object: '对象',
  record: '对象',
  string: '文本',
  undefined: '空缺',
};

/** What JSON calls a kind of value. */
function kindOf(kind: string): string {
  return KINDS[kind] ?? kind;
}

/** `scheme`: a code of ISO 6523. */
export function identifierFaultWords(scheme: string, why: IdentifierFault): string {
  const expected = IDENTIFIERS[scheme] ?? `类型 ${scheme} 的号码`;
  return why === 'shape' ? `不是${expected}` : `不是${expected}：校验位有误`;
}

const IDENTIFIERS: Readonly<Record<string, string>> = {
  '0007': '瑞典组织号（10 位数字）',
  '0088': 'GLN（13 位数字）',
  '0106': '荷兰 KVK 号（8 位数字）',
  '0151': '澳大利亚商业号（11 位数字）',
  '0184': '丹麦 CVR 号（8 位数字）',
  '0192': '挪威组织号（9 位数字）',
  '0201': '意大利 Codice IPA（6 位字母或数字）',
  '0208': '比利时企业号（10 位数字）',
  '0210': '意大利 Codice Fiscale（11 位数字或 16 个字符）',
  '0211': '意大利 Partita IVA（IT 加 11 位数字）',
};

export function timeFormatFaultWords(
  fault: TimeFormatFault,
  token: string,
  tokens: readonly string[],
): string {
  switch (fault) {
    case 'unknown-token':
      return `记号 ${token} 不在可用之列：${tokens.join(' ')}；按原样出现的字母要加引号：'T'`;
    case 'several-zones':
      return `${token} 可指多个时区；请写明来源的 time_zone，并使用不带时区名的文件`;
    default:
      return TIME_FORMAT_FAULTS[fault];
  }
}

type TokenFault = 'unknown-token' | 'several-zones';

const TIME_FORMAT_FAULTS: Readonly<Record<Exclude<TimeFormatFault, TokenFault>, string>> = {
  'quote-open': '有引号没有闭合',
  'part-twice': '时间的同一部分写了两次',
  'no-date': '须有年、月、日',
  'hour-twice': '小时写了两次',
  meridiem: 'h 须与 a 一起使用',
  minutes: '小时与分钟须一起出现',
  seconds: '有秒就须有小时',
  fraction: '有小数秒就须有秒',
  offset: '有时差就须有小时',
  'digits-touch': '一至两位数的记号之间须有分隔',
};
