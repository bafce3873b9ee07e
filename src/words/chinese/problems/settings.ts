/** Chinese words for provider.json, sources.json and finance.json. */
import type { FinanceCode } from '../../../problem-finance-values.js';
import type { PictureFault } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { didYouMean, listed, partyName, quoted } from '../phrases.js';
import { systemReason } from '../system-reason.js';
import { jsonFaultWords, settingFaultWords } from './setting-faults.js';
import { financeUnsupported } from './finance-unsupported.js';
import { queryMalformed } from './query-malformed.js';
import { sourceMalformed } from './source-malformed.js';

export const SETTINGS = {
  'provider-malformed': providerMalformed,
  'provider-incomplete': ({ blank }) => ({
    message: `账单上将没有 ${listed(blank)}`,
    hint: '请补上，以便商家知道向谁付款、付到哪个账户',
  }),
  'email-doubtful': (values) =>
    values.case === 'malformed'
      ? {
          message: `${quoted(values.cell)} 不是可以收信的邮箱`,
          hint: '请写成 name@company.example 的形式；有多个邮箱时用逗号或分号隔开',
        }
      : {
          message: `下列商家没有邮箱：${values.merchants.join('、')}${values.moreMerchants > 0 ? `，另有 ${values.moreMerchants} 家` : ''}`,
          hint: 'index.csv 中它们的账单没有收件地址：请补上邮箱，或用其他方式发送',
        },
  'source-malformed': sourceMalformed,
  'source-unmatched': ({ glob, nearest }) => ({
    message: `数据文件夹中没有符合 ${quoted(glob)} 的文件`,
    hint: didYouMean(nearest, '放入导出文件；如当月确无数据，放一个只有表头的文件即可'),
  }),
  'source-doubled': ({ positions }) => ({
    message: `sources.json 的第 ${positions.join('、')} 个来源把同一个文件读入同一张表`,
    hint: '请缩小其中一个的文件范围，以免重复计费',
  }),
  'query-malformed': queryMalformed,
  'zone-unstated': ({ position, zone }, column) => ({
    message: `表头 ${quoted(column)} 提到 ${zone}，而 sources.json 的第 ${position} 个来源没有写明时区`,
    hint: '请写明来源的 time_zone，如 "UTC" 或 "Asia/Shanghai"',
  }),
  'status-unfiltered': ({ position, table }, column) => ({
    message: `${quoted(column)} 像是状态列，而 sources.json 的第 ${position} 个来源不论状态，把每一行都读入 ${table}`,
    hint: '请用 keep_where 写明哪些行要计，或用 skip_where 写明哪些行不计',
  }),
  'finance-malformed': financeMalformed,
  'finance-code-missing': ({ missing, of }, column) => ({
    message: `缺少${financeCode(missing, of)}`,
    hint: `请在 finance.json 中补上 ${column}；缺少它时不会发布账单`,
  }),
  'finance-unsupported': financeUnsupported,
  'finance-not-booked': ({ profile, number, cancelled }) => ({
    message: `${number} 冲销 ${cancelled}，而后者所在批次没有生成过 ${profile} 的文件：冲销将采用现在的编码和汇率`,
    hint: '请先用 finance 命令生成该批次的文件并导入，再核对两者记账是否一致',
  }),
} satisfies Partial<ProblemWords>;

function providerMalformed(
  values: ProblemValues['provider-malformed'],
  column: string,
): ProblemSentence {
  switch (values.case) {
    case 'unknown-setting':
      return {
        message: `没有名为 ${quoted(values.setting)} 的设置`,
        hint: didYouMean(values.nearest, '删除该设置'),
      };
    case 'not-json':
      return {
        message: `文件不是有效的 JSON：${jsonFaultWords(values)}`,
        hint: '请更正该处，或检查它前面是否缺少逗号、引号或括号',
      };
    case 'no-object':
      return {
        message: '文件不是 JSON 对象',
        hint: '请检查是否缺少或多出逗号、引号或括号',
      };
    case 'setting':
      return {
        message: `${column} ${values.found === null ? '没有填写' : `的值是 ${values.found}`}，应为${expectedSetting(column, values.choices)}`,
        hint: '请更正该设置；全部设置见数据说明',
      };
    case 'logo-unread':
      return ofLogo(values.logo, `无法读取标志图片：${systemReason(values.reason)}`);
    case 'logo-too-large':
      return ofLogo(
        values.logo,
        `标志图片有 ${values.bytes} 字节，而每份 PDF 最多可放 ${values.bytesMax} 字节`,
      );
    case 'logo-unfit':
      return ofLogo(values.logo, `标志图片${PICTURE_FAULTS[values.fault]}`);
  }
}

function expectedSetting(setting: string, choices: readonly string[]): string {
  switch (setting) {
    case 'name':
      return '名称';
    case 'address':
    case 'email':
      return '一行文本';
    case 'time_zone':
      return '时区，如 Asia/Shanghai';
    case 'invoice_prefix':
      return '最多 20 个字母、数字或连字符';
    case 'settlement_days':
      return '0 到 3650 之间的整数天数';
    case 'language':
      return `下列之一：${listed(choices)}`;
    case 'logo':
      return '数据文件夹中一个 PNG 或 JPEG 的文件名';
    case 'finance':
      return `由下列各项组成的列表：${listed(choices)}`;
    default:
      return '文本';
  }
}

const PICTURE_FAULTS: Readonly<Record<PictureFault, string>> = {
  not_a_picture: '既不是 JPEG 也不是 PNG',
  cut_off: '不完整：结尾缺失',
  malformed: '已损坏：文件头的内容不合格式',
  interlaced: '是隔行扫描的 PNG',
  transparent: '是带透明的 PNG',
  cmyk: '是 CMYK 色彩的 JPEG',
  rare_kind: '是少有程序能读的一种 JPEG',
};

function ofLogo(logo: string, fault: string): ProblemSentence {
  return {
    message: `${logo}：${fault}`,
    hint: '请存为较小的 RGB 色彩 JPEG，或不透明、非隔行扫描的 PNG；也可从 provider.json 中去掉 logo',
  };
}

function financeMalformed(
  values: ProblemValues['finance-malformed'],
  column: string,
): ProblemSentence {
  switch (values.case) {
    case 'not-json':
      return {
        message: `文件不是有效的 JSON：${jsonFaultWords(values)}`,
        hint: '请更正该处，或检查它前面是否缺少逗号、引号或括号',
      };
    case 'unknown-setting': {
      const of = values.section === null ? '' : `${values.section} 中`;
      return {
        message: `${of}没有名为 ${quoted(values.setting)} 的设置`,
        hint: didYouMean(values.nearest, '删除该设置'),
      };
    }
    case 'no-object':
      return { message: '文件不是 JSON 对象', hint: CORRECT_SETTING };
    case 'template-unread':
      return {
        message: `无法读取模板 ${values.template}：${systemReason(values.reason)}`,
        hint: '请把模板以该文件名放在 finance.json 旁边，或去掉该设置',
      };
    case 'setting':
      return { message: `${column}：${settingFaultWords(values)}`, hint: CORRECT_SETTING };
  }
}

const CORRECT_SETTING = '请更正该设置；全部设置见数据说明';

/** `of`: a plan, a rate or a merchant; null is the seller. */
function financeCode(missing: FinanceCode, of: string | null): string {
  switch (missing) {
    case 'account':
      return ` ${of ?? ''} 的收入科目`;
    case 'item':
      return ` ${of ?? ''} 的物料或服务项目`;
    case 'tax-code':
      return `税率 ${of ?? ''} 的税码`;
    case 'included-tax-code':
      return `税率 ${of ?? ''} 的含税税码`;
    case 'output-tax':
      return `税率 ${of ?? ''} 的销项税额科目`;
    case 'tax-category':
      return `税率 ${of ?? ''} 的税种类别`;
    case 'customer':
      return `商家 ${of ?? ''} 的客户编码`;
    case 'receivable':
      return '应收账款科目';
    case 'vat-id':
      return '销售方的税号';
    case 'country':
      return `${partyName(of)}的国家`;
    case 'endpoint-scheme':
      return `${partyName(of)}的电子地址类型`;
    case 'endpoint-id':
      return `${partyName(of)}的电子地址`;
    case 'legal-id-scheme':
      return `${partyName(of)}登记号的类型：0106（KVK）或 0190（OIN）`;
    case 'city':
      return `${partyName(of)}的城市`;
    case 'postal-zone':
      return `${partyName(of)}的邮政编码`;
    case 'contact-name':
      return `${partyName(of)}的联系人`;
    case 'telephone':
      return `${partyName(of)}的电话`;
    case 'exemption-reason':
      return `税率 ${of ?? ''} 的免税原因`;
    case 'service-code':
      return ` ${of ?? ''} 的税收分类编码`;
    case 'fapiao-type':
      return `商家 ${of ?? ''} 的发票类型`;
    case 'books-currency':
      return '记账本位币';
  }
}
