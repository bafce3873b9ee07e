/** Chinese words of the command that works for runs on other machines. */
import type { WORKER as ENGLISH } from '../english/worker.js';

export const WORKER: typeof ENGLISH = {
  events: {
    waiting: '等待',
    started: '开始',
    finished: '完成',
    failed: '失败',
    trouble: '异常',
    stopped: '已停止',
  },
  kinds: { slice: '生成账单文件的任务', bucket: '汇总分区明细的任务' },
  rows: (count) => `${count} 行`,
  noInput: (folder) =>
    `没有文件夹 ${folder}：请在本机挂载运行所读取的输入文件夹；如只生成账单文件，请去掉 --input`,
  documents: (count) => `${count} 份账单`,
  otherStamp: (run, worker) =>
    `队列中的运行版本为 "${run}"，本工作进程为 "${worker}"；版本不同，生成的文件可能不一致：请在两边安装相同版本后重新启动`,
};
