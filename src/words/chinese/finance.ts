/** Chinese words for what became of the files for the books. */
import type { FINANCE as ENGLISH } from '../english/finance.js';
export const FINANCE: typeof ENGLISH = {
  written: (folder, names, files) =>
    `已在 ${folder} 写入 ${files} 个文件：${names.join('、')}${files > names.length ? ' 等' : ''}`,
  refused: '未写入任何文件',
  noBatch: (period, batch) => `${period} 没有第 ${batch} 批；未写入任何文件`,
  noProfile: '未指定财务系统：请用 --finance 指定，或写入 provider.json；未写入任何文件',
  taken: (folder) => `${folder} 已存在，不予覆盖；未写入任何文件`,
};
