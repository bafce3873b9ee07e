/** Chinese words of the command that explains, where it has nothing to explain. */
import type { EXPLAIN as ENGLISH } from '../english/explain.js';
import type { DocumentNotFound } from '../document-not-found.js';
import { closestWord } from '../nearest-word.js';
import { listed } from './phrases.js';

export const EXPLAIN: typeof ENGLISH = {
  notFound: (output, asked, found) =>
    `${whyNotFound(output, asked, found)}；${whatThereIs(output, asked, found)}`,
  noLine: (number, line, lines) =>
    `${number ?? '该账单'}没有第 ${line} 行，只有第 1 至 ${lines} 行`,
  nothingBilled: (merchantId, period) => `${period} 对商家 ${merchantId} 没有计费项目`,
  blocked: (merchantId, period) => `修正以上问题前，无法为商家 ${merchantId} 出具 ${period} 的账单`,
};

function whyNotFound(output: string, asked: string, { missing, period }: DocumentNotFound): string {
  switch (missing) {
    case 'not-a-number':
      return `${asked} 不是账单编号`;
    case 'not-published':
      return `没有发布过编号为 ${asked} 的账单`;
    case 'no-preview':
      return `${output} 中没有 ${period} 的预览`;
    case 'not-in-preview':
      return `${period} 的预览中没有 ${asked}`;
  }
}

function whatThereIs(
  output: string,
  asked: string,
  { numbers, batches }: DocumentNotFound,
): string {
  const [first] = numbers;
  if (first !== undefined) {
    const nearest = closestWord(asked, numbers) ?? first;
    return `现有 ${first} 至 ${numbers.at(-1) ?? first}，是否应为 ${nearest}？`;
  }
  return batches.length === 0
    ? `${output} 中没有已发布的批次`
    : `${output} 中有 ${listed(batches)}；账单编号形如 INV-202610-000001`;
}
