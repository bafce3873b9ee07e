/** Chinese words of the command that writes a starting input folder. */
import type { INIT as ENGLISH } from '../english/init.js';
import { systemReason } from './system-reason.js';

const SEPARATORS: Readonly<Record<string, string>> = {
  ';': '分号',
  '\t': '制表符',
  '|': '竖线',
};

export const INIT: typeof ENGLISH = {
  wrote: (path) => `已写入 ${path}`,
  kept: (path) => `已有 ${path}，保留不动`,
  unwritable: (reason) => `无法写入文件夹：${systemReason(reason)}`,
  next: (folder, period) =>
    period === null
      ? `请填写 provider.json、merchants.csv 和 contracts.csv，然后运行：kefu-billing check --input ${folder}`
      : `文件夹中是虚构的示例：每种计费方式一家商家，以及 ${period} 的数据。先建一个空的 output 文件夹，再试着出账：\n` +
        `  kefu-billing run ${period} --input ${folder} --output output\n` +
        `之后换成自己的数据；还缺什么、错在哪里，用 kefu-billing check --input ${folder} 查看。`,
  statutoryDays: (file) =>
    `${file} 中已有 2026、2027 年的全体公民法定节假日（国务院规定，2025 年起施行），加班工资为三倍的日子。` +
    '调休形成的连休日不在其中；大促的日子请另行加入，并用自己的标记。',
  keptList: (path) => `已有 ${path}，保留不动；请把下列内容加入其列表：`,
  fillIn: '（待填写）',
  preset: (table, name, title) => `${table}：使用预设 ${name}（${title}）`,
  separated: (mark) => `文件以${SEPARATORS[mark] ?? mark}分隔`,
  unused: (headers) => `未使用的列：${headers.join('、')}`,
  noTable: (headers) =>
    headers.length === 0
      ? '文件没有表头，无法识别是哪种表'
      : `无法从下列表头识别是哪种表：${headers.join('、')}。请参照 docs/inputs.md 自行编写 sources.json`,
  guesses: '以上为推测，请逐项核对。已扣除退款的金额不得作为订单金额。',
  check: (folder) => `然后运行：kefu-billing check --input ${folder}`,
};
