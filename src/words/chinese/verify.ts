/** Chinese words for what a look at the ledger came to. */
import type { VERIFY as ENGLISH } from '../english/verify.js';
export const VERIFY: typeof ENGLISH = {
  verified: (batches, documents, files, problems) => {
    const whole = batches === 0 ? '尚未发布任何批次' : '与发布时完全一致';
    return `核对 ${batches} 个批次、${documents} 份账单、${files} 个文件：${problems === 0 ? whole : `发现 ${problems} 个问题`}`;
  },
  headMade: (batches, periods, tip) => {
    const there = `${periods} 个账期、${batches} 个批次`;
    return tip === null ? `${there}：未生成 HEAD` : `${there}；账本头：${tip}`;
  },
};
