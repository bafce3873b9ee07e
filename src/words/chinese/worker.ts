/** Chinese words of the command that renders slices of other machines' runs. */
import type { WORKER as ENGLISH } from '../english/worker.js';

export const WORKER: typeof ENGLISH = {
  events: {
    waiting: '等待任务',
    started: '开始',
    finished: '完成',
    failed: '失败',
    trouble: '异常',
    stopped: '已停止',
  },
  documents: (count) => `${count} 份账单`,
  otherStamp: (run, worker) =>
    `队列中的运行版本为 "${run}"，本工作进程为 "${worker}"；版本不同，生成的文件可能不一致：请在两边安装相同版本后重新启动`,
};
