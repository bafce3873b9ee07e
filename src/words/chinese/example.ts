/** Chinese names in the month that a starting input folder holds: everybody in it is invented. */
import type { EXAMPLE as ENGLISH } from '../english/example.js';

export const EXAMPLE: typeof ENGLISH = {
  provider: {
    name: '示例客服服务有限公司',
    tax_id: '91330100EXAMPLE001',
    address: '杭州市示例路 18 号',
    bank_name: '示例银行杭州支行',
    bank_account: '1202 0000 0000 0000 001',
  },
  merchants: {
    M01: '云栖茶业',
    M02: '拾光女装',
    M03: '木木童鞋',
    M04: '海港图书',
    M05: '夜航宠物',
    M06: '逐风户外',
    M07: '晨炊电器',
  },
  agents: { A1: '小荷', A2: '小满', A3: '小川', A4: '小棠' },
  shifts: { day: '早班', evening: '晚班' },
  event: '秋季大促',
  holiday: '法定节假日',
  terms: '开具后30天',
};
