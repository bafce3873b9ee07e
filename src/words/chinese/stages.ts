/** Chinese words for what a run is about. */
import type { STAGES as ENGLISH } from '../english/stages.js';
export const STAGES: typeof ENGLISH = {
  starting: '准备中',
  reference: '读取基础资料',
  facts: '汇总业务数据',
  merchants: '逐家计费',
  comparing: '逐月比较',
  publishing: '发布',
};
