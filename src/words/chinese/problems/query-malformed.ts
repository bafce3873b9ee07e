/** Chinese words for a query that cannot be used. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { didYouMean, listed, quoted } from '../phrases.js';
import { systemReason } from '../system-reason.js';

type Malformed = ProblemValues['query-malformed'];

export function queryMalformed(values: Malformed): ProblemSentence {
  switch (values.case) {
    case 'missing':
      return {
        message: '来源写明的查询文件不在数据文件夹中',
        hint: didYouMean(values.nearest, '放入该文件，或更正 sources.json 中的文件名'),
      };
    case 'syntax':
      return {
        message:
          values.near === ''
            ? '查询不是有效的 SQL：没有写完'
            : `查询不是有效的 SQL：错误在 ${quoted(values.near)} 处或其前`,
        hint: '请更正该处；表头写在双引号内，文本写在单引号内',
      };
    case 'no-select':
      return {
        message: '查询不是 SELECT 语句',
        hint: '请写一条从表 source 取数的 SELECT；其他语句一律不执行',
      };
    case 'several':
      return {
        message: '查询含有多条语句',
        hint: '请只保留一条 SELECT；另一张表请另写一个来源和查询',
      };
    case 'forbidden':
      return forbidden(values);
    case 'not-followed':
      return {
        message: '看不出查询的各行出自导出文件的哪些行',
        hint: '请让查询用 list(record) 给出 records 列；用 GROUP BY 代替 DISTINCT 即可自动看出',
      };
    case 'too-long':
      return {
        message: `查询处理 ${values.export} 已超过 ${values.minutes} 分钟，仍未完成`,
        hint: '请检查是否把每一行与其他所有行相连；确需更多时间的，请在该来源中写 "query_minutes"',
      };
    default:
      return madeOtherwise(values);
  }
}

const FORBIDDEN = { table: '表', 'table-function': '表函数', function: '函数', clock: '值' };

function forbidden({ what, name }: Extract<Malformed, { case: 'forbidden' }>): ProblemSentence {
  return {
    message: `查询用到${FORBIDDEN[what]} ${name}，而查询只能读取本导出文件的行`,
    hint:
      what === 'table'
        ? '请从表 source 取数；用 WITH 可为查询的一部分命名'
        : '请使用结果只取决于单元格内容的函数，不得读取文件、设置、时钟或随机数',
  };
}

/** What shows where the query meets the rows of an export. */
function madeOtherwise(
  values: Exclude<
    Malformed,
    {
      case:
        'missing' | 'syntax' | 'no-select' | 'several' | 'forbidden' | 'not-followed' | 'too-long';
    }
  >,
): ProblemSentence {
  switch (values.case) {
    case 'column':
      return {
        message: `查询读取 ${quoted(values.name)} 列，而 ${values.export} 没有该列`,
        hint: didYouMean(values.nearest, "把表头原样写在双引号内；文本写在单引号内，如 '已付款'"),
      };
    case 'conversion':
      return {
        message: `${values.export} 的单元格 ${quoted(values.cell)} 不能转换为 ${values.wanted}`,
        hint: '请用 WHERE 略去这些行，或用 replace 去掉多余的字符',
      };
    case 'types':
      return {
        message: `查询对文本做运算（${values.export}）：${values.reason}`,
        hint: '单元格都是文本：请写 "单价"::DECIMAL(18, 4) * "数量"::INTEGER',
      };
    case 'engine':
      return {
        message: `查询无法在 ${values.export} 上执行：${systemReason(values.reason)}`,
        hint: '请更正查询',
      };
    case 'unknown-output': {
      const meant = values.nearest === null ? '' : `是否应为 ${values.nearest}？`;
      return {
        message: `查询给出 ${quoted(values.name)} 列，而表 ${values.table} 没有该列`,
        hint: `${meant}请用 AS 按表 ${values.table} 的列命名：${listed(values.columns)}`,
      };
    }
    case 'unfed-output':
      return {
        message: `查询没有给出表 ${values.table} 所需的 ${values.name}`,
        hint: `请在查询中用 AS 给出，或写入来源的 constants${values.mayBeNull ? '（确无此列的写 null）' : ''}`,
      };
    case 'fed-twice':
      return {
        message: `${values.name} 既由查询给出，又写在 constants 中`,
        hint: '请只保留一个',
      };
    case 'floating':
      return {
        message: `查询给出的 ${values.name} 是 ${values.type} 类型，不是精确的数`,
        hint: '请用 DECIMAL 计算："单价"::DECIMAL(18, 4) * "数量"::INTEGER；商的舍入写作 round(…, 2)::DECIMAL(18, 2)',
      };
  }
}
