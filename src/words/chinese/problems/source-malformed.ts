/** Chinese words for a source of sources.json that cannot be used. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { didYouMean, listed, quoted } from '../phrases.js';
import { jsonFaultWords, settingFaultWords, timeFormatFaultWords } from './setting-faults.js';

type Malformed = ProblemValues['source-malformed'];

export function sourceMalformed(values: Malformed, column: string): ProblemSentence {
  switch (values.case) {
    case 'not-json':
      return {
        message: `文件不是有效的 JSON：${jsonFaultWords(values)}`,
        hint: '请更正该处，或检查它前面是否缺少逗号、引号或括号',
      };
    case 'no-list':
      return {
        message: '文件不是来源的列表',
        hint: '请写作 [ { "table": "orders", "files": "…", "columns": { … } } ]',
      };
    case 'no-object':
      return { message: '该来源不是 JSON 对象', hint: CORRECT };
    case 'unknown-preset':
      return {
        message: `没有名为 ${quoted(values.preset)} 的预设`,
        hint: didYouMean(values.nearest, `改用 ${listed(values.presets)} 之一，或自行编写映射`),
      };
    case 'unknown-key':
      return {
        message: `来源中没有名为 ${quoted(values.key)} 的键`,
        hint: didYouMean(values.nearest, '删除它'),
      };
    case 'setting':
      return { message: `${column}：${settingFaultWords(values)}`, hint: CORRECT };
    case 'time-format': {
      const fault = timeFormatFaultWords(values.fault, values.token, values.tokens);
      return { message: `${column}：${quoted(values.format)}：${fault}`, hint: CORRECT };
    }
    case 'blank':
      return { message: `${column} 为空`, hint: '请填写，或删除它' };
    case 'blank-header': {
      const orNull = values.mayBeNull ? '；确无此列的，在 constants 中写 null' : '';
      return {
        message: `${column} 为空`,
        hint: `请填写导出文件中 ${values.name} 的表头，或删除它并给出固定值${orNull}`,
      };
    }
    case 'blank-constant':
      return {
        message: `${column} 为空`,
        hint: `请填写每一行共同的 ${values.name}${values.mayBeNull ? '；确无内容的写 null' : ''}`,
      };
    case 'constant-count':
    case 'counted-twice':
    case 'rows-not-counted':
    case 'lines-not-summed':
    case 'one-mark':
    case 'query-and-columns':
      return unfitKey(values);
    default:
      return unfit(values);
  }
}

const CORRECT = '请更正；全部的键见数据说明';

type Unfit = Malformed & {
  case:
    | 'glob-outside'
    | 'unknown-column'
    | 'unfed-column'
    | 'fed-twice'
    | 'constant'
    | 'prefix'
    | 'time-formats';
};

/** What is sound by itself, and does not fit the table or the other keys. */
function unfit(values: Unfit): ProblemSentence {
  switch (values.case) {
    case 'glob-outside':
      return {
        message: `${quoted(values.glob)} 指向数据文件夹之外`,
        hint: '请填写数据文件夹内的文件，文件夹之间用 / 分隔',
      };
    case 'unknown-column': {
      const meant = values.nearest === null ? '' : `是否应为 ${values.nearest}？`;
      return {
        message: `表 ${values.table} 没有 ${quoted(values.name)} 列`,
        hint: `${meant}该表的列是 ${listed(values.columns)}`,
      };
    }
    case 'unfed-column':
      return {
        message: `表 ${values.table} 的 ${values.name} 没有数据来源`,
        hint: `请在 columns 中写明对应的表头，或在 constants 中给出固定值${values.mayBeNull ? '（确无此列的写 null）' : ''}`,
      };
    case 'fed-twice':
      return {
        message: `${values.name} 同时取自一列和一个固定值`,
        hint: '请只保留一个',
      };
    case 'constant':
      return {
        message: `${values.name} 的固定值是 ${JSON.stringify(values.value)}`,
        hint: `请填写${CONSTANTS[values.expected]}`,
      };
    case 'prefix':
      return {
        message: `${values.name} 不是编号`,
        hint: '只有编号才能加前缀，如 order_id',
      };
    case 'time-formats':
      return {
        message: `${values.formats.map(quoted).join(' 与 ')} 可能把同一内容读成两个不同的时间`,
        hint: '请只保留导出文件实际使用的格式；另一种格式的文件另写一个来源',
      };
  }
}

type UnfitKey = Malformed & {
  case:
    | 'constant-count'
    | 'counted-twice'
    | 'rows-not-counted'
    | 'lines-not-summed'
    | 'one-mark'
    | 'query-and-columns';
};

/** Keys that mean nothing for the table, or nothing together. */
function unfitKey(values: UnfitKey): ProblemSentence {
  switch (values.case) {
    case 'constant-count':
      return {
        message: '咨询量写成固定值，看不出实际有多少人次',
        hint: '如导出文件每一行是一次咨询，请改写 "count_rows": true',
      };
    case 'counted-twice':
      return {
        message: '咨询量既取自一列，又按行数计算',
        hint: '请只保留一种',
      };
    case 'rows-not-counted':
      return {
        message: `表 ${values.table} 不按行数计算`,
        hint: 'count_rows 只用于咨询量，请删除',
      };
    case 'lines-not-summed':
      return {
        message: `表 ${values.table} 没有可相加的内容`,
        hint: '请写 "repeat"，或删除该键',
      };
    case 'one-mark':
      return {
        message: '千分位与小数点不能是同一个符号',
        hint: '请写两个不同的符号',
      };
    case 'query-and-columns':
      return {
        message: '来源既有 query 又有 columns',
        hint: '请只保留一个：查询得出的各列在查询中用 AS 命名',
      };
  }
}

const CONSTANTS = {
  text: '文本：该列不得为空',
  currency: ' ISO 4217 的币种代码，如 CNY',
  role: ' pre_sales（售前）或 after_sales（售后）',
  status: ' worked（出勤）、absent（缺勤）或 leave（请假）',
};
