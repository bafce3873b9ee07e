/** Chinese words for what a run came to. */
import type { RESULTS as ENGLISH } from '../english/results.js';

/** What errors of some merchants mean, by how the run ended. */
const CONSEQUENCES = {
  published: '；其新账单暂不出具，其他商家照常出账',
  unchanged: '；其新账单暂不出具，其他商家照常出账',
  planned: '；正式运行时其新账单将暂不出具，其他商家照常出账',
  checked: '；正式运行时其新账单将暂不出具，其他商家照常出账',
  refused: '',
};

export const RESULTS: typeof ENGLISH = {
  types: { invoice: '账单', credit_note: '红字账单' },
  cancels: (number) => `冲销 ${number}`,
  published: (documents, place) =>
    `共 ${documents} 份账单，位于 ${place}：invoices.csv、invoice-lines.csv、pdf/、csv/`,
  startedLedger: (output, ledger) => `${output} 中原来没有账本：本批起新建账本 ${ledger}`,
  head: (tip) => `账本头：${tip}`,
  difference: (merchantId, currency, amount) => `差额 ${merchantId} ${currency}：${amount}`,
  planned: (period, issued, cancelled, left) =>
    `${period}：将开具 ${issued} 份、冲销 ${cancelled} 份、维持 ${left} 份；本次未发布`,
  nothingToBill: (period) => `${period}：没有计费项目，未开具账单`,
  nothingChanged: (period) => `${period}：与已发布的账单相比没有变化，未开具新账单`,
  checked: (period, errors, warnings) => `${period}：${errors} 个错误，${warnings} 个提醒`,
  refused: '未发布任何账单',
  merchants: (merchantIds, more) =>
    more > 0 ? `${merchantIds.join('、')} 等，另有 ${more} 家` : merchantIds.join('、'),
  notBilled: (merchants) => `没有计费项目、不出账单的商家：${merchants}`,
  renamed: (merchants, period, reissue) =>
    `名称、税号或地址已变、账单仍按原资料的商家：${merchants}；如需按新资料冲红重开，请运行：kefu-billing run ${period} --reissue ${reissue}`,
  blocked: (merchants, status) => `暂缓出账的商家：${merchants}${CONSEQUENCES[status]}`,
  stale: (period, documents, first) => {
    const more = documents > first.length ? `，另有 ${documents - first.length} 份` : '';
    return `${period} 已发布的账单中有 ${documents} 份与现在的数据不符：${first.join('、')}${more}`;
  },
  revise: (periods) => `如需更正已发布的账单，请运行：kefu-billing run ${periods}`,
  wouldPublishNothing: '正式运行时不会发布任何账单：不属于单个商家的错误会使整批停止',
};
