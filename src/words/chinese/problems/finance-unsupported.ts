/** Chinese words for what an accounting system, the tax bureau or an e-invoice cannot take as it is. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { listed, partyName } from '../phrases.js';
import { identifierFaultWords } from './setting-faults.js';

type Values = ProblemValues['finance-unsupported'];

export function financeUnsupported(values: Values): ProblemSentence {
  switch (values.case) {
    case 'tax-category':
      return {
        message: `税种类别 ${values.category} 与税率 ${values.rate} 不相配`,
        hint: '税率大于零的用类别 S，零税率的用类别 Z 或 E',
      };
    case 'currency-digits':
      return withoutUbl(
        `EN 16931 的金额最多 ${values.digitsMax} 位小数，而 ${values.currency} 有 ${values.digits} 位`,
      );
    case 'currency-unlisted':
      return withoutUbl(`${values.currency} 不在 Peppol 接受的币种之列`);
    case 'seller-country':
      return withoutUbl(`${values.country} 的销售方另有规定，此处的电子账单不能满足`);
    case 'number-length':
      return {
        message: `${values.profile} 的单据编号最多 ${values.charactersMax} 个字符，而本账期的编号有 ${values.characters} 个`,
        hint: `请缩短编号前缀，或运行时不含 ${values.profile}`,
      };
    case 'portal-tax':
      return {
        message: `${values.number} 的 ${values.item}，开票平台计算的税额是 ${values.portalTax}，而账单是 ${values.tax}`,
        hint: '请给该账单的各方案设同一税收分类编码和同一项目名称，使其合为一行；或在开票平台更正税额',
      };
    case 'template-no-workbook':
    case 'template-no-sheet':
    case 'template-no-columns':
      return { message: `模板${templateFault(values)}`, hint: NEW_TEMPLATE };
    default:
      return partyFault(values);
  }
}

function withoutUbl(message: string): ProblemSentence {
  return { message, hint: '请在运行时不含 ubl' };
}

const NEW_TEMPLATE = '请从开票平台重新下载模板，或从 finance.json 中去掉 fapiao.template';

function templateFault(values: Extract<Values, { case: `template-${string}` }>): string {
  switch (values.case) {
    case 'template-no-workbook':
      return '不是工作簿（.xlsx）';
    case 'template-no-sheet':
      return `中没有工作表 ${values.sheet}`;
    case 'template-no-columns':
      return `的工作表 ${values.sheet} 第 ${values.row} 行缺少列 ${listed(values.columns)}`;
  }
}

type PartyValues = Extract<
  Values,
  { case: 'text-length' | 'party-field' | 'legal-id' | 'bank-account' | 'buyer-tax-id' }
>;

/** What is told of a seller or a buyer. */
function partyFault(values: PartyValues): ProblemSentence {
  switch (values.case) {
    case 'text-length':
      return {
        message: `${values.field}最多 ${values.charactersMax} 个字符，而商家 ${values.merchantId} 的有 ${values.characters} 个`,
        hint: '请缩短，或运行时不含 fapiao',
      };
    case 'party-field': {
      const field = values.field === 'street' ? '地址' : '电子邮箱';
      return {
        message: `该销售方的电子账单须写明${partyName(values.of)}的${field}，现在没有`,
        hint: '请补上，或运行时不含 ubl',
      };
    }
    case 'legal-id':
      return {
        message: `${partyName(values.of)}的登记号${identifierFaultWords(values.scheme, values.why)}`,
        hint: '请更正登记号或其类型',
      };
    case 'bank-account':
      return {
        message: `${values.country} 销售方的电子账单须写明收款账户，现在没有`,
        hint: '请补上',
      };
    case 'buyer-tax-id':
      return {
        message: `${values.fapiaoType}须写明购买方税号，而商家 ${values.merchantId} 没有填写`,
        hint: '请补上；或从 fapiao.types 中去掉该商家，改开普通发票',
      };
  }
}
