/** Chinese words of the command that stays up. */
import type { SCHEDULE as ENGLISH } from '../english/schedule.js';
import { quoted } from './phrases.js';
import { systemReason } from './system-reason.js';

export const SCHEDULE: typeof ENGLISH = {
  events: {
    waiting: '等待',
    started: '开始',
    finished: '完成',
    failed: '失败',
    missed: '错过',
    skipped: '跳过',
    stopped: '已停止',
  },
  notCron: (expression) => `${quoted(expression)} 不是有效的 cron 表达式`,
  healthUnwritable: (reason) => `无法写入状态文件：${systemReason(reason)}`,
  healthFile: '状态文件',
  stillAtWork: '上一次任务尚未结束',
  providerUnread: '无法读取 provider.json',
  ledgerGone: (output, period, last) =>
    `${output} 原有 ${period} 的账本，现${last === null ? '已不见' : `只到 ${last}`}：请检查磁盘是否已挂载；如确需如此，请手工运行 kefu-billing run`,
  late: (due) => `原定于 ${due}，现在补做`,
  warnings: (byCode) =>
    `提醒：${Object.entries(byCode)
      .map(([code, count]) => `${code} ${count} 条`)
      .join('、')}`,
  someBlocked: (period) => {
    const again = period === null ? '' : `；修正后请运行 kefu-billing run ${period}`;
    return `部分商家暂缓出账${again}`;
  },
  nothingPublished: '未发布任何账单，原因见上文',
};
