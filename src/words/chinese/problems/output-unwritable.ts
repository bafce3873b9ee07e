/** Chinese words for an output that cannot be written, or not all of it. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { systemReason } from '../system-reason.js';

export function outputUnwritable(values: ProblemValues['output-unwritable']): ProblemSentence {
  switch (values.case) {
    case 'before':
      return {
        message: `无法写入输出文件夹：${systemReason(values.reason)}`,
        hint: '请腾出空间或更正权限后重新运行；本次未发布任何账单',
      };
    case 'changed':
      return {
        message: `正在写入的内容被改动或删除：${values.file}`,
        hint: '请查明是谁在清理该文件夹（例如另一个容器），然后重新运行；本次未发布任何账单',
      };
    case 'after':
      return {
        message: `批次已发布；其后的步骤失败：${systemReason(values.reason)}`,
        hint: '下次运行会补上；可用 kefu-billing verify 核对',
      };
    case 'after-preview':
      return {
        message: `预览已生成；其后的步骤失败：${systemReason(values.reason)}`,
        hint: '下次预览会补上；预览不发布任何账单',
      };
  }
}
