/** Chinese words for headers and whole rows. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemWords } from '../../problem-words.js';
import { chineseColumn } from '../../table-words.js';
import { andMore, didYouMean, listed, quoted } from '../phrases.js';

/** A header may have any number of names. */
const NAMES_SHOWN_MAX = 60;

export const ROWS = {
  'column-missing': (values, column) => {
    if (values.case === 'table')
      return {
        message: `缺少 ${inBoth(column)} 列`,
        hint: '请在表头和每一行补上该列',
      };
    if (values.case === 'title')
      return {
        message: `首行是 ${quoted(values.title)}，列名却在第 ${values.row} 行`,
        hint: '请删除列名以上的各行，使列名成为首行',
      };
    return {
      message: `sources.json 的第 ${values.position} 个来源用到 ${quoted(column)} 列，而文件中没有这一列`,
      hint: headerShown(values),
    };
  },
  'column-unknown': ({ columns, nearest }, column) => ({
    message: `表中没有名为 ${quoted(column)} 的列，可用的列是 ${listed(columns.map(inBoth))}`,
    hint: didYouMean(nearest, '删除该列'),
  }),
  'column-doubled': (values, column) =>
    values.case === 'table'
      ? { message: `${column} 列出现了两次`, hint: '请只保留一列' }
      : {
          message: `sources.json 的第 ${values.position} 个来源用到 ${quoted(column)} 列，而文件中有 ${values.times} 个同名的列`,
          hint: `请写明是 ${column}.1 还是 ${column}.2，或在导出时只保留其中一列`,
        },
  'row-broken': (values) =>
    values.case === 'table'
      ? {
          message: `该行有 ${values.cells} 个单元格，而表头有 ${values.columns} 个`,
          hint: '请使该行与表头的单元格数相同；内容含逗号的单元格要加引号',
        }
      : {
          message: '该行的单元格数与表头不同',
          hint: '请使该行与表头的单元格数相同；内容含逗号的单元格要加引号',
        },
  'row-repeated': ({ key, moreRows }) => ({
    message: `${quoted(key)} 这一行与另一行完全相同，只计一次${andMore(moreRows)}`,
    hint: '请删除重复的行',
  }),
  'row-total': (values, column) =>
    values.case === 'day'
      ? {
          message: `该行是当天各客服之和，且没有填写 ${column}${andMore(values.moreRows)}：当天会计两次`,
          hint: '请在来源中写明 "skip_where_blank": ["agent_id"]，略去该行，或删除该行；若是另外的咨询量，请填写客服',
        }
      : {
          message: `该行是合计，不是业务数据：${column} 的内容是 ${quoted(values.cell)}${andMore(values.moreRows)}`,
          hint: `请在来源的 "skip_where" 中写明 ${column} 的表头和 ["${values.cell}"]，略去该行，或删除该行`,
        },
  'lines-undecided': ({ areAlike, columns, key, summed, position, moreRows }) => ({
    message: `导出文件中有${areAlike ? '多个完全相同的行' : '多行'}的 ${listed(columns)} 同为 ${quoted(key)}${andMore(moreRows)}，而 sources.json 的第 ${position} 个来源没有说明是否相加`,
    hint: `各行的 ${summed} 各计各的，请写 "lines": "sum"；各行重复的是同一个总数，请写 "lines": "repeat"`,
  }),
  'key-conflict': (values) =>
    values.case === 'table'
      ? {
          message: `该行的 ${listed(values.columns)} 与第 ${values.otherRecord} 条相同`,
          hint: '两行中请只保留正确的一行',
        }
      : {
          message: `有多行的 ${listed(values.columns)} 同为 ${quoted(values.key)}，其余内容却不一致`,
          hint: '请保留正确的一行，删除其余各行',
        },
} satisfies Partial<ProblemWords>;

function headerShown({
  headerLine,
  header,
  nearest,
}: Extract<ProblemValues['column-missing'], { case: 'source' }>): string {
  if (header.length === 0) return `第 ${headerLine} 行应为表头，却是空行`;
  const names = listed(header.slice(0, NAMES_SHOWN_MAX));
  const meant = nearest === null ? '' : `是否应为 ${nearest}？`;
  return `${meant}表头在第 ${headerLine} 行：${names}`;
}

/** > `商家编号（merchant_id）`: what Chinese tables and ours call a column. */
function inBoth(column: string): string {
  const chinese = chineseColumn(column);
  return chinese === column ? column : `${chinese}（${column}）`;
}
