/** Chinese words for files that cannot be read, or that nobody reads. */
import type { WorkbookFaultReason } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { didYouMean, listed, quoted } from '../phrases.js';
import { systemReason } from '../system-reason.js';

export const FILES = {
  'file-missing': (values) => {
    switch (values.case) {
      case 'table':
        return {
          message: '缺少该文件',
          hint: '请补上该文件；kefu-billing init 可生成起步用的文件',
        };
      case 'finance':
        return {
          message: '缺少该文件，财务系统文件所需的编码都在其中',
          hint: '请按数据说明补上，或运行时不生成财务系统文件',
        };
      case 'facts':
        return {
          message: `没有 ${values.table} 的数据文件，而合同 ${values.contractId} 的计费要用到它`,
          hint: '请补上该文件；如当月确无数据，放一个只有表头的文件即可',
        };
    }
  },
  'file-unreadable': unreadable,
  'file-unknown': ({ case: of, nearest }) => ({
    message: of === 'folder' ? '该文件夹中的文件都没有被读取' : '该文件没有被读取',
    hint: didYouMean(nearest, '在 sources.json 中说明如何读取，或把它移到别处'),
  }),
  'file-changed': () => ({
    message: '读取过程中文件被改动',
    hint: '请在无人写入该文件时重新运行；文件变动期间不会发布账单',
  }),
  'table-doubled': ({ table, times }) => ({
    message: `表 ${table} 出现了 ${times} 份`,
    hint: '请只保留一份，以免重复计费',
  }),
  'encoding-unknown': (values) => {
    switch (values.case) {
      case 'neither':
        return {
          message: '文字编码既不是 UTF-8，也不是 GB18030',
          hint: '请另存为 UTF-8 编码',
        };
      case 'unsure':
        return {
          message: '文字编码不是 UTF-8，更像是 Big5、Shift_JIS 或 EUC-KR，而不是 GB18030',
          hint: '请另存为 UTF-8 编码，或写明来源的编码，如 "encoding": "big5"',
        };
      case 'unsure-table':
        return {
          message: '文字编码不是 UTF-8，更像是 Big5、Shift_JIS 或 EUC-KR，而不是 GB18030',
          hint: '请另存为 UTF-8 编码',
        };
      case 'not-so':
        return {
          message: `文字无法按 ${values.encoding} 编码读取`,
          hint: '请另存为 UTF-8 编码，或更正来源的编码',
        };
      case 'not-utf-8':
        return {
          message: `文字编码不是 UTF-8：${systemReason(values.reason)}`,
          hint: '请另存为 UTF-8 编码',
        };
      case 'packed':
        return {
          message: '压缩包内的文字不是 UTF-8，而 .csv.zst 只支持 UTF-8',
          hint: '请存为 UTF-8；或改用 gzip 压缩为 .csv.gz，其中也可用 GB18030',
        };
    }
  },
  'sheet-unknown': ({ sheet, tables, nearest }) => ({
    message: `工作表 ${quoted(sheet)} 不是任何一张表的名称，没有被读取`,
    hint: didYouMean(nearest, `按其所属的表命名（${listed(tables)}），或把它移到别处`),
  }),
  'sheet-doubtful': sheetDoubtful,
  'sheet-missing': ({ sheet, sheets, nearest }) => ({
    message: `工作簿中没有工作表 ${quoted(sheet)}，现有 ${listed(sheets.map(quoted))}`,
    hint: didYouMean(nearest, '在来源的 sheet 中写明其中一个的名称，或它是第几个'),
  }),
  'nul-byte': ({ case: how }) => ({
    message: '文件中有空字节（NUL），不是纯文本',
    hint: how === 'saved' ? '请重新另存为文本文件' : '请重新导出为文本文件',
  }),
  'cell-too-long': (values, column) =>
    values.case === 'table'
      ? { message: `${column} 的内容超过 1 MiB`, hint: '请检查是否有引号没有闭合' }
      : {
          message: `${column} 的内容超过 1 MiB，开头是 ${quoted(values.start)}`,
          hint: '请检查本行或上面的行是否有引号没有闭合',
        },
  'quoting-broken': quotingBroken,
} satisfies Partial<ProblemWords>;

const SEPARATORS = { comma: '逗号', semicolon: '分号', tab: '制表符', bar: '竖线' };

function unreadable(values: ProblemValues['file-unreadable']): ProblemSentence {
  switch (values.case) {
    case 'system':
      return {
        message: `无法读取文件：${systemReason(values.reason)}`,
        hint: '请检查该文件及其权限',
      };
    case 'permissions':
      return { message: '无法读取文件', hint: '请检查文件权限' };
    case 'no-file':
      return {
        message: '此处是管道或设备，不是文件',
        hint: '请放入普通文件：计费数据需要多次读取',
      };
    case 'link-outside':
      return {
        message: '该文件是指向数据文件夹之外的链接，不予读取',
        hint: '请把它指向的内容复制到数据文件夹中',
      };
    case 'kind':
      return {
        message: '不支持这种文件格式',
        hint: `请改用 ${listed(values.endings)} 之一，或把文件移到别处`,
      };
    case 'separator':
      return {
        message: `文件的单元格以${SEPARATORS[values.separator]}分隔`,
        hint:
          values.position === null
            ? '请另存为以逗号分隔的 CSV，小数点用点：1234.50'
            : `请更正 sources.json 第 ${values.position} 个来源的 delimiter，或删除它`,
      };
    case 'not-csv':
      return {
        message: `无法按 CSV 读取文件：${systemReason(values.reason)}`,
        hint: '请更正该行，或重新导出文件',
      };
    case 'not-lines':
      return {
        message: `无法解压为文本：${systemReason(values.reason)}`,
        hint: '请重新导出文件，或先行解压',
      };
    case 'not-parquet':
      return {
        message: '文件名是 Parquet，内容却不是',
        hint: '请重新导出文件',
      };
    case 'not-guessed':
      return {
        message: '只能从 .csv 或 .csv.gz 推测映射',
        hint: '请把文件导出为 CSV，或自行编写 sources.json',
      };
    case 'path':
      return {
        message: `无法读取文件：${systemReason(values.reason)}`,
        hint: '请检查路径是否正确',
      };
    case 'markup':
      return {
        message: '文件其实是网页，不是表格；有些软件会把网页存成 .xls',
        hint: '请用表格软件打开，另存为 .xlsx 或 .csv',
      };
    case 'workbook':
      return workbookUnreadable(values.fault, values.detail);
  }
}

function workbookUnreadable(fault: WorkbookFaultReason, detail: string): ProblemSentence {
  const hint = '请用表格软件打开，另存为 .xlsx';
  switch (fault) {
    case 'old':
      return { message: '文件是旧格式的工作簿（.xls、.et）', hint };
    case 'binary':
      return { message: '文件是二进制工作簿（.xlsb）', hint };
    case 'open-document':
      return { message: '文件是 OpenDocument 工作簿（.ods）', hint };
    case 'encrypted':
      return { message: '工作簿设有密码', hint: '请打开后取消密码，另存为 .xlsx' };
    case 'no-workbook':
      return {
        message: '文件是压缩包，其中没有工作簿',
        hint: '请先解压，或重新导出为 .xlsx 或 .csv',
      };
    case 'broken':
      return {
        message: `工作簿已损坏：${systemReason(detail)}`,
        hint: '请用表格软件打开后重新保存，或重新导出',
      };
  }
}

function sheetDoubtful(values: ProblemValues['sheet-doubtful']): ProblemSentence {
  switch (values.case) {
    case 'hidden-rows':
      return {
        message: `工作表中有 ${values.count} 行被隐藏（从第 ${values.first} 行起），仍照常读取`,
        hint: '请显示隐藏的行或取消筛选，删除不需要的行',
      };
    case 'hidden-columns':
      return {
        message: `工作表中有列被隐藏（${listed(values.columns)}），仍照常读取`,
        hint: '请显示隐藏的列，删除不需要的列',
      };
    case 'hidden-sheet':
      return {
        message: `工作表 ${quoted(values.sheet)} 以某张表命名，但被隐藏，没有读取`,
        hint: '需要它时请取消隐藏，不需要时请改名或删除',
      };
    case 'merged': {
      const more = values.more > 0 ? `，另有 ${values.more} 处` : '';
      return {
        message: `有跨行合并的单元格（${listed(values.ranges)}${more}）：内容只在第一行，其余各行为空`,
        hint: '如每一行都需要该内容，请取消合并并逐行填写',
      };
    }
    case 'other-sheets':
      return {
        message: `读取了工作表 ${quoted(values.sheet)}，同一工作簿的 ${listed(values.others.map(quoted))} 没有读取`,
        hint: '请把每张表放入各自的工作簿，或在来源的 sheet 中写明要读取的工作表',
      };
  }
}

const QUOTING = {
  'not-closed': '有引号没有闭合',
  'text-behind': '闭合引号之后还有文字',
  'inside-cell': '单元格不以引号开头，中间却有引号',
  unknown: '引号不符合 CSV 的写法',
};

function quotingBroken(values: ProblemValues['quoting-broken']): ProblemSentence {
  switch (values.case) {
    case 'header':
      return { message: '无法读取表头', hint: '请检查表头中的引号' };
    case 'cell':
      return {
        message: '带引号的单元格没有正确结束',
        hint: '请闭合引号；属于内容的引号要写两遍',
      };
    case 'file-end':
      return {
        message: '文件结束时仍在带引号的单元格之内',
        hint: '请查找以引号开头、却没有以引号结尾的单元格',
      };
    case 'above-header':
      return {
        message: '表头上方的行中有引号，.csv.zst 文件不能这样写',
        hint: '请解压该文件，或改用 gzip 压缩',
      };
    case 'line':
      return {
        message: `${QUOTING[values.fault]}，位于第 ${values.line} 行或更前面`,
        hint: '请闭合每个引号；属于内容的引号要写两遍，如 "荷家""旗舰""店"',
      };
  }
}
