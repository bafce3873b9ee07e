/** Chinese words for what a comparison came to. */
import type { COMPARISON as ENGLISH } from '../english/comparison.js';
import { listed } from './phrases.js';

export const COMPARISON: typeof ENGLISH = {
  notPriced: '无法试算',
  nothingToBill: '无需计费',
  pricedOf: (priced, of) => `已试算 ${priced} / ${of}`,
  againstBilled: (change) => `与实际计费相差 ${change}`,
  written: (merchants, months, folder, files) =>
    `${merchants} 家商家、${months} 个月，位于 ${folder}：${listed(files)}；未发布任何账单`,
  nothingCompared: '未作任何比较',
};
