/** Chinese words of a list of problems on a terminal. */
import type { PROBLEM_LIST as ENGLISH } from '../english/problem-list.js';
import type { Severity } from '../../problem.js';
import { systemReason } from './system-reason.js';

const SEVERITIES: Readonly<Record<Severity, string>> = { error: '错误', warning: '提醒' };

/** Problems of what was asked for stand in its place, and those of a table as a whole in its own. */
const PLACES: Readonly<Record<string, string>> = {
  PERIOD: '月份',
  MERCHANT: '商家编号',
  shifts: '班次（shifts）',
  consultations: '咨询量（consultations）',
  orders: '订单（orders）',
  refunds: '退款（refunds）',
};

export const PROBLEM_LIST: typeof ENGLISH = {
  place: (file) => PLACES[file] ?? file,
  title: (severity, code, count) => `${SEVERITIES[severity]} ${code}：${count} 条`,
  record: (record, row) =>
    row === null ? `第 ${record} 条` : `第 ${record} 条（表格第 ${row} 行）`,
  missingCodes: (snippet) => `finance.json 还缺以下编码；请粘贴到文件中并逐项填写：\n${snippet}\n`,
  more: (count, written) =>
    `…… 另有 ${count} 条：${written ? '全部见 problems.csv，也可用 --json 列出' : '用 --json 可全部列出'}`,
  unlisted: (message, count) => `${message}（另有 ${count} 条同类问题，未逐条列出）`,
  toFile: (problems) => `如需把全部 ${problems} 条问题写入文件，请加 --problems 文件名 运行`,
  written: (problems, file) => `${problems} 条问题已写入 ${file}`,
  unwritten: (file, reason) => `问题清单无法写入 ${file}：${systemReason(reason)}`,
};
